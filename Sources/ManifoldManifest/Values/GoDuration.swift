/// A time as Go prints a duration, which is how Compose has it: `1m30s`, `1.5s`, `250ms`.
package enum GoDuration {
    package static func text(nanoseconds: Int64) -> String {
        if nanoseconds == 0 { return "0s" }
        let magnitude = nanoseconds.magnitude
        let sign = nanoseconds < 0 ? "-" : ""
        guard magnitude >= second else {
            let (unit, name) =
                magnitude >= 1_000_000 ? (1_000_000, "ms") : magnitude >= 1_000 ? (1_000, "µs") : (1, "ns")
            return sign + decimal(magnitude, unit: UInt64(unit)) + name
        }
        let minutes = magnitude / (60 * second)
        let seconds = decimal(magnitude % (60 * second), unit: second) + "s"
        if minutes == 0 { return sign + seconds }
        if minutes < 60 { return "\(sign)\(minutes)m\(seconds)" }
        return "\(sign)\(minutes / 60)h\(minutes % 60)m\(seconds)"
    }

    private static let second: UInt64 = 1_000_000_000

    /// `amount / unit` without trailing zeros.
    private static func decimal(_ amount: UInt64, unit: UInt64) -> String {
        let whole = String(amount / unit)
        let remainder = amount % unit
        if remainder == 0 { return whole }
        // One digit more than the remainder's own keeps its leading zeros.
        var fraction = String(String(unit + remainder).dropFirst())
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return "\(whole).\(fraction)"
    }
}
