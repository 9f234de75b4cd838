# shellcheck shell=bash
# Sourced. Administration tools are on PATH and `as_root` runs a command as root, by sudo for everybody else.

export PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"

as_root() {
  if [[ $EUID -eq 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "error: this needs root, and sudo is not installed: $*" >&2
    return 1
  fi
}
