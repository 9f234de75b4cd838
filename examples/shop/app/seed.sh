#!/bin/sh
# seed.sh FILE: stores each line, a key and its value, in the cache.
set -eu
. /app/http.sh
while read -r key value; do
  ask POST "$CACHE_HOST" "/cgi-bin/cache.cgi?set=$key" "$value" >/dev/null || {
    echo "could not store $key" >&2
    exit 1
  }
  echo "stored $key"
done <"$1"
