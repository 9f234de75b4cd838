#!/usr/bin/env bash
# Fails where schema/manifest.schema.json is no JSON Schema of draft 7, or refuses a manifest that is valid: those of the
# repository, and those of the corpus where it lies beside. (That it is what the tables give is a test.)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec python3 scripts/lib/check_schema.py
