/// Times after which an image is looked at anew: weeks, days, hours, minutes and seconds, `1w2d12h`.
enum RefreshInterval {
    /// Nanoseconds.
    static let day: Int64 = 86_400_000_000_000

    /// The time in a pull policy, `every_12h`; nil where there is none.
    static func parse(policy: String) -> Int64? {
        policy.hasPrefix("every_") ? parse(policy.dropFirst("every_".count)) : nil
    }

    /// Nanoseconds; nil where the text is no such time, or one that cannot be counted.
    static func parse(_ text: some StringProtocol) -> Int64? {
        var total: Int64 = 0
        var number: Int64?
        for byte in text.utf8 {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                let (tens, isLarge) = (number ?? 0).multipliedReportingOverflow(by: 10)
                let (sum, isTooLarge) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
                guard !isLarge, !isTooLarge else { return nil }
                number = sum
            } else {
                guard let count = number, let unit = unit(byte) else { return nil }
                let (part, isLarge) = count.multipliedReportingOverflow(by: unit)
                let (sum, isTooLarge) = total.addingReportingOverflow(part)
                guard !isLarge, !isTooLarge else { return nil }
                total = sum
                number = nil
            }
        }
        return number == nil && !text.isEmpty ? total : nil
    }

    private static func unit(_ letter: UInt8) -> Int64? {
        switch letter {
        case UInt8(ascii: "w"): 7 * day
        case UInt8(ascii: "d"): day
        case UInt8(ascii: "h"): day / 24
        case UInt8(ascii: "m"): 60_000_000_000
        case UInt8(ascii: "s"): 1_000_000_000
        default: nil
        }
    }
}
