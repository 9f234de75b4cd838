import ManifoldYAML

/// A reader of JSON that owes nothing to the YAML parser: it says what a YAML parser should have found.
struct JSONReader {
    private var rest: Substring.UnicodeScalarView

    /// All values of a text, one behind the other.
    static func values(in text: String) -> [PlainValue] {
        var reader = JSONReader(rest: text[...].unicodeScalars)
        var values: [PlainValue] = []
        while reader.peek() != nil { values.append(reader.value()) }
        return values
    }

    private mutating func peek() -> Unicode.Scalar? {
        while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
        return rest.first
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func value() -> PlainValue {
        switch peek() {
        case "{":
            var entries: [PlainValue.Entry] = []
            _ = skip("{")
            while !skip("}") {
                let key = string()
                _ = skip(":")
                entries.append(PlainValue.Entry(key: key, value: value()))
                _ = skip(",")
            }
            return .map(entries)
        case "[":
            var items: [PlainValue] = []
            _ = skip("[")
            while !skip("]") {
                items.append(value())
                _ = skip(",")
            }
            return .list(items)
        case "\"": return .string(string())
        default: return word()
        }
    }

    private mutating func word() -> PlainValue {
        let word = String(rest.prefix { $0.properties.isAlphabetic || "+-.0123456789".unicodeScalars.contains($0) })
        precondition(!word.isEmpty, "no JSON value at \(String(rest.prefix(20)))")
        rest.removeFirst(word.unicodeScalars.count)
        switch word {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: return Int(word).map { .integer($0) } ?? .number(Double(word) ?? .nan)
        }
    }

    private mutating func string() -> String {
        precondition(skip("\""), "no string at \(String(rest.prefix(20)))")
        var units: [UInt16] = []
        while let scalar = rest.popFirst(), scalar != "\"" {
            guard scalar == "\\", let escape = rest.popFirst() else {
                units += Array(String(scalar).utf16)
                continue
            }
            switch escape {
            case "n": units.append(0x0A)
            case "t": units.append(0x09)
            case "r": units.append(0x0D)
            case "b": units.append(0x08)
            case "f": units.append(0x0C)
            case "u":
                units.append(UInt16(String(rest.prefix(4)), radix: 16) ?? 0xFFFD)
                rest.removeFirst(4)
            default: units += Array(String(escape).utf16)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
