#!/usr/bin/env bash
# Prints the path of the docker-buildx that tests build with: Debian 13's package (0.13.1), unpacked below .build, never
# installed. Where it cannot be had, says so and prints nothing; in CI that is an error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib/debian.sh
source scripts/lib/debian.sh

debian_program docker-buildx usr/libexec/docker/cli-plugins/docker-buildx "$PWD/.build/tools/docker-buildx"
