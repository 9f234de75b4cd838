import ManifoldYAML

/// Random numbers that are the same in every run, so that a failure can be seen again.
struct RandomSource: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A string of the pieces that make YAML difficult.
    mutating func string() -> String {
        let pieces = [
            "a", "word", "1", "0", "true", "null", "~", "yes", "y", " ", "  ", "\n", "\n\n", "\t", "\r", ":", ": ",
            " #", "#",
            "-", "- ", "---", "...", "?", "? ", "'", "\"", "\\", "\\n", "[", "]", "{", "}", ",", "&", "*", "!", "|",
            ">", "%",
            "@", "`", "<<", "=", ".", "e", "_", "0x", "ä", "日", "🎉", "\u{301}", "\u{85}", "\u{2028}", "\u{FEFF}",
            "\u{0}",
            "\u{1B}", "\u{7F}", "\u{FFFE}", "\u{10FFFF}", "12:30", "1.5", "+", ".inf",
        ]
        return (0..<Int.random(in: 0...6, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }

    mutating func value(depth: Int) -> PlainValue {
        switch Int.random(in: 0..<(depth > 0 ? 10 : 7), using: &self) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &self))
        case 2: return .integer(Int.random(in: Bool.random(using: &self) ? -9...9 : .min ... .max, using: &self))
        case 3: return .number(number())
        case 4, 5, 6: return .string(string())
        case 7, 8: return .list((0..<Int.random(in: 0...4, using: &self)).map { _ in value(depth: depth - 1) })
        default:
            var seen: Set<String> = []
            let keys = (0..<Int.random(in: 0...4, using: &self)).map { _ in string() }
                .filter { seen.insert($0).inserted }
            return .map(keys.map { PlainValue.Entry(key: $0, value: value(depth: depth - 1)) })
        }
    }

    private mutating func number() -> Double {
        let bits = Double(bitPattern: next())
        let choices = [0, -0.5, 1, 1e21, 1e-7, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude]
        return bits.isNaN || Bool.random(using: &self) ? choices.randomElement(using: &self) ?? 0 : bits
    }
}
