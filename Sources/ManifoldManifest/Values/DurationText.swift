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
        var total: Int64 = 0
        while !rest.isEmpty {
            let number = rest.prefix { DecimalNumber.isDigit($0) || $0 == UInt8(ascii: ".") }
            rest = rest[number.endIndex...]
            let unit = rest.prefix { !DecimalNumber.isDigit($0) && $0 != UInt8(ascii: ".") }
            rest = rest[unit.endIndex...]
            guard let scale = scale(of: unit) else { return nil }
            guard let part = Self.nanoseconds(number, scale) else { return nil }
            let (sum, overflows) = total.addingReportingOverflow(part)
            if overflows { return nil }
            total = sum
        }
        return isNegative ? -total : total
    }

    /// The whole part and the fraction apart, and what is less than a nanosecond cut off, as Go's `ParseDuration` does.
    private static func nanoseconds(_ number: Substring.UTF8View, _ scale: Int64) -> Int64? {
        let point = number.firstIndex(of: UInt8(ascii: ".")) ?? number.endIndex
        let whole = number[..<point]
        let fraction = point == number.endIndex ? number[point...] : number[number.index(after: point)...]
        guard !whole.isEmpty || !fraction.isEmpty, let seconds = whole.isEmpty ? 0 : DecimalNumber.whole(whole) else {
            return nil
        }
        let (product, overflows) = seconds.multipliedReportingOverflow(by: scale)
        guard !overflows, fraction.allSatisfy(DecimalNumber.isDigit) else { return nil }
        // Eighteen digits are more than a nanosecond of an hour has.
        let digits = fraction.prefix(18)
        guard let parts = digits.isEmpty ? 0 : DecimalNumber.whole(digits) else { return nil }
        var divisor = 1.0
        for _ in digits { divisor *= 10 }
        let (sum, carries) = product.addingReportingOverflow(Int64(Double(parts) * (Double(scale) / divisor)))
        return carries ? nil : sum
    }

    private static func scale(of unit: Substring.UTF8View) -> Int64? {
        // Almost every unit is one letter.
        if unit.count == 1 {
            switch unit.first {
            case UInt8(ascii: "s"): return 1_000_000_000
            case UInt8(ascii: "m"): return 60_000_000_000
            case UInt8(ascii: "h"): return 3_600_000_000_000
            default: return nil
            }
        }
        return switch String(decoding: unit, as: UTF8.self) {
        case "ns": 1
        case "us", "\u{B5}s", "\u{3BC}s": 1_000
        case "ms": 1_000_000
        default: nil
        }
    }
}
