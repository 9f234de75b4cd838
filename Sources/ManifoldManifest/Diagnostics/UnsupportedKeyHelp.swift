/// What to do about a key that Compose knows and manifold does not handle yet.
enum UnsupportedKeyHelp {
    private static let byKey = [
        "build": "build the image beforehand and name it with `image`",
        "extends": "write the service's keys here, or share them with an anchor and `<<`",
        "external": "name a `file` instead",
        "include": "put the services of the other file into this one",
        "links": "put both services on one network: they find each other by name",
        "manifold": "leave it out: the file is then read as a Compose file",
        "network_mode": "put the services on one network with `networks`",
        "start_interval": "leave it out: `interval` then holds from the start",
        "tmpfs": "write it in `volumes` as a mapping with `type: tmpfs` and `target`",
    ]

    static func text(for key: String) -> String {
        byKey[key] ?? "remove it, or leave this to `docker compose` until it is handled"
    }
}
