/// Which characters Compose allows in names.
enum NameRules {
    /// What may be a key of `services`, `networks`, `volumes`, `configs` and `secrets`.
    static let keyRule = "letters, digits, `.`, `_` and `-`"

    static func isKey(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
    }

    static let projectRule = "lower-case letters, digits, `-` and `_`, with a letter or a digit first"

    static func isProject(_ text: String) -> Bool {
        !text.isEmpty && text == project(from: text)
    }

    /// The nearest project name: in lower case, without what may not be in one.
    static func project(from text: String) -> String {
        let allowed = text.lowercased().utf8
            .filter {
                ($0 < 0x80 && isLetterOrDigit($0)) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
        let trimmed = allowed.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        return String(decoding: trimmed, as: UTF8.self)
    }

    static let containerRule =
        "a letter or a digit, then letters, digits, `_`, `.` and `-`, two characters at the least"

    static func isContainer(_ text: String) -> Bool {
        guard text.utf8.count > 1, let first = text.utf8.first, isLetterOrDigit(first) else { return false }
        return isKey(text)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}
