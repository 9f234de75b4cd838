#!/usr/bin/env bash
# Fails on a source file that has outgrown its idea (500 lines, tests 700), on notes to self, and on ways to crash or to
# escape the compiler's checks.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

status=0
too_long() {
  local limit=$1 file lines
  while IFS= read -r -d '' file; do
    lines=$(wc -l <"$file")
    if ((lines > limit)); then
      echo "error: $file has $lines lines; the most is $limit" >&2
      status=1
    fi
  done < <(find "$2" -name '*.swift' -print0 | sort -z)
}
too_long 500 Sources
too_long 700 Tests

if grep -rnE '\b(TODO|FIXME)\b|\bfatalError\(|\btry!|@unchecked Sendable' --include='*.swift' Sources Tests Package.swift; then
  echo "error: the lines above crash without a reason, step around the compiler or leave a note to self" >&2
  status=1
fi
exit $status
