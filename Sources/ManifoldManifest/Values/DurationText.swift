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
            // Whole numbers are added as such, so that large ones keep their last digits.
            let part: Int64
            if let whole = DecimalNumber.whole(number) {
                let (product, overflows) = whole.multipliedReportingOverflow(by: scale)
                if overflows { return nil }
                part = product
            } else {
                guard let value = DecimalNumber.parse(number) else { return nil }
                let product = (value * Double(scale)).rounded()
                guard product < 0x1p63 else { return nil }
                part = Int64(product)
            }
            let (sum, overflows) = total.addingReportingOverflow(part)
            if overflows { return nil }
            total = sum
        }
        return isNegative ? -total : total
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
