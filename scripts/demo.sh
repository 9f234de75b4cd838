#!/usr/bin/env bash
# Takes a copy of examples/shop through its life on a real engine, and fails loudly where something is not as expected.
#
#   MANIFOLD                    the program to show (default: the debug build)
#   MANIFOLD_DOCKER_COMPOSE     a docker-compose to look at the system with as well
#   MANIFOLD_DEMO_KEEP=1        leave everything as it is when an expectation fails
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

binary=$(realpath -m "${MANIFOLD:-$(swift build --show-bin-path)/manifold}")
[[ -x $binary ]] || {
  echo "error: $binary is not a program; \`make demo\` builds it" >&2
  exit 1
}
password=$(cat examples/shop/secrets/cache-password.txt)
work=$(mktemp -d "${TMPDIR:-/tmp}/manifold-demo.XXXXXX")
output=$work/output
transcript=$work/transcript

manifold() { "$binary" "$@"; }
docker-compose() { "$MANIFOLD_DOCKER_COMPOSE" "$@"; }

# Everything on the engine that carries our label or, for volumes, a name of ours.
left_over() {
  docker ps --all --filter label=io.manifold.system=shop --format 'container {{.Names}}'
  docker network ls --filter label=io.manifold.system=shop --format 'network {{.Name}}'
  docker volume ls --filter name='^shop_' --format 'volume {{.Name}}'
}

# What the engine repeats in every event: the labels of all that is ours.
labels() {
  docker ps --all --quiet --filter label=com.docker.compose.project=shop | xargs -r docker inspect --format '{{json .Config.Labels}}'
  docker network ls --quiet --filter label=io.manifold.system=shop | xargs -r docker network inspect --format '{{json .Labels}}'
  docker volume ls --quiet --filter name='^shop_' | xargs -r docker volume inspect --format '{{json .Labels}}'
}

finish() {
  local status=$?
  trap - EXIT
  if [[ $status -ne 0 && -n ${MANIFOLD_DEMO_KEEP:-} ]]; then
    echo "Left as it is: $work/shop and the system shop" >&2
    exit "$status"
  fi
  if [[ $status -ne 0 && -n ${started:-} ]]; then
    echo "Cleaning up" >&2
    manifold destroy -f "$work/shop/manifold.yaml" --auto-approve --allow-destroy volume.cache-data >/dev/null 2>&1 || true
    # Whatever manifold could not remove: nothing with this label was there when the demo began.
    left_over | while read -r kind name; do
      case $kind in
      container) docker rm --force "$name" ;;
      *) docker "$kind" rm "$name" ;;
      esac >/dev/null || true
    done
  fi
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then bold=$'\e[1m' dim=$'\e[2m' plain=$'\e[0m'; else bold='' dim='' plain=''; fi

number=0
step() { printf '\n%s%d. %s%s\n' "$bold" $((++number)) "$1" "$plain"; }

fail() {
  printf '\n%sThe demo failed.%s\nexpected: %s\n' "$bold" "$plain" "$1" >&2
  exit 1
}

# run STATUS COMMAND...: shows and runs a command that must end with that exit status; `expect` looks at what it printed.
run() {
  local wanted=$1 status=0 word line='$'
  shift
  for word in "$@"; do
    if [[ $word == *[!A-Za-z0-9_./:=,-]* ]]; then line+=" '$word'"; else line+=" $word"; fi
  done
  printf '%s%s%s\n' "$dim" "$line" "$plain"
  "$@" </dev/null 2>&1 | tee "$output" || status=${PIPESTATUS[0]}
  cat "$output" >>"$transcript"
  [[ $status -eq $wanted ]] || fail "exit status $wanted from \`$*\`, not $status"
}

expect() { grep -qE -- "$1" "$output" || fail "$2 (matching /$1/)"; }
expect_no() { ! grep -qE -- "$1" "$output" || fail "$2 (nothing matching /$1/)"; }

# The greeting of each of the two api instances, asked a few times so that both have their turn.
expect_greeting() {
  local i
  for ((i = 0; i < 6; i++)); do
    curl -fsS --max-time 20 "http://127.0.0.1:$SHOP_PORT/" >"$output" || fail "every request to be answered"
    expect "^$1\$" "the greeting \`$1\` from every instance of api"
  done
}

taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

[[ -z $(left_over) && -z $(docker ps --all --quiet --filter label=com.docker.compose.project=shop) ]] || {
  echo "error: this engine has a system called shop already; the demo would get in its way" >&2
  exit 1
}
export SHOP_PORT=8080
while taken "$SHOP_PORT"; do SHOP_PORT=$((SHOP_PORT + 1)); done

