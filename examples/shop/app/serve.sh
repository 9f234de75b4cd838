#!/bin/sh
# serve.sh [PASSWORD-FILE]: serves the programs /app/*.cgi on port 8080, and /health to everybody. With a password
# file, programs run only for the user `shop` with that password.
set -eu
www=/tmp/www
rm -rf "$www"
mkdir -p "$www/cgi-bin"
cp /app/*.cgi "$www/cgi-bin/"
chmod 755 "$www"/cgi-bin/*
echo ok >"$www/health"
(umask 077 && echo "${1:+/cgi-bin:shop:$(cat "$1")}" >/tmp/httpd.conf)
exec httpd -f -p 8080 -h "$www" -c /tmp/httpd.conf
