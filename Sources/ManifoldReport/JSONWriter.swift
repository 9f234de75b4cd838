package import ManifoldYAML

/// Writes a value as JSON, entries in the order in which they stand.
package struct JSONWriter {
    private let isPretty: Bool
    private let indentation: Int
    private var bytes: [UInt8] = []

    private init(isPretty: Bool, indentation: Int) {
        self.isPretty = isPretty
        self.indentation = indentation
    }

    /// The JSON text; `pretty` puts each entry on a line of its own, indented by two spaces, as Go's `MarshalIndent` does.
    ///
    /// `indentation` is how many levels deep the value is to stand in a document; its first line is not indented.
    /// There is no line break at the end. Numbers that JSON does not know (infinite ones) become `null`.
    package static func write(_ value: PlainValue, pretty: Bool, indentation: Int = 0) -> String {
        var writer = JSONWriter(isPretty: pretty, indentation: indentation)
        writer.write(value, depth: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private mutating func write(_ value: PlainValue, depth: Int) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .number(let value): bytes += JSONNumber.text(of: value).utf8
        case .string(let value): write(value)
        case .list(let items):
            write(items, between: "[", "]", depth: depth) { writer, item in writer.write(item, depth: depth + 1) }
        case .map(let entries):
            write(entries, between: "{", "}", depth: depth) { writer, entry in
                writer.write(entry.key)
                writer.bytes += (writer.isPretty ? ": " : ":").utf8
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
        bytes += open.utf8
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes += ",".utf8 }
            breakLine(depth: depth + 1)
            each(&self, element)
        }
        if !elements.isEmpty { breakLine(depth: depth) }
        bytes += close.utf8
    }

    private mutating func breakLine(depth: Int) {
        if isPretty { bytes += ("\n" + String(repeating: "  ", count: depth + indentation)).utf8 }
    }

    private mutating func write(_ string: String) {
        JSONText.append(string, to: &bytes)
    }
}
