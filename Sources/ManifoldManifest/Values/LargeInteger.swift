/// Whole numbers that an `Int` cannot hold and an unsigned one can, which go-yaml keeps as such: `0xFFFFFFFFFFFFFFFF`.
enum LargeInteger {
    static func parse(_ text: String) -> UInt64? {
        let digits = text.filter { $0 != "_" }
        let prefixes = [("0x", 16), ("0X", 16), ("0o", 8), ("0O", 8), ("0b", 2), ("0B", 2)]
        for (prefix, radix) in prefixes where digits.hasPrefix(prefix) {
            return UInt64(digits.dropFirst(2), radix: radix)
        }
        return UInt64(digits)
    }
}
