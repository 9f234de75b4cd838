/// How one scalar is written so that it is read as what it is.
enum ScalarText {
    /// A string on one line: as it is where that is safe, else between double quotes.
    static func inline(_ string: String) -> String {
        isSafePlain(string) ? string : quoted(string)
    }

    /// A string of several lines as a literal block, its first line included; nil where a block could not be told
    /// from other text or would hide something (blanks at the ends of lines).
    static func block(_ string: String, indentation: Int) -> String? {
        guard string.unicodeScalars.contains("\n"), string.unicodeScalars.allSatisfy(isPrintableInBlock) else {
            return nil
        }
        let lines = string.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first?.first, first != " ", first != "\t" else { return nil }
        guard lines.allSatisfy({ $0.last != " " && $0.last != "\t" }) else { return nil }
        let breaks = string.unicodeScalars.reversed().prefix { $0 == "\n" }.count
        var text = breaks == 0 ? "|-\n" : breaks == 1 ? "|\n" : "|+\n"
        for line in breaks == 0 ? lines[...] : lines.dropLast() {
            if !line.isEmpty { text += String(repeating: " ", count: indentation) }
            text += String(line) + "\n"
        }
        return text
    }

    /// A number with a point, so that it is not read as an integer, nor by readers of YAML 1.1 as a string.
    static func number(_ value: Double) -> String {
        if value.isNaN { return ".nan" }
        if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
        let text = value.description
        guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }

    private static func isPrintableInBlock(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\t" || isPrintable(scalar)
    }

    /// What may stand in the text as it is; libyaml takes U+0085, U+2028 and U+2029 for line breaks.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// Whether a string may stand without quotes anywhere outside brackets; stricter than YAML where that helps readers.
    private static func isSafePlain(_ string: String) -> Bool {
        let scalars = string.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, last != " ", last != ":" else { return false }
        guard !"!&*?:,[]{}#|>@`\"'%=<~ ".unicodeScalars.contains(first) else { return false }
        // `- ` begins an item; three dashes or points at the beginning of a line end the document. Bytes are compared,
        // because a combining mark behind a blank is one character with it, and yet YAML sees the blank.
        guard string != "-", !["- ", "---", "..."].contains(where: { string.utf8.starts(with: $0.utf8) }) else {
            return false
        }
        guard scalars.allSatisfy(isPrintable), Scalar(string, style: .plain).resolved == .string else { return false }
        return !looksLikeAnotherType(string) && !hasIndicatorInside(string)
    }

    /// `: ` ends a key and ` #` begins a comment.
    private static func hasIndicatorInside(_ string: String) -> Bool {
        var before: UInt8 = 0
        for byte in string.utf8 {
            if before == UInt8(ascii: ":"), byte == UInt8(ascii: " ") { return true }
            if before == UInt8(ascii: " "), byte == UInt8(ascii: "#") { return true }
            before = byte
        }
        return false
    }

    /// What readers of YAML 1.1 take for a truth value, a number to the base of 60, a date or a number with a comma.
    private static func looksLikeAnotherType(_ string: String) -> Bool {
        if Scalar(string, style: .plain).asBool != nil { return true }
        guard let first = string.utf8.first else { return true }
        let numeric = "0123456789+-.:_,eEoxabcdefTZtz ABCDF"
        guard "0123456789+-.".utf8.contains(first) else { return false }
        return string.utf8.allSatisfy(numeric.utf8.contains)
    }

    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case _ where isPrintable(scalar): text.unicodeScalars.append(scalar)
            default: text += escape(scalar.value)
            }
        }
        return text + "\""
    }

    private static func escape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        let (letter, count) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\\(letter)" + String(repeating: "0", count: count - digits.count) + digits
    }
}
