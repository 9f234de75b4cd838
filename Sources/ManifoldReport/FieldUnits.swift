/// Numbers of the engine in the units that people write.
enum FieldUnits {
    /// In the largest binary unit that is exact: `96 MiB`, else `100000001 bytes`.
    static func bytes(_ count: Int64) -> String {
        guard count != 0 else { return "0 bytes" }
        for (name, shift) in [("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10)] {
            let unit = Int64(1) << Int64(shift)
            if count % unit == 0 { return "\(count / unit) \(name)" }
        }
        return abs(count) == 1 ? "\(count) byte" : "\(count) bytes"
    }

    /// As manifests write times: `1m30s`, `1.5s`, `500ms`.
    static func duration(nanoseconds: Int64) -> String {
        let magnitude = nanoseconds.magnitude
        let sign = nanoseconds < 0 ? "-" : ""
        if magnitude == 0 { return "0s" }
        if magnitude < 1_000 { return "\(sign)\(magnitude)ns" }
        if magnitude < 1_000_000 { return "\(sign)\(decimal(magnitude, digits: 3))us" }
        if magnitude < 1_000_000_000 { return "\(sign)\(decimal(magnitude, digits: 6))ms" }
        let minutes = magnitude / 60_000_000_000
        let rest = magnitude % 60_000_000_000
        var text = sign
        if minutes >= 60 { text += "\(minutes / 60)h" }
        if minutes % 60 > 0 { text += "\(minutes % 60)m" }
        if rest > 0 { text += "\(decimal(rest, digits: 9))s" }
        return text
    }

    /// Processors: `0.5`.
    static func processors(nano: Int64) -> String {
        (nano < 0 ? "-" : "") + decimal(nano.magnitude, digits: 9)
    }

    /// Permission bits as `chmod` takes them: `0440`.
    static func mode(_ bits: Int64) -> String {
        guard bits >= 0 else { return "\(bits)" }
        let octal = String(bits, radix: 8)
        return String(repeating: "0", count: max(0, 4 - octal.count)) + octal
    }

    /// A whole number of the smallest unit as a decimal of a larger one, `digits` places up.
    private static func decimal(_ value: UInt64, digits: Int) -> String {
        let scale = (0..<digits).reduce(UInt64(1)) { scale, _ in scale * 10 }
        let fraction = String(value % scale)
        let padded = String(repeating: "0", count: digits - fraction.count) + fraction
        let significant = padded.reversed().drop { $0 == "0" }.reversed()
        return significant.isEmpty ? "\(value / scale)" : "\(value / scale)." + String(significant)
    }
}
