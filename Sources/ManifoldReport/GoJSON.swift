import ManifoldManifest
import ManifoldYAML

/// Writes a service's normal form byte by byte as Go's `encoding/json` writes Compose's structure, for hashing.
struct GoJSON {
    private var bytes: [UInt8] = []

    private init() {}

    static func write(_ service: Node) -> [UInt8] {
        var writer = GoJSON()
        writer.write(GoNames.applied(to: service))
        return writer.bytes
    }

    private mutating func write(_ node: Node) {
        switch node.content {
        case .scalar(let scalar):
            switch node.resolved {
            case .null: bytes += "null".utf8
            case .bool(let value): bytes += (value ? "true" : "false").utf8
            case .integer(let value): bytes += String(value).utf8
            case .float(let value): bytes += JSONNumber.text(of: value).utf8
            case .string, nil: write(scalar.text)
            }
        case .sequence(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(item)
            }
            bytes.append(UInt8(ascii: "]"))
        case .mapping(let pairs):
            bytes.append(UInt8(ascii: "{"))
            for (index, pair) in pairs.withoutExtensions.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(pair.key.scalarText ?? "")
                bytes.append(UInt8(ascii: ":"))
                write(pair.value)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Go escapes what HTML reads, so that its JSON may stand in a page, and the two line breaks of JavaScript.
    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case "\u{8}": bytes += "\\b".utf8
            case "\u{C}": bytes += "\\f".utf8
            case "\u{0}"..<"\u{20}", "<", ">", "&", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: bytes += Unicode.UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
