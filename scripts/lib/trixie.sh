# shellcheck shell=bash
# Sourced. Packages of Debian 13, fetched and verified by apt and unpacked beside the system, never installed.

# The mirror that this machine uses for Debian's main archive.
trixie_mirror() {
  local code id site=""
  # shellcheck source=/dev/null
  id=$(. /etc/os-release && echo "${ID:-}")
  # shellcheck source=/dev/null
  code=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  if [[ $id == debian ]]; then
    # shellcheck disable=SC2016
    site=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(SITE)' 'Created-By: Packages' |
      awk -v code="$code" '$1 == code && $2 == "main" { print $3; exit }')
  fi
  echo "${site:-http://deb.debian.org/debian}"
}

# Unpacks packages into a new directory: trixie_unpack DIRECTORY PACKAGE...
# One chain, because bash ignores `set -e` in a function whose status is being tested.
trixie_unpack() (
  target=$1
  shift
  mkdir -p "$(dirname "$target")" && work=$(mktemp -d) || exit 1
  trap 'rm -rf "$work"' EXIT
  # apt with a state of its own: it keeps this machine's proxies and certificates, and does not see trixie otherwise.
  options=(-q -o "Dir::State=$work" -o "Dir::State::lists=$work/lists" -o Dir::State::status=/dev/null
    -o "Dir::Cache=$work/cache" -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=-
    -o APT::Sandbox::User= -o APT::Update::Error-Mode=any -o Acquire::Retries=3)
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$target.$$" &&
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(trixie_mirror) trixie main" >"$work/sources.list" &&
    cd "$work" &&
    apt-get "${options[@]}" update &&
    apt-get "${options[@]}" download "$@" &&
    for package in ./*.deb; do dpkg -x "$package" "$target.$$" || exit 1; done &&
    mv "$target.$$" "$target"
)
