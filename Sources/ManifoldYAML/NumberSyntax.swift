/// How go-yaml v3 reads numbers.
enum NumberSyntax {
    /// What a text that begins with a digit, a sign or a point stands for.
    static func resolve(_ text: String) -> Scalar.Resolved {
        guard canBeNumber(text) else { return .string }
        if let special = special(text) { return .float(special) }
        // Behind a point go-yaml takes underscores as Go does: between two digits.
        if text.utf8.first == UInt8(ascii: "."), !hasUnderscoresBetweenDigits(text) { return .string }
        let plain = text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
        if let value = integer(plain) { return .integer(value) }
        if let value = float(plain) { return .float(value) }
        // A number in another base that an `Int` cannot hold is still a number.
        if let value = largeInteger(plain) { return .float(value) }
        return .string
    }

    /// False for most words that begin with a digit, such as `10s` and `127.0.0.1:80`: they have a character that no
    /// number has, of any base, nor the words for what is no number.
    private static func canBeNumber(_ text: String) -> Bool {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"),
                UInt8(ascii: "-"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"), UInt8(ascii: "O"),
                UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "n"), UInt8(ascii: "N"):
                continue
            default: return false
            }
        }
        return true
    }

    /// Not a number and the infinities, which have a point at the beginning or behind a sign.
    private static func special(_ text: String) -> Double? {
        guard text.utf8.prefix(2).contains(UInt8(ascii: ".")) else { return nil }
        return switch text {
        case ".nan", ".NaN", ".NAN": .nan
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .infinity
        case "-.inf", "-.Inf", "-.INF": -.infinity
        default: nil
        }
    }

    private static func hasUnderscoresBetweenDigits(_ text: String) -> Bool {
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false }
        var before: UInt8?
        for byte in text.utf8 {
            if byte == UInt8(ascii: "_"), !isDigit(before) { return false }
            if before == UInt8(ascii: "_"), !isDigit(byte) { return false }
            before = byte
        }
        return before != UInt8(ascii: "_")
    }

    /// Go's `ParseInt` with base 0: `0x`, `0o`, `0b` and a bare leading zero choose the base.
    private static func integer(_ text: String) -> Int? {
        let (negative, digits, radix) = parts(text)
        guard !digits.isEmpty, digits.utf8.first != UInt8(ascii: "+"), digits.utf8.first != UInt8(ascii: "-") else {
            return nil
        }
        return negative ? Int("-" + digits, radix: radix) : Int(digits, radix: radix)
    }

    private static func largeInteger(_ text: String) -> Double? {
        let (negative, digits, radix) = parts(text)
        guard radix != 10, let value = UInt64(digits, radix: radix) else { return nil }
        return negative ? nil : Double(value)
    }

    private static func parts(_ text: String) -> (negative: Bool, digits: Substring, radix: Int) {
        var digits = Substring(text)
        let negative = digits.utf8.first == UInt8(ascii: "-")
        if negative || digits.utf8.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        guard digits.utf8.first == UInt8(ascii: "0"), digits.utf8.count > 1 else { return (negative, digits, 10) }
        switch digits.dropFirst().utf8.first {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return (negative, digits.dropFirst(2), 16)
        case UInt8(ascii: "o"), UInt8(ascii: "O"): return (negative, digits.dropFirst(2), 8)
        case UInt8(ascii: "b"), UInt8(ascii: "B"): return (negative, digits.dropFirst(2), 2)
        default: return (negative, digits.dropFirst(), 8)
        }
    }

    /// A decimal number by the pattern `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
    ///
    /// So `08` is 8.0: no octal number, but a decimal one with a fraction of nothing.
    private static func float(_ text: String) -> Double? {
        var rest = text.utf8[...]
        skipSign(&rest)
        let whole = skipDigits(&rest)
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = skipDigits(&rest)
        }
        guard whole > 0 || fraction > 0 else { return nil }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            skipSign(&rest)
            guard skipDigits(&rest) > 0 else { return nil }
        }
        guard rest.isEmpty, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    private static func skipSign(_ text: inout Substring.UTF8View) {
        if text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") { text.removeFirst() }
    }

    private static func skipDigits(_ text: inout Substring.UTF8View) -> Int {
        let digits = text.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
        text.removeFirst(digits)
        return digits
    }
}
