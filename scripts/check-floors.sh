#!/usr/bin/env bash
# Fails when a target imports another target of the package that it does not itself declare as a dependency, or a
# library that belongs behind another floor's door (docs/architecture.md).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Prints the imports of module $1 below the remaining arguments; succeeds when there are any.
imports() {
  local module=$1
  shift
  grep -rsnE "^ *(@[A-Za-z_]+(\([a-z]+\))? +|(public|package|internal|fileprivate|private) +)*import +((struct|class|enum|protocol|func|var|let|typealias) +)?$module(\.|\$| )" \
    --include='*.swift' "$@"
}

# Each target's path beside every target of the package that it may not import.
closed_doors=$(swift package describe --type json | jq -r '
  [.targets[].name] as $all | .targets[] | . as $target
  | ($all - ($target.target_dependencies // []) - [$target.name])[] as $other | "\($target.path) \($other)"')

status=0
while read -r path other; do
  if imports "$other" "$path"; then
    echo "error: $path imports $other, which Package.swift does not declare for it" >&2
    status=1
  fi
done <<<"$closed_doors"

# only_in MODULE DIRECTORY...: nothing else below Sources imports the module.
only_in() {
  local module=$1 directory excluded=()
  shift
  for directory in "$@"; do excluded+=(--exclude-dir="$directory"); done
  if imports "$module" "${excluded[@]}" Sources; then
    echo "error: imports of $module belong in: $*" >&2
    status=1
  fi
}
only_in CLibYAML ManifoldYAML
only_in ArgumentParser ManifoldCommands
only_in AsyncHTTPClient DockerEngine
only_in 'NIO[A-Za-z0-9]*' DockerEngine ManifoldTestSupport
only_in Dispatch SideBySide

compiler_wing=(JSONReading SideBySide ManifoldDiagnostics ManifoldResources ManifoldYAML ManifoldManifest ManifoldGraph ManifoldPlan)
if imports Foundation "${compiler_wing[@]/#/Sources/}"; then
  echo "error: the compiler wing does without Foundation; take FoundationEssentials where it must be" >&2
  status=1
fi
exit $status
