/// Numbers as Go's `encoding/json` writes them.
enum JSONNumber {
    /// The shortest digits that are read back as the same number, with an exponent only below 1e-6 and from 1e21 on.
    static func text(of value: Double) -> String {
        guard value.isFinite else { return "null" }
        let sign = value.sign == .minus ? "-" : ""
        let (digits, exponent) = decimal(value.magnitude)
        guard value == 0 || (-6..<21).contains(exponent) else { return sign + scientific(digits, exponent) }
        return sign + plain(digits, exponent)
    }

    /// The significant digits and the exponent of the first one: 120 is `12` and 2.
    private static func decimal(_ value: Double) -> (digits: String, exponent: Int) {
        guard value > 0 else { return ("0", 0) }
        // Swift writes the shortest digits too, in a form such as `1.5e-07`, `0.25` or `120.0`.
        let parts = value.description.split(separator: "e", maxSplits: 1)
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = String(mantissa[0])
        let all = whole + (mantissa.count > 1 ? String(mantissa[1]) : "")
        let leadingZeros = all.prefix { $0 == "0" }.count
        var digits = String(all.dropFirst(leadingZeros))
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        return (digits, whole.count - 1 - leadingZeros + shift)
    }

    private static func plain(_ digits: String, _ exponent: Int) -> String {
        if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
        let missing = exponent + 1 - digits.count
        if missing >= 0 { return digits + String(repeating: "0", count: missing) }
        return digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
    }

    private static func scientific(_ digits: String, _ exponent: Int) -> String {
        let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
        return digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
    }
}
