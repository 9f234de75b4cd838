# ask METHOD HOST PATH [BODY]: prints the body of the answer, and fails unless the status is 200. It tries for a few
# seconds, because a name may lead to an instance that is just being replaced.
ask() {
  password=/run/secrets/cache-password
  credentials=
  [ ! -f "$password" ] || credentials="Authorization: Basic $(printf 'shop:%s' "$(cat "$password")" | base64)
"
  for _ in 1 2 3 4 5 6; do
    answer=$(
      printf '%s %s HTTP/1.0\n%sContent-Length: %s\n\n%s' "$1" "$3" "$credentials" "${#4}" "$4" |
        timeout 3 nc -w 2 "$2" 8080 2>/dev/null | tr -d '\r'
    )
    case $answer in
    HTTP/1.?" 200 "*)
      printf '%s\n' "$answer" | sed '1,/^$/d'
      return 0
      ;;
    esac
    sleep 0.3
  done
  return 1
}
