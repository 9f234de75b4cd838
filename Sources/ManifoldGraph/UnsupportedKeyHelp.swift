/// What to do about a key that Compose knows and manifold does not handle yet.
enum UnsupportedKeyHelp {
    private static let byKey = [
        "build": "build the image beforehand and name it with `image`",
        "external": "name a `file` instead",
    ]

    static func text(for key: String) -> String {
        byKey[key] ?? "remove it, or leave this to `docker compose` until it is handled"
    }
}
