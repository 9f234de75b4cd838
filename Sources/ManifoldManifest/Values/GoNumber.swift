/// Numbers as Go prints them, since Compose turns them into strings that way.
enum GoNumber {
    /// Go's `fmt.Sprint` of a `float64`: the shortest digits, with an exponent below 1e-04 and from 1e+06 on.
    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        let sign = value.sign == .minus ? "-" : ""
        if value == 0 { return sign + "0" }
        let (digits, exponent) = decimal(value.magnitude)
        let shown: String
        if exponent < -4 || exponent >= 6 {
            shown = scientific(digits, exponent)
        } else {
            shown = positional(digits, exponent)
        }
        return sign + shown
    }

    /// The shortest digits that stand for the number, and the power of ten of the first of them.
    private static func decimal(_ value: Double) -> (digits: [UInt8], exponent: Int) {
        let text = Array("\(value)".utf8)
        let mantissaEnd = text.firstIndex(of: UInt8(ascii: "e")) ?? text.count
        let mantissa = text[..<mantissaEnd]
        var exponent =
            mantissaEnd < text.count ? Int(String(decoding: text[(mantissaEnd + 1)...], as: UTF8.self)) ?? 0 : 0
        let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissaEnd
        exponent += point - 1
        var digits = mantissa.filter { $0 != UInt8(ascii: ".") }
        while digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, exponent)
    }

    private static func scientific(_ digits: [UInt8], _ exponent: Int) -> String {
        let head = String(decoding: digits.prefix(1), as: UTF8.self)
        let tail = digits.count > 1 ? "." + String(decoding: digits.dropFirst(), as: UTF8.self) : ""
        let magnitude = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
        return "\(head)\(tail)e\(exponent < 0 ? "-" : "+")\(magnitude)"
    }

    private static func positional(_ digits: [UInt8], _ exponent: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + text }
        let whole = exponent + 1
        if digits.count <= whole { return text + String(repeating: "0", count: whole - digits.count) }
        return String(decoding: digits[..<whole], as: UTF8.self) + "."
            + String(decoding: digits[whole...], as: UTF8.self)
    }
}
