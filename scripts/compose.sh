#!/usr/bin/env bash
# Prints the path of the docker-compose that tests and benchmarks compare with: Debian 13's package (2.26.1), fetched
# and verified by apt and unpacked below .build, never installed. Where it cannot be had, says so and prints nothing;
# in CI that is an error.
#
#   MANIFOLD_DOCKER_COMPOSE     use this one instead
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib/trixie.sh
source scripts/lib/trixie.sh

compose=$PWD/.build/tools/docker-compose

if [[ -n ${MANIFOLD_DOCKER_COMPOSE:-} ]]; then
  [[ -x $MANIFOLD_DOCKER_COMPOSE ]] || {
    echo "error: MANIFOLD_DOCKER_COMPOSE is not a program: $MANIFOLD_DOCKER_COMPOSE" >&2
    exit 1
  }
  echo "$MANIFOLD_DOCKER_COMPOSE"
  exit 0
fi

fetch() {
  local folder=${compose%/*}/trixie.$$
  trixie_unpack "$folder" docker-compose &&
    "$folder/usr/libexec/docker/cli-plugins/docker-compose" version &&
    mv "$folder/usr/libexec/docker/cli-plugins/docker-compose" "$compose" &&
    rm -r "$folder"
}

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
