/// Turns UTF-16 with a byte order mark into UTF-8.
enum UTF16Text {
    /// The same text in UTF-8 without the mark, or nil where the bytes do not begin with a UTF-16 mark.
    ///
    /// Half a surrogate pair becomes three bytes that are no UTF-8, and half a unit at the end a lone `FF`: the fault
    /// stays in the text, so that whoever reads it reports it at its place instead of seeing a harmless replacement.
    static func transcoded(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 2 else { return nil }
        let bigEndian: Bool
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF): bigEndian = true
        case (0xFF, 0xFE): bigEndian = false
        default: return nil
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var pending: UInt16?
        for offset in stride(from: 2, to: bytes.count - 1, by: 2) {
            let first = UInt16(bytes[offset])
            let second = UInt16(bytes[offset + 1])
            let unit = bigEndian ? first << 8 | second : second << 8 | first
            if let high = pending {
                pending = nil
                if UTF16.isTrailSurrogate(unit) {
                    append(0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(unit) & 0x3FF, to: &result)
                    continue
                }
                append(UInt32(high), to: &result)
            }
            if UTF16.isLeadSurrogate(unit) { pending = unit } else { append(UInt32(unit), to: &result) }
        }
        if let high = pending { append(UInt32(high), to: &result) }
        if bytes.count % 2 == 1 { result.append(0xFF) }
        return result
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        func trail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (value >> shift) & 0x3F) }
        switch value {
        case ..<0x80: bytes.append(UInt8(value))
        case ..<0x800: bytes += [UInt8(0xC0 | value >> 6), trail(0)]
        case ..<0x10000: bytes += [UInt8(0xE0 | value >> 12), trail(6), trail(0)]
        default: bytes += [UInt8(0xF0 | value >> 18), trail(12), trail(6), trail(0)]
        }
    }
}
