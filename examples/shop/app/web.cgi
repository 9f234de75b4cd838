#!/bin/sh
. /app/http.sh
if page=$(ask GET "$API_HOST" /); then
  printf 'Content-Type: text/plain\r\n\r\n%s\n%s\n' "$TITLE" "$page"
else
  printf 'Status: 502 Bad Gateway\r\nContent-Type: text/plain\r\n\r\n%s does not answer\n' "$API_HOST"
fi
