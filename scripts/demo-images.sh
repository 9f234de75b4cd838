#!/usr/bin/env bash
# Makes the images that the examples and the tests run, unless they exist:
#
#   manifold/busybox:1      a busybox that sets nothing of its own but PATH and a command
#   manifold/busybox:2      the same with another label: a newer image to move to
#   manifold/appliance:1    supplies a default for everything that an image can supply
#
# From Debian's busybox-static, so that no registry is needed. MANIFOLD_IMAGES=public takes busybox:1.36 instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exists() { docker image inspect "$1" >/dev/null 2>&1; }

# The classic builder, because Debian's packages bring no buildx.
build() {
  DOCKER_BUILDKIT=0 docker build --quiet --tag "$1" - >/dev/null 2>"$work/build.log" || {
    cat "$work/build.log" >&2
    return 1
  }
}

import_busybox() {
  local busybox applet root=$work/root
  busybox=$(command -v busybox) || {
    echo "error: busybox is not installed; MANIFOLD_IMAGES=public takes busybox:1.36 from a registry" >&2
    return 1
  }
  mkdir -p "$root"/{bin,dev,etc,proc,root,run,sys,tmp,var/tmp}
  chmod 1777 "$root/tmp" "$root/var/tmp"
  cp -L "$busybox" "$root/bin/busybox"
  for applet in $(busybox --list); do
    [[ $applet == busybox ]] || ln -s busybox "$root/bin/$applet"
  done
  printf '%s\n' 'root:x:0:0:root:/root:/bin/sh' 'daemon:x:1:1:daemon:/:/bin/false' \
    'nobody:x:65534:65534:nobody:/:/bin/false' >"$root/etc/passwd"
  printf '%s\n' 'root:x:0:' 'daemon:x:1:' 'nogroup:x:65534:' >"$root/etc/group"
  echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
  tar -C "$root" --numeric-owner --owner=0 --group=0 --sort=name --mtime=@0 -c . |
    docker import --change 'CMD ["sh"]' --change 'ENV PATH=/bin' - manifold/busybox:1 >/dev/null
}

pull_busybox() {
  docker pull --quiet busybox:1.36 >/dev/null
  docker tag busybox:1.36 manifold/busybox:1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! exists manifold/busybox:1; then
  echo "Making manifold/busybox:1"
  case ${MANIFOLD_IMAGES:-local} in
  local) import_busybox ;;
  public) pull_busybox ;;
  *)
    echo "error: MANIFOLD_IMAGES is \`local\` or \`public\`, not \`$MANIFOLD_IMAGES\`" >&2
    exit 1
    ;;
  esac
fi

if ! exists manifold/busybox:2; then
  echo "Making manifold/busybox:2"
  build manifold/busybox:2 <<'DOCKERFILE'
FROM manifold/busybox:1
LABEL com.example.release=2
DOCKERFILE
fi

if ! exists manifold/appliance:1; then
  echo "Making manifold/appliance:1"
  build manifold/appliance:1 <<'DOCKERFILE'
FROM manifold/busybox:1
ENV APPLIANCE_COLOUR=green APPLIANCE_SIZE=small
LABEL com.example.appliance=kettle com.example.release=1
RUN mkdir -m 1777 /data
USER 65534:65534
WORKDIR /tmp
EXPOSE 8080/tcp 8125/udp
VOLUME /data
STOPSIGNAL SIGINT
HEALTHCHECK --interval=2s --timeout=5s --start-period=5s --retries=3 CMD netstat -ltn | grep -q ':8080 '
ENTRYPOINT ["/bin/sh", "-c"]
CMD ["httpd -p 8080 -h /tmp; trap 'exit 0' INT TERM; while :; do sleep 1 & wait $!; done"]
DOCKERFILE
fi
