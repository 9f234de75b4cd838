#!/usr/bin/env bash
# Installs what building, testing and the demo need and this machine lacks; quiet when nothing is missing.
#
#   bootstrap.sh [PACKAGE...]     further Debian packages that the caller needs
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib/root.sh
source scripts/lib/root.sh
# shellcheck source=scripts/lib/engine.sh
source scripts/lib/engine.sh

command -v swift >/dev/null || {
  echo "error: swift is not on PATH; install the Swift toolchain (6.2 or later): https://www.swift.org/install/" >&2
  exit 1
}

missing=()
note() { missing+=("$1"); }
need_command() { command -v "$1" >/dev/null || note "$2"; }

need_command git git
need_command jq jq
need_command curl curl
need_command pkg-config pkg-config
need_command docker docker.io

if ! command -v apt-get >/dev/null; then
  command -v pkg-config >/dev/null && ! pkg-config --exists yaml-0.1 && note libyaml
  if [[ ${#missing[@]} -gt 0 ]]; then
    echo "error: please install: ${missing[*]} (this script installs packages on Debian only)" >&2
    exit 1
  fi
  exit 0
fi

need_package() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]] || note "$1"; }

need_package ca-certificates
need_package libyaml-dev
need_package zlib1g-dev
need_package busybox-static
for package in "$@"; do need_package "$package"; done
# An engine of this machine's own is wanted only where none answers, so that another distribution of Docker is left alone.
if ! engine_version >/dev/null; then
  need_command dockerd docker.io
  need_command iptables iptables
fi
# A user who is not root gets access to the socket of an engine that is running already (engine-start.sh).
[[ $EUID -eq 0 ]] || need_command setfacl acl

[[ ${#missing[@]} -gt 0 ]] || exit 0
mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)
echo "Installing ${missing[*]}"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" >>"$log" 2>&1; }
if ! { apt update && apt install -y --no-install-recommends "${missing[@]}"; } </dev/null; then
  tail -n 40 "$log" >&2
  echo "error: could not install: ${missing[*]}" >&2
  exit 1
fi
