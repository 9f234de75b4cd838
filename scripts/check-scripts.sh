#!/usr/bin/env bash
# Runs shellcheck over every script of the project, where shellcheck is installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v shellcheck >/dev/null; then
  echo "warning: shellcheck is not installed; the scripts were not checked" >&2
  exit 0
fi
shellcheck -x .ci/run scripts/*.sh scripts/lib/*.sh Benchmarks/*.sh
# What the example sources is a file of its containers.
shellcheck -s sh -e SC1091 examples/shop/app/*
