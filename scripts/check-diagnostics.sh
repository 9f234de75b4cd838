#!/usr/bin/env bash
# Fails when a diagnostic code in Sources has no section in docs/diagnostics.md, or a section no code.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

catalogue=docs/diagnostics.md
codes=$(grep -rhoE 'Code\("[^"]+"\)' --include='*.swift' Sources | sed -E 's/.*"(.*)".*/\1/' | sort -u || true)
sections=$(sed -nE 's/^## ([a-z0-9-]+(\.[a-z0-9-]+)+)$/\1/p' "$catalogue" | sort)

status=0
report() {
  [[ -n $2 ]] || return 0
  printf 'error: %s\n  %s\n' "$1" "${2//$'\n'/$'\n  '}" >&2
  status=1
}
report "diagnostics without a section in $catalogue:" "$(comm -23 <(echo "$codes") <(uniq <<<"$sections") | sed '/^$/d')"
report "sections of $catalogue without a diagnostic in Sources:" "$(comm -13 <(echo "$codes") <(uniq <<<"$sections") | sed '/^$/d')"
report "codes with more than one section in $catalogue:" "$(uniq -d <<<"$sections")"
exit $status
