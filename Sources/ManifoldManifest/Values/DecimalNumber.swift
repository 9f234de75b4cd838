/// Numbers in strings: decimal only, no words such as `inf`, no other bases.
enum DecimalNumber {
    /// The number that the bytes spell, or nil.
    static func parse(_ bytes: some Collection<UInt8>) -> Double? {
        guard
            bytes.contains(where: isDigit),
            bytes.allSatisfy({ isDigit($0) || "+-.eE".utf8.contains($0) }),
            let value = Double(String(decoding: bytes, as: UTF8.self)),
            value.isFinite
        else { return nil }
        return value
    }

    /// The number that a text spells, or nil.
    static func parse(_ text: String) -> Double? {
        parse(text.utf8)
    }

    /// A whole number that digits alone spell, and that an `Int64` can hold.
    static func whole(_ bytes: some Collection<UInt8>) -> Int64? {
        guard !bytes.isEmpty else { return nil }
        var value: Int64 = 0
        for byte in bytes {
            guard isDigit(byte) else { return nil }
            let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, carries) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
            if overflows || carries { return nil }
            value = sum
        }
        return value
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
