#!/usr/bin/env bash
# Feeds the front end with mutated manifests (libFuzzer) until RUNS texts were tried, and says how to see a finding again.
#
#   fuzz.sh               RUNS=200000 by default, some minutes; JOBS processes side by side, one per core by default
#   fuzz.sh FILE...       runs these texts once each
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runs=${RUNS:-200000}
jobs=${JOBS:-$(nproc)}
scratch=.build/fuzzing
export MANIFOLD_FUZZING=1 SWIFT_BACKTRACE=enable=no
build=(-c release --sanitize fuzzer --scratch-path "$scratch" --product FrontEndFuzzer)
swift build "${build[@]}" -Xswiftc -enforce-exclusivity=checked
fuzzer=$(swift build "${build[@]}" --show-bin-path)/FrontEndFuzzer

# A text takes a few milliseconds; 30 seconds (on a machine that has other work too) and 2 GB are a finding.
limits=(-timeout=30 -rss_limit_mb=2048 -malloc_limit_mb=1024)
if (($# > 0)); then exec "$fuzzer" "${limits[@]}" "$@"; fi

# What mutations begin with: every manifest and env file here, and in the corpora where they lie beside.
seeds=$scratch/seeds
corpus=$scratch/corpus
findings=$scratch/findings
rm -rf "$seeds"
mkdir -p "$seeds" "$corpus" "$findings"
sources=(examples Tests/GoldenTests)
for folder in ../shared/corpus/compose/open ../shared/corpus/yaml-test-suite; do
  if [[ -d $folder ]]; then sources+=("$folder"); fi
done
while IFS= read -r -d '' file; do
  cp "$file" "$seeds/$(sha1sum "$file" | cut -d ' ' -f 1)"
done < <(find "${sources[@]}" -type f -size -16k -size +0 \( -name '*.y*ml' -o -name '*.env' -o -name '.env*' \) -print0)
echo "Fuzzing with $(find "$seeds" -type f | wc -l) seeds, $runs texts in $jobs processes"

before=$(find "$findings" -type f | wc -l)
pids=()
for ((job = 1; job <= jobs; job++)); do
  "$fuzzer" "${limits[@]}" -runs=$((runs / jobs)) -max_len=4096 -reload=60 -dict=Fuzzing/manifest.dict -print_final_stats=1 \
    -artifact_prefix="$findings/" "$corpus" "$seeds" >"$scratch/log-$job.txt" 2>&1 &
  pids+=($!)
done
status=0
for pid in "${pids[@]}"; do wait "$pid" || status=1; done
for ((job = 1; job <= jobs; job++)); do
  grep -hE '^stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)' "$scratch/log-$job.txt" || true
  grep -h ' cov: ' "$scratch/log-$job.txt" | tail -n 1 || true
done
if ((status != 0)) || (($(find "$findings" -type f | wc -l) > before)); then
  echo "error: there are findings; the end of $scratch/log-*.txt says more. To see one again:" >&2
  find "$findings" -type f -newer "$seeds" -printf '  scripts/fuzz.sh %p\n' >&2
  exit 1
fi
echo "No finding"
