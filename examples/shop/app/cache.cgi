#!/bin/sh
# ?get=KEY answers a value, ?set=KEY stores the body as one, ?count=KEY counts one more and answers the count.
verb=${QUERY_STRING%%=*}
key=${QUERY_STRING#*=}

answer() {
  printf 'Status: %s\r\nContent-Type: text/plain\r\n\r\n%s\n' "$1" "$2"
  exit 0
}

case $key in
'' | *[!a-z0-9-]*) answer '400 Bad Request' 'a key is made of a-z, 0-9 and -' ;;
esac

case $verb in
get)
  [ -f "/data/$key" ] || answer '404 Not Found' 'no such key'
  answer '200 OK' "$(cat "/data/$key")"
  ;;
set)
  # Renaming is atomic: who reads meanwhile sees the old value or the new one.
  head -c "${CONTENT_LENGTH:-0}" >"/data/.$key.$$" && mv "/data/.$key.$$" "/data/$key"
  answer '200 OK' stored
  ;;
count)
  # One line for each visit: appending is atomic, so that no lock is needed and nothing is lost.
  echo >>"/data/$key.count"
  answer '200 OK' "$(wc -l <"/data/$key.count")"
  ;;
*) answer '400 Bad Request' 'get, set or count' ;;
esac
