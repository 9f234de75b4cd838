#!/usr/bin/env bash
# Ends the engine that engine-start.sh started, and no other.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib/root.sh
source scripts/lib/root.sh
# shellcheck source=scripts/lib/engine.sh
source scripts/lib/engine.sh

if ! pid=$(engine_own_pid); then
  echo "No engine of ours is running"
  exit 0
fi
as_root kill -TERM "$pid"
for ((i = 0; i < 300; i++)); do
  if [[ ! -d /proc/$pid ]]; then
    echo "The engine has ended"
    exit 0
  fi
  sleep 0.1
done
echo "error: dockerd ($pid) has not ended within 30 s; its log is $engine_log" >&2
exit 1
