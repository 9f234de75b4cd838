# shellcheck shell=bash
# Sourced. Where the engine is, whether it answers, and what engine-start.sh remembers of an engine that it started.

engine_state="${XDG_STATE_HOME:-${HOME:-/var/tmp}/.local/state}/manifold-engine"
engine_pid_file="$engine_state/dockerd.pid"
# shellcheck disable=SC2034 # used by the scripts that source this
engine_log="$engine_state/dockerd.log"
engine_default_endpoint=unix:///var/run/docker.sock

# The endpoint that the docker command line would use.
engine_endpoint() {
  if [[ -n ${DOCKER_HOST:-} ]]; then
    echo "$DOCKER_HOST"
  else
    docker context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null || echo "$engine_default_endpoint"
  fi
}

engine_version() {
  timeout 20 docker version --format '{{.Server.Version}} (API {{.Server.APIVersion}})' 2>/dev/null
}

# The pid of an engine that engine-start.sh started and that still runs. The command line is compared too, because
# the number in a file that outlived a reboot may belong to another process by now.
engine_own_pid() {
  local pid
  pid=$(cat "$engine_pid_file" 2>/dev/null) && [[ -n $pid ]] || return 1
  { tr '\0' '\n' <"/proc/$pid/cmdline"; } 2>/dev/null | grep -qxF -- "$engine_pid_file" || return 1
  echo "$pid"
}
