#!/usr/bin/env bash
# Prints the path of the docker-compose that tests and benchmarks compare with: Debian 13's package (2.26.1), fetched
# and verified by apt and unpacked below .build, never installed. Where it cannot be had, says so and prints nothing;
# in CI that is an error.
#
#   MANIFOLD_DOCKER_COMPOSE     use this one instead
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

compose=$PWD/.build/tools/docker-compose

if [[ -n ${MANIFOLD_DOCKER_COMPOSE:-} ]]; then
  [[ -x $MANIFOLD_DOCKER_COMPOSE ]] || {
    echo "error: MANIFOLD_DOCKER_COMPOSE is not a program: $MANIFOLD_DOCKER_COMPOSE" >&2
    exit 1
  }
  echo "$MANIFOLD_DOCKER_COMPOSE"
  exit 0
fi

# The mirror that this machine uses for Debian's main archive.
mirror() {
  local code id site=""
  # shellcheck source=/dev/null
  id=$(. /etc/os-release && echo "${ID:-}")
  # shellcheck source=/dev/null
  code=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  if [[ $id == debian ]]; then
    # shellcheck disable=SC2016
    site=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(SITE)' 'Created-By: Packages' |
      awk -v code="$code" '$1 == code && $2 == "main" { print $3; exit }')
  fi
  echo "${site:-http://deb.debian.org/debian}"
}

# One chain, because bash ignores `set -e` in a function whose status is being tested.
fetch() (
  work=$(mktemp -d) || exit 1
  trap 'rm -rf "$work"' EXIT
  # apt with a state of its own: it keeps this machine's proxies and certificates, and does not see trixie otherwise.
  options=(-q -o "Dir::State=$work" -o "Dir::State::lists=$work/lists" -o Dir::State::status=/dev/null
    -o "Dir::Cache=$work/cache" -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=-
    -o APT::Sandbox::User= -o APT::Update::Error-Mode=any -o Acquire::Retries=3)
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/root" "$(dirname "$compose")" &&
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(mirror) trixie main" >"$work/sources.list" &&
    cd "$work" &&
    apt-get "${options[@]}" update &&
    apt-get "${options[@]}" download docker-compose &&
    dpkg -x docker-compose_*.deb root &&
    install -m 755 root/usr/libexec/docker/cli-plugins/docker-compose "$compose.$$" &&
    "$compose.$$" version &&
    mv "$compose.$$" "$compose"
)

if [[ ! -x $compose ]]; then
  echo "Fetching docker-compose from Debian 13" >&2
  if ! output=$(fetch 2>&1 </dev/null); then
    printf '%s\n' "$output" | tail -n 5 >&2
    if [[ ${CI:-} == true ]]; then
      echo "error: docker-compose could not be fetched, and CI must not skip the tests that need it" >&2
      exit 1
    fi
    echo "warning: docker-compose could not be fetched; what compares with it is skipped" >&2
    exit 0
  fi
fi
echo "$compose"
