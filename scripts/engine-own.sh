#!/usr/bin/env bash
# Runs a command with a Docker engine of its own, and ends the engine afterwards: with data, socket and network of its
# own, so that other engines of this machine do not notice. The command runs in the engine's network.
#
#   scripts/engine-own.sh COMMAND...               the engine that is installed
#   scripts/engine-own.sh --newer COMMAND...       the one of Debian 13 (26.1.5), unpacked below .build
#   scripts/engine-own.sh --restart                restarts the engine, from within COMMAND
#
# COMMAND finds the engine in DOCKER_HOST, and in MANIFOLD_ENGINE_RESTART a command that restarts it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib/root.sh
source scripts/lib/root.sh
# shellcheck source=scripts/lib/trixie.sh
source scripts/lib/trixie.sh

fail() {
  echo "error: $1" >&2
  exit 1
}

start() {
  # The shell opens the log and leaves nothing of ours open in the engine.
  # shellcheck disable=SC2016
  as_root env "PATH=$(cat "$state/path")" nsenter "--net=/run/netns/$network" sh -c 'log=$1; shift
    setsid dockerd "$@" </dev/null >>"$log" 2>&1 & echo $!' sh "$state/log" \
    --data-root "$state/data" --exec-root "$state/exec" --pidfile "$state/pid" \
    -H "unix://$state/docker.sock" --group "$(id -gn)" --default-address-pool base=10.192.0.0/12,size=24 >"$state/process"
  for ((i = 0; i < 300; i++)); do
    docker -H "unix://$state/docker.sock" version >/dev/null 2>&1 && return
    [[ -d /proc/$(cat "$state/process") ]] || break
    sleep 0.2
  done
  tail -n 20 "$state/log" >&2
  fail "no engine answers at $state/docker.sock"
}

end() {
  local pid
  pid=$(cat "$state/process" 2>/dev/null) || return 0
  as_root kill -TERM "$pid" 2>/dev/null || return 0
  for ((i = 0; i < 600; i++)); do
    [[ -d /proc/$pid ]] || return 0
    sleep 0.1
  done
  fail "dockerd ($pid) has not ended within a minute; its log is $state/log"
}

clean_up() {
  local containers
  containers=$(docker -H "unix://$state/docker.sock" ps -aq 2>/dev/null) || containers=""
  # shellcheck disable=SC2086 # one word each
  [[ -z $containers ]] || docker -H "unix://$state/docker.sock" rm -fv $containers >/dev/null 2>&1 || true
  end || return
  as_root ip netns delete "$network" 2>/dev/null || true
  as_root rm -rf "$state" 2>/dev/null || true
}

if [[ ${1:-} == --restart ]]; then
  state=${MANIFOLD_OWN_ENGINE:?runs only within a command of scripts/engine-own.sh}
  network=$(basename "$state")
  end
  start
  exit
fi

path=$PATH
if [[ ${1:-} == --newer ]]; then
  shift
  folder=$PWD/.build/tools/engine-26
  if [[ ! -d $folder ]]; then
    echo "Fetching the engine of Debian 13" >&2
    # Not its runc, which needs Debian 13's C library; the one that is installed serves it.
    trixie_unpack "$folder" docker.io docker-cli containerd tini >/dev/null || fail "the engine could not be fetched"
  fi
  path=$folder/usr/sbin:$folder/usr/bin:$PATH
fi
(($# > 0)) || fail "say which command to run"

state=$(mktemp -d /var/tmp/manifold-engine.XXXXXX)
network=$(basename "$state")
trap clean_up EXIT
trap 'exit 130' INT TERM
chmod 755 "$state"
echo "$path" >"$state/path"
as_root ip netns add "$network"
as_root nsenter "--net=/run/netns/$network" ip link set lo up
start
export DOCKER_HOST="unix://$state/docker.sock" MANIFOLD_OWN_ENGINE=$state
export MANIFOLD_ENGINE_RESTART="$PWD/scripts/engine-own.sh --restart"
echo "Docker engine $(docker version --format '{{.Server.Version}} (API {{.Server.APIVersion}})') at $DOCKER_HOST"
scripts/demo-images.sh
nsenter "--net=/run/netns/$network" "$@"
