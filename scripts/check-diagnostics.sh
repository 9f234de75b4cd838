#!/usr/bin/env bash
# Holds together the codes of diagnostics in Sources, their sections in docs/diagnostics.md, their goldens, the examples in
# the docs and the catalogue for SARIF, and fails where they part. `--update` writes what is copied anew: the examples and
# the catalogue.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

catalogue=docs/diagnostics.md
goldens=Tests/GoldenTests
update=0
[[ ${1:-} == --update ]] && update=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

codes=$(grep -rhoE 'Code\("[^"]+"\)' --include='*.swift' Sources | sed -E 's/.*"(.*)".*/\1/' | sort -u || true)
sections=$(sed -nE 's/^## ([a-z0-9-]+(\.[a-z0-9-]+)+)$/\1/p' "$catalogue" | sort)

status=0
report() {
  [[ -n $2 ]] || return 0
  printf 'error: %s\n  %s\n' "$1" "${2//$'\n'/$'\n  '}" >&2
  status=1
}

# The lines of the first list that are not in the second.
missing() { comm -23 <(sort -u <<<"$1") <(sort -u <<<"$2") | sed '/^$/d'; }

report "diagnostics without a section in $catalogue:" "$(missing "$codes" "$sections")"
report "sections of $catalogue without a diagnostic in Sources:" "$(missing "$sections" "$codes")"
report "codes with more than one section in $catalogue:" "$(uniq -d <<<"$sections")"

# Goldens. A section that says why none is possible needs a test that names its code.
shown=$(grep -rhoE '^(error|warning)\[[^]]+\]' --include='*.txt' "$goldens" | sed -E 's/.*\[(.*)\]/\1/' || true)
excused=$(awk '/^## /{ code = $2 } /^<!-- no golden: .+ -->$/{ print code }' "$catalogue")
report "diagnostics without a golden in $goldens:" "$(missing "$codes" "$shown"$'\n'"$excused")"
report "codes with a golden that $catalogue says are without:" "$(comm -12 <(sort -u <<<"$shown") <(sort -u <<<"$excused"))"
tested=$(grep -rhoE '\b(diagnostics|yaml|graph|manifest|plan)(\.[a-z0-9-]+)+' --include='*.swift' Tests || true)
report "diagnostics without a golden and without a test:" "$(missing "$excused" "$tested")"

# Examples: `<!-- golden: NAME -->`, and behind it the manifest and what is said of it, each in a block.
awk -v folder="$goldens/broken" '
  function copy(file,   line) {
    while ((getline line < file) > 0) print line
    close(file)
  }
  match($0, /^<!-- golden: [a-z0-9-]+ -->$/) { name = substr($0, 14, length($0) - 17); block = 0 }
  name != "" && /^```/ && !inside {
    inside = 1
    print
    copy(folder "/" name (block == 0 ? ".yaml" : ".txt"))
    next
  }
  inside && /^```$/ { inside = 0; if (++block == 2) name = "" }
  !inside { print }
' "$catalogue" >"$work/diagnostics.md"
if ((update)); then
  cp "$work/diagnostics.md" "$catalogue"
elif ! diff -u "$catalogue" "$work/diagnostics.md" >"$work/diff"; then
  report "examples of $catalogue that differ from $goldens/broken (--update copies them):" "$(<"$work/diff")"
fi
examples=$(grep -c '^<!-- golden: ' "$catalogue" || true)
((examples >= 10)) || report "too few examples in $catalogue:" "$examples"

# The catalogue: of each section the first sentence and, where the last paragraph is another one, the first of that.
table() {
  awk -v codes="^$1" -v name="$2" '
    function plain(text) {
      while (match(text, /\[[^]]*\]\([^)]*\)/)) {
        link = substr(text, RSTART + 1, index(substr(text, RSTART), "](") - 2)
        text = substr(text, 1, RSTART - 1) link substr(text, RSTART + RLENGTH)
      }
      gsub(/\\/, "\\\\", text)
      return text
    }
    function sentence(text) {
      text = plain(text)
      end = match(text, /[.:] [A-Z]/)
      return end ? substr(text, 1, end) : text
    }
    function literal(text,   rest, cut, result) {
      if (length(text) <= 100 && text !~ /["\\]/) return "\"" text "\""
      for (rest = text; length(rest) > 96; rest = substr(rest, cut + 1)) {
        for (cut = 96; cut > 1 && substr(rest, cut, 1) != " "; cut--);
        result = result "            " substr(rest, 1, cut) "\\\n"
      }
      return "\"\"\"\n" result "            " rest "\n            \"\"\""
    }
    function finish() {
      if (code == "") return
      meaning = sentence(paragraphs[1])
      remedy = count > 1 ? sentence(paragraphs[count]) : ""
      print "        Entry("
      print "            \"" code "\","
      print "            " literal(meaning) ","
      print "            " literal(remedy)
      print "        ),"
    }
    BEGIN {
      print "// Written by scripts/check-diagnostics.sh --update from docs/diagnostics.md."
      print "// swift-format-ignore-file"
      print "extension DiagnosticsCatalogue {"
      print "    static let " name ": [Entry] = ["
    }
    /^## / { finish(); code = $2 ~ codes ? $2 : ""; count = 0; open = 0; next }
    /^```/ { fence = !fence; open = 0; next }
    fence || /^<!--/ { next }
    /^$/ { open = 0; next }
    { if (!open) { paragraphs[++count] = $0; open = 1 } else paragraphs[count] = paragraphs[count] " " $0 }
    END { finish(); print "    ]"; print "}" }
  ' "$catalogue"
}
# Two tables for the floor that has most to say, so that no file grows too long.
while read -r name pattern; do
  file="Sources/ManifoldReport/DiagnosticsCatalogue+${name^}.swift"
  table "$pattern" "$name" >"$work/table.swift"
  if ((update)); then
    cp "$work/table.swift" "$file"
  elif ! cmp -s "$work/table.swift" "$file"; then
    report "the catalogue differs from $catalogue (--update writes it):" "$file"
  fi
done <<'TABLES'
diagnostics diagnostics[.]
yaml yaml[.]
graph graph[.]
manifestAToL manifest[.][a-l]
manifestMToZ manifest[.][m-z]
plan plan[.]
TABLES
exit $status
