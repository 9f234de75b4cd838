/// The lexical rules of image references, part by part.
enum ReferenceGrammar {
    /// A host, or an IPv6 address in brackets, and perhaps a port.
    static func isDomain(_ text: String) -> Bool {
        var host = Substring(text)
        if let colon = host.utf8.lastIndex(of: UInt8(ascii: ":")), !host[colon...].utf8.contains(UInt8(ascii: "]")) {
            let port = host[colon...].utf8.dropFirst()
            guard !port.isEmpty, port.allSatisfy(isDigit) else { return false }
            host = host[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") {
            let address = host.dropFirst().dropLast()
            return !address.isEmpty && address.utf8.allSatisfy { isHexadecimal($0) || $0 == UInt8(ascii: ":") }
        }
        return isHost(host)
    }

    /// Labels of letters, digits and inner dashes, with dots between them.
    private static func isHost(_ host: Substring) -> Bool {
        var isAtEdge = true
        var isAfterDash = false
        for byte in host.utf8 {
            switch byte {
            case UInt8(ascii: "."):
                guard !isAtEdge, !isAfterDash else { return false }
                isAtEdge = true
            case UInt8(ascii: "-"):
                guard !isAtEdge else { return false }
                isAfterDash = true
            default:
                guard isAlphanumeric(byte) else { return false }
                isAtEdge = false
                isAfterDash = false
            }
        }
        return !isAtEdge && !isAfterDash
    }

    /// Components of lower-case letters and digits, joined inside by `.`, `_`, `__` or dashes.
    static func isPath(_ text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy(isPathComponent)
    }

    /// A letter, a digit or `_`, then up to 127 of these, dots and dashes.
    static func isTag(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 128 else { return false }
        return (isAlphanumeric(first) || first == UInt8(ascii: "_"))
            && text.utf8.allSatisfy {
                isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
            }
    }

    /// The three algorithms that registries and engines know, each with its own length.
    static func isDigest(_ text: Substring) -> Bool {
        let lengths = ["sha256": 64, "sha384": 96, "sha512": 128]
        guard let colon = text.firstIndex(of: ":"), let length = lengths[String(text[..<colon])] else { return false }
        let hexadecimal = text[text.index(after: colon)...].utf8
        return hexadecimal.count == length && hexadecimal.allSatisfy(isLowerHexadecimal)
    }

    private static func isPathComponent(_ component: Substring.UTF8View) -> Bool {
        var separators: [UInt8] = []
        var isAfterLetter = false
        for byte in component {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard separators.isEmpty || isSeparator(separators) else { return false }
                separators = []
                isAfterLetter = true
            default:
                guard isAfterLetter else { return false }
                separators.append(byte)
            }
        }
        return isAfterLetter && separators.isEmpty
    }

    private static func isSeparator(_ bytes: [UInt8]) -> Bool {
        bytes == Array(".".utf8) || bytes == Array("_".utf8) || bytes == Array("__".utf8)
            || bytes.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    static func isHexadecimal(_ byte: UInt8) -> Bool {
        isLowerHexadecimal(byte) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
    }

    static func isLowerHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    static func isCapital(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || isCapital(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
