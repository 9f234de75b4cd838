package import ManifoldYAML

/// Writes a value as JSON, entries in the order in which they stand.
package struct JSONWriter {
    private let isPretty: Bool
    private var text = ""

    private init(isPretty: Bool) {
        self.isPretty = isPretty
    }

    /// The JSON text; `pretty` puts each entry on a line of its own, indented by two spaces, as Go's `MarshalIndent` does.
    ///
    /// There is no line break at the end. Numbers that JSON does not know (infinite ones) become `null`.
    package static func write(_ value: PlainValue, pretty: Bool) -> String {
        var writer = JSONWriter(isPretty: pretty)
        writer.write(value, depth: 0)
        return writer.text
    }

    private mutating func write(_ value: PlainValue, depth: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += JSONNumber.text(of: value)
        case .string(let value): write(value)
        case .list(let items):
            write(items, between: "[", "]", depth: depth) { writer, item in writer.write(item, depth: depth + 1) }
        case .map(let entries):
            write(entries, between: "{", "}", depth: depth) { writer, entry in
                writer.write(entry.key)
                writer.text += writer.isPretty ? ": " : ":"
                writer.write(entry.value, depth: depth + 1)
            }
        }
    }

    private mutating func write<Element>(
        _ elements: [Element],
        between open: String,
        _ close: String,
        depth: Int,
        each: (inout JSONWriter, Element) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            breakLine(depth: depth + 1)
            each(&self, element)
        }
        if !elements.isEmpty { breakLine(depth: depth) }
        text += close
    }

    private mutating func breakLine(depth: Int) {
        if isPretty { text += "\n" + String(repeating: "  ", count: depth) }
    }

    private mutating func write(_ string: String) {
        text += "\""
        defer { text += "\"" }
        // Almost every string holds nothing to escape; U+2028 and U+2029 begin with E2 in UTF-8.
        let isPlain = string.utf8.allSatisfy { byte in
            byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F && byte != 0xE2
        }
        guard !isPlain else {
            text += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // The last two are line breaks to JavaScript, into which JSON is often pasted.
            case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
