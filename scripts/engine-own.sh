#!/usr/bin/env bash
# Runs a command with a Docker engine of its own, and ends the engine afterwards: with data, socket and network of its
# own, so that other engines of this machine do not notice. The command runs in the engine's network.
#
#   scripts/engine-own.sh COMMAND...               the engine that is installed
#   scripts/engine-own.sh --newer COMMAND...       the one of Debian 13 (26.1.5), unpacked below .build
#   scripts/engine-own.sh --restart FLAGS...       restarts the engine, from within COMMAND, with further flags for dockerd
#   scripts/engine-own.sh --restart --newer        replaces it by the newer one, which takes over all that it has
#
# COMMAND finds the engine in DOCKER_HOST, and in MANIFOLD_ENGINE_RESTART a command that restarts it. It takes root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib/root.sh
source scripts/lib/root.sh
# shellcheck source=scripts/lib/debian.sh
source scripts/lib/debian.sh

fail() {
  echo "error: $1" >&2
  exit 1
}

# Starts the engine of $1, which is a PATH, with further flags.
start() {
  local path=$1
  shift
  # The shell opens the log and leaves nothing of ours open in the engine.
  # shellcheck disable=SC2016
  env "PATH=$path" nsenter "--net=/run/netns/$network" sh -c 'log=$1; shift
    setsid dockerd "$@" </dev/null >>"$log" 2>&1 & echo $!' sh "$state/log" \
    --data-root "$state/data" --exec-root "$state/exec" --pidfile "$state/pid" \
    -H "unix://$state/docker.sock" --group "$(id -gn)" \
    --default-address-pool base=10.192.0.0/12,size=24 "$@" >"$state/process"
  echo "$path" >"$state/path"
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
  kill -TERM "$pid" 2>/dev/null || return 0
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
  ip netns delete "$network" 2>/dev/null || true
  # What a killed engine or container leaves mounted would keep its folder.
  while read -r mounted; do umount -l "$mounted" || true; done < <(awk -v state="$state/" \
    'index($2, state) == 1 { print $2 }' /proc/self/mounts | sort -r)
  rm -rf "$state"
}

# The PATH of the newer engine, which is fetched where it is not there yet.
newer() {
  local folder=$PWD/.build/tools/engine-26
  if [[ ! -d $folder ]]; then
    echo "Fetching the engine of Debian 13" >&2
    # Not its runc, which needs Debian 13's C library; the one that is installed serves it.
    debian_unpack "$folder" docker.io docker-cli containerd tini >/dev/null || fail "the engine could not be fetched"
  fi
  echo "$folder/usr/sbin:$folder/usr/bin:$PATH"
}

main() {
  local path
  if [[ ${1:-} == --restart ]]; then
    shift
    state=${MANIFOLD_OWN_ENGINE:?runs only within a command of scripts/engine-own.sh}
    network=$(basename "$state")
    path=$(cat "$state/path")
    if [[ ${1:-} == --newer ]]; then
      shift
      path=$(newer)
    fi
    end
    start "$path" "$@"
    return
  fi

  path=$PATH
  if [[ ${1:-} == --newer ]]; then
    shift
    path=$(newer)
  fi
  (($# > 0)) || fail "say which command to run"
  [[ $EUID -eq 0 ]] || fail "an engine of its own takes root"

  state=$(mktemp -d /var/tmp/manifold-engine.XXXXXX)
  network=$(basename "$state")
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  chmod 755 "$state"
  ip netns add "$network"
  nsenter "--net=/run/netns/$network" ip link set lo up
  start "$path"
  export DOCKER_HOST="unix://$state/docker.sock" MANIFOLD_OWN_ENGINE=$state
  export MANIFOLD_ENGINE_RESTART="$PWD/scripts/engine-own.sh --restart"
  echo "Docker engine $(docker version --format '{{.Server.Version}} (API {{.Server.APIVersion}})') at $DOCKER_HOST"
  scripts/demo-images.sh
  nsenter "--net=/run/netns/$network" "$@"
}

main "$@"
