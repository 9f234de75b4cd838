/// What to do about a key that Compose knows and manifold does not handle yet.
enum UnsupportedKeyHelp {
    private static let byKey = [
        "external": "name a `file` instead"
    ]

    static func text(for key: String) -> String {
        byKey[key] ?? "remove it, or leave this to `docker compose` until it is handled"
    }
}
