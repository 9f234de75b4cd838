#!/usr/bin/env bash
# Starts a Docker engine in the background when none answers, and waits until it does. DOCKER_HOST and docker contexts
# are honoured. engine-stop.sh ends it.
#
#   MANIFOLD_ENGINE_FLAGS     further flags for dockerd, separated by spaces
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib/root.sh
source scripts/lib/root.sh
# shellcheck source=scripts/lib/engine.sh
source scripts/lib/engine.sh

fail() {
  echo "error: $1" >&2
  exit 1
}

# Waits until the engine answers; $1 is the pid of a dockerd that must stay alive meanwhile, or empty.
wait_for_engine() {
  local pid=$1 deadline=$((SECONDS + 90)) version
  while ((SECONDS < deadline)); do
    if version=$(engine_version); then
      echo "Docker engine $version at $endpoint"
      return 0
    fi
    if [[ -n $pid && ! -d /proc/$pid ]]; then
      tail -n 20 "$engine_log" >&2
      fail "dockerd ended; its log is $engine_log"
    fi
    sleep 0.3
  done
  [[ -z $pid ]] || tail -n 20 "$engine_log" >&2
  fail "no engine answered at $endpoint within 90 s"
}

endpoint=$(engine_endpoint)
if version=$(engine_version); then
  echo "Docker engine $version at $endpoint"
  exit 0
fi

[[ $endpoint == unix://* ]] ||
  fail "no engine answers at $endpoint, and only one behind a unix socket can be started here: unset DOCKER_HOST to use one on this machine"
socket=${endpoint#unix://}

# Under systemd the service may just be starting: `start` waits for it, and a second dockerd would get in its way.
if [[ $endpoint == "$engine_default_endpoint" && -d /run/systemd/system ]] && systemctl cat docker.service >/dev/null 2>&1; then
  as_root systemctl start docker.service
fi

# Only root and the group docker may use an engine that was started by somebody else.
if [[ $EUID -ne 0 && -S $socket ]] && as_root docker -H "$endpoint" version >/dev/null 2>&1; then
  if [[ ! -w $socket ]]; then
    echo "Giving $(id -un) access to $socket until the engine restarts"
    as_root setfacl -m "u:$(id -u):rw" "$socket"
  fi
  wait_for_engine ""
  exit 0
fi

if pid=$(engine_own_pid); then
  wait_for_engine "$pid"
  exit 0
fi

command -v dockerd >/dev/null || fail "no engine answers at $endpoint, and dockerd is not installed here"

# Without systemd nothing may have mounted the control groups.
grep -q ' cgroup2\? ' /proc/self/mounts || as_root mount -t cgroup2 cgroup2 /sys/fs/cgroup

# An engine that was killed leaves its containerd's pid behind. dockerd takes any process of that number, a dead one that
# nobody has waited for included, for its containerd and waits for it in vain.
containerd_pid_file=/var/run/docker/containerd/containerd.pid
if containerd_pid=$(as_root cat "$containerd_pid_file" 2>/dev/null) &&
  ! grep -qa containerd "/proc/$containerd_pid/cmdline" 2>/dev/null; then
  as_root rm -f "$containerd_pid_file"
fi
as_root rm -f "$engine_pid_file"

mkdir -p "$engine_state"
flags=(--pidfile "$engine_pid_file")
[[ $endpoint == "$engine_default_endpoint" ]] || flags+=(-H "$endpoint")
[[ $EUID -eq 0 ]] || flags+=(--group "$(id -gn)")
read -ra further <<<"${MANIFOLD_ENGINE_FLAGS:-}"
flags+=("${further[@]}")

echo "Starting a Docker engine; its log is $engine_log"
# The shell opens the log and leaves nothing of ours open in the engine: who waits for our output must not wait for it.
# shellcheck disable=SC2016
pid=$(as_root sh -c 'log=$1; shift; setsid dockerd "$@" </dev/null >"$log" 2>&1 & echo $!' sh "$engine_log" "${flags[@]}")
wait_for_engine "$pid"
