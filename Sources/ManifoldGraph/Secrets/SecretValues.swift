/// The marks by which a secret can be told from its text alone.
enum SecretValues {
    private typealias Bytes = UnsafeBufferPointer<UInt8>
    private typealias Fragment = Slice<UnsafeBufferPointer<UInt8>>

    static func occur(in value: String) -> Bool {
        value.withBytes { hasUserInfo($0) || hasKeyBlock($0) || hasTellingFragment($0) }
    }

    /// `scheme://user:password@host`; what stands before the `@` may hold a slash where somebody forgot to escape it.
    private static func hasUserInfo(_ value: Bytes) -> Bool {
        guard value.contains(UInt8(ascii: "@")) else { return false }
        if hasBareUserInfo(value) { return true }
        return value.indices.contains { start in
            guard value[start...].starts(with: schemeEnd) else { return false }
            return value[(start + schemeEnd.count)...]
                .prefix { $0 > UInt8(ascii: " ") && !isQuote($0) }
                .contains(UInt8(ascii: "@"))
        }
    }

    /// `user:password@host` without a scheme, as Go's MySQL driver takes it; an image's `@sha256:…` has its colon behind.
    private static func hasBareUserInfo(_ value: Bytes) -> Bool {
        guard let at = value.firstIndex(of: UInt8(ascii: "@")) else { return false }
        let before = value[..<at].reversed()
            .prefix { $0 > UInt8(ascii: " ") && !isQuote($0) && $0 != UInt8(ascii: "/") }
        return before.contains(UInt8(ascii: ":"))
    }

    private static func hasKeyBlock(_ value: Bytes) -> Bool {
        value.count > keyBlock.count && value.indices.contains { value[$0...].starts(with: keyBlock) }
    }

    /// `password=x`, `"token": "x"`, `Authorization: Bearer x` or a token of a known make anywhere in the text.
    private static func hasTellingFragment(_ value: Bytes) -> Bool {
        // A quoted name or value counts as if it were not quoted.
        guard value.contains(where: isQuote) else { return hasTellingFragment(unquoted: value) }
        return value.filter { !isQuote($0) }.withUnsafeBufferPointer(hasTellingFragment(unquoted:))
    }

    private static func hasTellingFragment(unquoted value: Bytes) -> Bool {
        var isAfterSecretName = false
        var start = value.startIndex
        while start < value.endIndex {
            let fragment = value[start...].prefix { !isSeparator($0) }
            start = fragment.endIndex + 1
            if fragment.isEmpty { continue }
            if isAfterSecretName || isToken(fragment) { return true }
            if let sign = fragment.firstIndex(where: isSign) {
                isAfterSecretName = SecretWords.occur(in: fragment[..<sign])
                if isAfterSecretName, !fragment[sign...].allSatisfy(isSign) { return true }
            } else {
                isAfterSecretName = isBearer(fragment)
            }
        }
        return false
    }

    private static func isBearer(_ fragment: Fragment) -> Bool {
        fragment.count == bearer.count && fragment.lazy.map(SecretWords.lowercased).elementsEqual(bearer)
    }

    private static func isToken(_ fragment: Fragment) -> Bool {
        guard let first = fragment.first else { return false }
        return tokenBeginnings.contains { $0[0] == first && fragment.starts(with: $0) }
    }

    private static let schemeEnd = Array("://".utf8)
    private static let keyBlock = Array("-----BEGIN ".utf8)
    private static let bearer = Array("bearer".utf8)
    private static let tokenBeginnings = [
        "AKIA", "ASIA", "eyJ", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "npm_", "pypi-", "rk_live_", "sk-",
        "sk_live_", "xoxb-", "xoxp-", "AIza", "hvs.", "dckr_pat_",
    ]
    .map { Array($0.utf8) }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":")
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "?"),
            UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }
}
