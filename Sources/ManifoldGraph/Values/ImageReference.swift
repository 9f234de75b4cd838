/// An image reference as Docker reads it: with the default registry, `library/` and `:latest` filled in.
///
/// Grammar: distribution's `reference` package, `[domain/]path[:tag][@digest]`.
package struct ImageReference: Hashable, Sendable {
    /// Why a text is no image reference.
    package enum Problem: Error, Hashable, Sendable {
        case empty
        /// With the whole reference as it should be.
        case upperCase(suggestion: String)
        case domain(String)
        case path(String)
        case tag(String)
        case digest(String)
        case tooLong
        /// A bare image id, which Docker does not take as a name.
        case hexadecimalName
    }

    /// The registry, such as `docker.io` or `localhost:5000`; empty for an image named by its id.
    package let domain: String
    package let path: String
    package let tag: String?
    /// `sha256:…`, which pins the content.
    package let digest: String?

    package init(_ text: String) throws(Problem) {
        if Self.isImageID(text) {
            (domain, path, tag, digest) = ("", text, nil, nil)
            return
        }
        var rest = Substring(text)
        var digest: Substring?
        if let at = rest.utf8.firstIndex(of: UInt8(ascii: "@")) {
            digest = rest[rest.index(after: at)...]
            rest = rest[..<at]
        }
        var tag: Substring?
        if let colon = rest.utf8.lastIndex(of: UInt8(ascii: ":")), !rest[colon...].utf8.contains(UInt8(ascii: "/")) {
            tag = rest[rest.index(after: colon)...]
            rest = rest[..<colon]
        }
        guard !rest.isEmpty else { throw .empty }
        guard !(rest.utf8.count == 64 && rest.utf8.allSatisfy(ReferenceGrammar.isHexadecimal)) else {
            throw .hexadecimalName
        }
        var (domain, path) = Self.split(rest)
        if domain == "docker.io", !path.utf8.contains(UInt8(ascii: "/")) { path = "library/\(path)" }
        if path.utf8.contains(where: ReferenceGrammar.isCapital) {
            throw .upperCase(suggestion: rest.lowercased() + text[rest.endIndex...])
        }
        try Self.check(domain: domain, path: path, tag: tag, digest: digest)
        self.domain = domain
        self.path = path
        self.tag = tag.map(String.init) ?? (digest == nil ? "latest" : nil)
        self.digest = digest.map(String.init)
    }

    /// The form that means the same everywhere: `docker.io/library/nginx:latest`.
    package var normal: String {
        domain.isEmpty ? path : "\(domain)/\(path)\(suffix)"
    }

    /// The form that people write: `nginx:latest`.
    package var familiar: String {
        guard domain == "docker.io" else { return normal }
        let name = path.hasPrefix("library/") ? path.dropFirst("library/".count) : path[...]
        return name + suffix
    }

    private var suffix: String {
        (tag.map { ":\($0)" } ?? "") + (digest.map { "@\($0)" } ?? "")
    }

    /// What stands before the first slash is a registry only where it cannot be a path: it has a dot, a port or is `localhost`.
    private static func split(_ name: Substring) -> (domain: String, path: String) {
        guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) else { return ("docker.io", String(name)) }
        let first = name[..<slash]
        let isDomain =
            first == "localhost"
            || first.utf8.contains {
                $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || ReferenceGrammar.isCapital($0)
            }
        guard isDomain else { return ("docker.io", String(name)) }
        return (first == "index.docker.io" ? "docker.io" : String(first), String(name[name.index(after: slash)...]))
    }

    private static func check(
        domain: String,
        path: String,
        tag: Substring?,
        digest: Substring?
    ) throws(Problem) {
        guard ReferenceGrammar.isDomain(domain) else { throw .domain(domain) }
        guard ReferenceGrammar.isPath(path) else { throw .path(path) }
        guard domain.utf8.count + path.utf8.count < 255 else { throw .tooLong }
        if let tag, !ReferenceGrammar.isTag(tag) { throw .tag(String(tag)) }
        if let digest, !ReferenceGrammar.isDigest(digest) { throw .digest(String(digest)) }
    }

    private static func isImageID(_ text: String) -> Bool {
        let hexadecimal = text.utf8.dropFirst("sha256:".utf8.count)
        return text.hasPrefix("sha256:") && hexadecimal.count == 64
            && hexadecimal.allSatisfy(ReferenceGrammar.isLowerHexadecimal)
    }
}
