import ManifoldManifest

/// Where a system is applied from, so that two systems which happen to have one name do not destroy each other.
///
/// A checkout on a laptop and one in CI are the same source: the repository's `origin` with the manifest's directory in
/// it counts, and only without one the directory itself.
struct SystemSource {
    private let files: any FileProvider

    init(files: any FileProvider) {
        self.files = files
    }

    /// The source of a manifest in a directory (an absolute path).
    func of(_ directory: String) -> String {
        var root = directory
        while true {
            if let config = try? files.read(root + "/.git/config"),
                let origin = Self.origin(in: String(decoding: config, as: UTF8.self))
            {
                let inside = directory.dropFirst(root.count).drop { $0 == "/" }
                return inside.isEmpty ? origin : "\(origin)//\(inside)"
            }
            guard root != "/", !root.isEmpty else { return directory }
            root = PathText.parent(of: root)
        }
    }

    /// The address of the remote `origin` in git's own configuration, as host and path.
    static func origin(in config: String) -> String? {
        var isOrigin = false
        for line in config.split(whereSeparator: \.isNewline) {
            let text = line.drop { $0.isWhitespace }
            if text.hasPrefix("[") { isOrigin = text.hasPrefix("[remote \"origin\"]") }
            guard isOrigin, text.hasPrefix("url"), let sign = text.firstIndex(of: "=") else { continue }
            return hostAndPath(String(text[text.index(after: sign)...].drop { $0.isWhitespace }))
        }
        return nil
    }

    /// `git@host:owner/name.git` and `https://user:token@host/owner/name` both become `host/owner/name`: the way in
    /// differs between people, and can hold a secret.
    private static func hostAndPath(_ url: String) -> String? {
        var rest = url[...]
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        if let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...]
        } else if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
            rest = rest[..<colon] + "/" + rest[rest.index(after: colon)...].drop { $0 == "/" }
        }
        let host = rest.prefix { $0 != "/" }
        if let at = host.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        if rest.hasSuffix(".git") { rest = rest.dropLast(4) }
        return rest.isEmpty ? nil : String(rest)
    }
}
