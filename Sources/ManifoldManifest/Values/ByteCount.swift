/// Amounts of memory as Compose writes them: `512m`, `1.5gb`, `64 MiB`, `1024`; units are powers of 1,024.
enum ByteCount {
    /// The number of bytes, or nil where the text is no amount.
    static func parse(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard let last = bytes.lastIndex(where: isNumeric) else { return nil }
        let numberEnd = bytes[last] == UInt8(ascii: " ") ? last : last + 1
        guard
            let number = DecimalNumber.parse(bytes[..<numberEnd]),
            number >= 0,
            // Go wants digits on both sides of a point.
            bytes.first != UInt8(ascii: "."),
            bytes[..<numberEnd].last != UInt8(ascii: "."),
            let factor = factor(of: bytes[(last + 1)...])
        else { return nil }
        let product = number * factor
        return product < 0x1p63 ? Int64(product) : nil
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: " ")
    }

    private static func factor(of suffix: ArraySlice<UInt8>) -> Double? {
        let suffix = suffix.map { $0 | 0x20 }
        guard let unit = suffix.first else { return 1 }
        if unit == UInt8(ascii: "b") { return suffix.count == 1 ? 1 : nil }
        switch suffix.dropFirst() {
        case [], [UInt8(ascii: "b")], [UInt8(ascii: "i")], [UInt8(ascii: "i"), UInt8(ascii: "b")]: break
        default: return nil
        }
        switch unit {
        case UInt8(ascii: "k"): return 0x1p10
        case UInt8(ascii: "m"): return 0x1p20
        case UInt8(ascii: "g"): return 0x1p30
        case UInt8(ascii: "t"): return 0x1p40
        case UInt8(ascii: "p"): return 0x1p50
        default: return nil
        }
    }
}
