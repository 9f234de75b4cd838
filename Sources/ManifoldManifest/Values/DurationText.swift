/// Times as Go writes them: `10s`, `1m30s`, `1.5h`, `500ms`.
enum DurationText {
    /// Nanoseconds, or nil where the text is no duration that an `Int64` can hold.
    static func parse(_ text: String) -> Int64? {
        var rest = text.utf8[...]
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest.removeFirst()
        }
        if rest.elementsEqual("0".utf8) { return 0 }
        guard !rest.isEmpty else { return nil }
        var total = 0.0
        var exact: Int64 = 0
        while !rest.isEmpty {
            let number = rest.prefix { DecimalNumber.isDigit($0) || $0 == UInt8(ascii: ".") }
            rest.removeFirst(number.count)
            let unit = rest.prefix { !DecimalNumber.isDigit($0) && $0 != UInt8(ascii: ".") }
            rest.removeFirst(unit.count)
            guard let value = DecimalNumber.parse(number), let scale = scale(of: unit) else { return nil }
            total += value * Double(scale)
            guard total < 0x1p63 else { return nil }
            // Whole numbers are added as such, so that large ones keep their last digits.
            if let whole = Int64(String(decoding: number, as: UTF8.self)) {
                exact += whole * scale
            } else {
                exact += Int64((value * Double(scale)).rounded())
            }
        }
        return isNegative ? -exact : exact
    }

    private static func scale(of unit: Substring.UTF8View) -> Int64? {
        switch String(decoding: unit, as: UTF8.self) {
        case "ns": 1
        case "us", "\u{B5}s", "\u{3BC}s": 1_000
        case "ms": 1_000_000
        case "s": 1_000_000_000
        case "m": 60_000_000_000
        case "h": 3_600_000_000_000
        default: nil
        }
    }
}
