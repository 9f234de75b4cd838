#!/usr/bin/env bash
# Prints the path of the docker-compose that tests and benchmarks compare with: Debian 13's package (2.26.1), fetched
# and verified by apt and unpacked below .build, never installed. Where it cannot be had, says so and prints nothing;
# in CI that is an error.
#
#   MANIFOLD_DOCKER_COMPOSE     use this one instead
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib/debian.sh
source scripts/lib/debian.sh

compose=$PWD/.build/tools/docker-compose

if [[ -n ${MANIFOLD_DOCKER_COMPOSE:-} ]]; then
  [[ -x $MANIFOLD_DOCKER_COMPOSE ]] || {
    echo "error: MANIFOLD_DOCKER_COMPOSE is not a program: $MANIFOLD_DOCKER_COMPOSE" >&2
    exit 1
  }
  echo "$MANIFOLD_DOCKER_COMPOSE"
  exit 0
fi

debian_program docker-compose usr/libexec/docker/cli-plugins/docker-compose "$compose"
