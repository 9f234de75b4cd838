#!/usr/bin/env bash
# Prints the path of the docker-registry that tests push to: Debian 13's package, unpacked below .build, never installed.
# Where it cannot be had, says so and prints nothing; in CI that is an error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib/debian.sh
source scripts/lib/debian.sh

debian_program docker-registry usr/bin/docker-registry "$PWD/.build/tools/docker-registry"
