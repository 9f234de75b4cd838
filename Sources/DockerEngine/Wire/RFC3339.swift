/// The time format of Go's JSON: `2026-11-24T10:15:30.123456789Z` or with an offset such as `+01:00`.
enum RFC3339 {
    static func parse(_ text: String) -> (seconds: Int64, nanoseconds: Int64)? {
        var rest = Substring(text).utf8
        guard let year = digits(4, &rest), take("-", &rest), let month = digits(2, &rest), take("-", &rest),
            let day = digits(2, &rest), take("T", &rest), let hour = digits(2, &rest), take(":", &rest),
            let minute = digits(2, &rest), take(":", &rest), let second = digits(2, &rest)
        else { return nil }
        guard let nanoseconds = fraction(&rest), let offset = offset(&rest), rest.isEmpty else { return nil }
        guard 1...12 ~= month, 1...31 ~= day, hour < 24, minute < 60, second <= 60 else { return nil }
        let seconds = days(year: year, month: month, day: day) * 86400 + hour * 3600 + minute * 60 + second
        return (seconds - offset, nanoseconds)
    }

    private static func take(_ character: Unicode.Scalar, _ rest: inout Substring.UTF8View) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private static func digits(_ count: Int, _ rest: inout Substring.UTF8View) -> Int64? {
        guard rest.count >= count else { return nil }
        var value: Int64 = 0
        for byte in rest.prefix(count) {
            guard 48...57 ~= byte else { return nil }
            value = value * 10 + Int64(byte - 48)
        }
        rest = rest.dropFirst(count)
        return value
    }

    private static func fraction(_ rest: inout Substring.UTF8View) -> Int64? {
        guard take(".", &rest) else { return 0 }
        let count = rest.prefix { 48...57 ~= $0 }.count
        guard 1...9 ~= count, let value = digits(count, &rest) else { return nil }
        return (count..<9).reduce(value) { value, _ in value * 10 }
    }

    private static func offset(_ rest: inout Substring.UTF8View) -> Int64? {
        if take("Z", &rest) { return 0 }
        let sign: Int64 = take("-", &rest) ? -1 : 1
        guard sign < 0 || take("+", &rest) else { return nil }
        guard let hours = digits(2, &rest), take(":", &rest), let minutes = digits(2, &rest) else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    /// Days since 1970 in the Gregorian calendar, by counting years that begin in March, so that a leap day is the last.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let marchYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
    }
}
