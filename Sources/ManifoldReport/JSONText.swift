/// Strings as JSON writes them.
enum JSONText {
    /// Appends a string with its quotes; `doublingDollars` writes `$` as `$$`.
    static func append(_ string: String, to bytes: inout [UInt8], doublingDollars: Bool = false) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        // Almost every string holds nothing to escape.
        var string = string
        let isPlain = string.withUTF8 { text in
            guard needsNoEscape(text, doublingDollars) else { return false }
            bytes.append(contentsOf: text)
            return true
        }
        if isPlain { return }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case "$": bytes += (doublingDollars ? "$$" : "$").utf8
            // Control characters mean something to terminals, line breaks to JavaScript; the last ones YAML does not take.
            case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                let digits = String(scalar.value, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: bytes += scalar.utf8
            }
        }
    }

    /// What there is to escape beyond ASCII begins with C2, E2 or EF in UTF-8.
    private static func needsNoEscape(_ text: UnsafeBufferPointer<UInt8>, _ doublingDollars: Bool) -> Bool {
        // Without a branch for each byte; a dollar that stands for itself is not looked for.
        let dollar = UInt8(ascii: doublingDollars ? "$" : "\\")
        var found: UInt8 = 0
        for byte in text {
            let isSign = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == dollar
            let isBeyond = byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
            found |= byte < 0x20 || isSign || isBeyond ? 1 : 0
        }
        return found == 0
    }
}
