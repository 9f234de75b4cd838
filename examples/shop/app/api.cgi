#!/bin/sh
. /app/http.sh
cache=/cgi-bin/cache.cgi
if visits=$(ask POST "$CACHE_HOST" "$cache?count=visits") && featured=$(ask GET "$CACHE_HOST" "$cache?get=featured"); then
  printf 'Content-Type: text/plain\r\n\r\n%s\nvisit %s\nfeatured: %s\nserved by %s\n' \
    "$GREETING" "$visits" "$featured" "$(hostname)"
else
  printf 'Status: 502 Bad Gateway\r\nContent-Type: text/plain\r\n\r\nthe cache does not answer\n'
fi
