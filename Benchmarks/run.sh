#!/usr/bin/env bash
# Prints figures of manifold and docker-compose side by side, measured in one run; README.md says how to read them.
# `make bench` makes what this needs.
#
#   MANIFOLD                    the release binary
#   MANIFOLD_DOCKER_COMPOSE     the docker-compose to compare with; without it only manifold is measured
#   BENCH_RUNS                  how often each command is timed (10)
#   BENCH_COMPILE               numbers of services to compile ("10 100 1000 5000")
#   BENCH_PLAN                  numbers of running services to plan ("20 100")
#   PLANNING_BENCHMARK          the program that plans without an engine; without it that is left out
#   BENCH_PLANNING              numbers of services that it plans ("410 4695 47550", which are 1,000 resources and ten
#                               and a hundred times as many)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=$(realpath "${MANIFOLD:?names the release binary}")
compose=${MANIFOLD_DOCKER_COMPOSE:-}
runs=${BENCH_RUNS:-10}
work=$(mktemp -d)

# Takes down what is up; the two systems have names that nothing else uses.
take_down() {
  local failed=0
  if [[ -f $work/benchm.yml ]]; then
    "$program" destroy -f "$work/benchm.yml" --auto-approve >>"$work/log" 2>&1 || failed=1
  fi
  if [[ -f $work/benchc.yml ]]; then
    "$compose" -f "$work/benchc.yml" down --timeout 1 >>"$work/log" 2>&1 || failed=1
  fi
  rm -f "$work/benchm.yml" "$work/benchc.yml"
  return "$failed"
}

finish() {
  local status=$?
  trap - EXIT
  [[ $status -eq 0 ]] || tail -n 20 "$work/log" >&2 2>/dev/null || true
  if ! take_down; then
    status=1
    tail -n 20 "$work/log" >&2
    docker ps --all --filter name='^bench[mc]-' --format 'left behind: {{.Names}}' >&2 || true
  fi
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT

bring_up() {
  echo "bringing up: $*" >&2
  "$@" >>"$work/log" 2>&1
}

measure() { python3 Benchmarks/measure.py "$runs" "$@"; }

peer='no docker-compose'
[[ -z $compose ]] || peer=$("$compose" version | head -n 1)
printf '%s, %s; %s cores, Linux %s\n' "$("$program" --version | head -n 1)" "$peer" "$(nproc)" "$(uname -r)"
printf 'Docker engine %s; %s runs of each\n\n' "$(docker version --format '{{.Server.Version}}')" "$runs"
printf '| %-52s | %8s | %8s | %8s | %8s |\n' '' 'min ms' 'median' 'max' 'peak MiB'
printf '| %s | ---: | ---: | ---: | ---: |\n' '---'

measure 'manifold --version' "'$program' --version" ${compose:+'docker-compose version' "'$compose' version"}

for count in ${BENCH_COMPILE-10 100 1000 5000}; do
  python3 Benchmarks/generate.py compile "$count" >"$work/$count.yml"
  pair=("manifold compile, $count services" "'$program' compile -f '$work/$count.yml' --format json")
  [[ -z $compose ]] || pair+=("docker-compose config -q, $count services" "'$compose' -f '$work/$count.yml' config -q")
  measure "${pair[@]}"
done

if [[ -n ${PLANNING_BENCHMARK:-} ]]; then
  read -ra counts <<<"${BENCH_PLANNING-410 4695 47550}"
  python3 Benchmarks/planning.py "$runs" "$PLANNING_BENCHMARK" "${counts[@]}"
fi

for count in ${BENCH_PLAN-20 100}; do
  python3 Benchmarks/generate.py run "$count" --name benchm >"$work/benchm.yml"
  bring_up "$program" apply -f "$work/benchm.yml" --auto-approve
  # --detailed-exitcode makes a plan that is not empty an error here.
  pair=("manifold plan, no changes, $count running" "'$program' plan -f '$work/benchm.yml' --detailed-exitcode")
  if [[ -n $compose ]]; then
    python3 Benchmarks/generate.py run "$count" --name benchc >"$work/benchc.yml"
    bring_up "$compose" -f "$work/benchc.yml" up -d
    pair+=("docker-compose up -d, no changes, $count running" "'$compose' -f '$work/benchc.yml' up -d")
  fi
  measure "${pair[@]}"
  take_down
done