# The readable bits are set because the containers' users read the files too, whatever this user's umask was.
cp -R examples/shop "$work/shop"
chmod -R a+rX "$work"
cd "$work/shop"
file=(-f manifold.yaml)
greeting_line=$(grep -n 'GREETING:' manifold.yaml | cut -d: -f1)
echo "Working on a copy of examples/shop in $PWD; web is published on port $SHOP_PORT"

step 'What would be made? Nothing is there yet'
run 2 manifold plan "${file[@]}" --detailed-exitcode
for address in network.front network.back volume.cache-data service.web service.api service.cache service.seed; do
  expect "${address//./\\.}" "$address in the plan"
done
[[ -z $(left_over) ]] || fail "a plan that makes nothing"

step 'Make it'
started=1
run 0 manifold apply "${file[@]}" --auto-approve
labels >>"$transcript"

step 'Ask the web service: the answer comes through api from the cache'
run 0 curl -fsS --max-time 20 "http://127.0.0.1:$SHOP_PORT/"
expect '^Good morning$' 'the greeting that api has in its environment'
expect '^visit [0-9]+$' "the cache's counter"
expect '^featured: a brass sextant$' "what the job seed has put into the cache"

if [[ -n ${MANIFOLD_DOCKER_COMPOSE:-} ]]; then
  step "Docker Compose sees an ordinary project"
  run 0 docker-compose -p shop ps --all
  for container in shop-web-1 shop-api-1 shop-api-2 shop-cache-1 shop-seed-1; do expect "$container" "$container"; done
fi

step 'Change one value in the manifest'
run 0 sed -i 's/GREETING: Good morning/GREETING: Good evening/' manifold.yaml
run 2 manifold plan "${file[@]}" --detailed-exitcode
expect 'service\.api' 'service.api in the plan'
expect 'GREETING' 'the field that changed'
expect 'Good morning' 'the value before'
expect 'Good evening' 'the value after'
expect "manifold\.yaml:$greeting_line:" 'the place that the change comes from'
expect_no '(service\.(web|cache|seed)|network\.|volume\.)' 'nothing but api in the plan'

step 'Apply the change'
run 0 manifold apply "${file[@]}" --auto-approve
run 0 curl -fsS --max-time 20 "http://127.0.0.1:$SHOP_PORT/"
expect_greeting 'Good evening'

step 'Plan again: the manifest and the engine agree'
run 0 manifold plan "${file[@]}" --detailed-exitcode

step 'Meanwhile, somebody works on the engine by hand'
cache_id=$(docker inspect --format '{{.Id}}' shop-cache-1)
run 0 docker update --memory 48m --memory-swap 96m shop-cache-1
run 0 docker rm -f shop-api-2
run 2 manifold plan "${file[@]}" --detailed-exitcode
expect 'service\.cache' 'the cache in the plan'
expect 'mem_limit' 'the field that drifted'
expect 'service\.api\[2\]' 'the missing instance in the plan'
expect '[Dd]rift' 'drift as the cause'
expect_no 'service\.(web|seed)|network\.|volume\.' 'nothing but the two in the plan'

step 'Put it right'
run 0 manifold apply "${file[@]}" --auto-approve
[[ $(docker inspect --format '{{.Id}} {{.HostConfig.Memory}} {{.HostConfig.MemorySwap}}' shop-cache-1) == "$cache_id 67108864 67108864" ]] ||
  fail "the same container for the cache, with its limits of 64 MiB back"
[[ $(docker inspect --format '{{.State.Running}}' shop-api-2) == true ]] || fail "shop-api-2 to run again"
expect_greeting 'Good evening'
run 0 manifold plan "${file[@]}" --detailed-exitcode

step 'How is it?'
run 0 manifold status "${file[@]}"
expect 'healthy' "the instances' health"
expect "$SHOP_PORT" "web's published port"

step 'Take it down: the volume stays, because nobody said that its data may go'
run 0 manifold destroy "${file[@]}" --auto-approve
expect 'volume\.cache-data' 'a note about the volume that is kept'
docker volume inspect shop_cache-data >/dev/null 2>&1 || fail 'the volume shop_cache-data to be there still'
[[ -z $(docker ps --all --quiet --filter label=io.manifold.system=shop) ]] || fail 'no container left'

step 'And with consent, the volume too'
run 0 manifold destroy "${file[@]}" --auto-approve --allow-destroy volume.cache-data
docker volume inspect shop_cache-data >/dev/null 2>&1 && fail 'the volume shop_cache-data to be gone'
rest=$(left_over)
[[ -z $rest ]] || fail "nothing left over, not: ${rest//$'\n'/, }"

! grep -qF -- "$password" "$transcript" || fail 'the secret to appear nowhere in what was printed, nor in labels'

printf '\n%sEverything was as expected, and nothing is left over.%s\n' "$bold" "$plain"
