# shellcheck shell=bash
# Programs out of Debian 13's packages, fetched and verified by apt and unpacked below .build, never installed. Sourced.

# The mirror that this machine uses for Debian's main archive.
debian_mirror() {
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

# Unpacks packages into a new directory: debian_unpack DIRECTORY PACKAGE...
# One chain, because bash ignores `set -e` in a function whose status is being tested.
debian_unpack() (
  target=$1
  shift
  mkdir -p "$(dirname "$target")" && work=$(mktemp -d) || exit 1
  trap 'rm -rf "$work"' EXIT
  # apt with a state of its own: it keeps this machine's proxies and certificates, and does not see trixie otherwise.
  options=(-q -o "Dir::State=$work" -o "Dir::State::lists=$work/lists" -o Dir::State::status=/dev/null
    -o "Dir::Cache=$work/cache" -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=-
    -o APT::Sandbox::User= -o APT::Update::Error-Mode=any -o Acquire::Retries=3)
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$target.$$" &&
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_mirror) trixie main" >"$work/sources.list" &&
    cd "$work" &&
    apt-get "${options[@]}" update &&
    apt-get "${options[@]}" download "$@" &&
    for package in ./*.deb; do dpkg -x "$package" "$target.$$" || exit 1; done &&
    mv "$target.$$" "$target"
)

# debian_fetch PACKAGE FILE TARGET: puts FILE of PACKAGE at TARGET.
debian_fetch() (
  package=$1 file=$2 target=$3
  folder=$(mktemp -d) || exit 1
  trap 'rm -rf "$folder"' EXIT
  debian_unpack "$folder/root" "$package" &&
    mkdir -p "$(dirname "$target")" &&
    install -m 755 "$folder/root/$file" "$target.$$" &&
    mv "$target.$$" "$target"
)

# debian_program PACKAGE FILE TARGET: prints TARGET, fetched if need be. Where it cannot be had, says so and prints
# nothing; in CI that is an error.
debian_program() {
  local package=$1 file=$2 target=$3 output
  if [[ ! -x $target ]]; then
    echo "Fetching $package from Debian 13" >&2
    if ! output=$(debian_fetch "$package" "$file" "$target" 2>&1 </dev/null); then
      printf '%s\n' "$output" | tail -n 5 >&2
      if [[ ${CI:-} == true ]]; then
        echo "error: $package could not be fetched, and CI must not skip the tests that need it" >&2
        return 1
      fi
      echo "warning: $package could not be fetched; the tests that need it are skipped" >&2
      return 0
    fi
  fi
  echo "$target"
}
