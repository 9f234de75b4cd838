import Crypto
import FoundationEssentials
package import JSONReading
package import ManifoldResources

/// A field's value in a label or a revision record: JSON in which the first character of a string tells its kind.
package struct RecordedValue: Encodable, Sendable {
    package let value: FieldValue<SealedText>

    package init(_ value: FieldValue<SealedText>) {
        self.value = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .flag(let flag): try container.encode(flag ? "!1" : "!0")
        case .number(let number): try container.encode("#\(number)")
        case .bytes(let bytes): try container.encode("b\(bytes)")
        case .duration(let nanoseconds): try container.encode("d\(nanoseconds)")
        case .nanoCPUs(let count): try container.encode("c\(count)")
        case .mode(let bits): try container.encode("m\(bits)")
        case .word(let word): try container.encode(":\(word)")
        // The text itself never enters a label, only whether it may be shown where somebody else has it.
        case .text(let text): try container.encode((text.shown == nil ? "~" : "=") + text.digest)
        case .list(let values): try container.encode([RecordedValue(.word("["))] + values.map { RecordedValue($0) })
        case .set(let values):
            let sorted = values.map { RecordedValue($0) }.sorted { $0.sortKey < $1.sortKey }
            try container.encode([RecordedValue(.word("{"))] + sorted)
        case .map(let entries): try container.encode(entries.mapValues { RecordedValue($0) })
        }
    }

    /// One digest over the whole value; the texts in it are keyed digests already.
    package var digest: String {
        Base64URL.encode(Array(SHA256.hash(data: Array(json.utf8)).prefix(9)))
    }

    /// The value as the label has it.
    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("strings, arrays and objects can always be written as JSON")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// Any fixed order will do: it only keeps the same record the same bytes.
    private var sortKey: String {
        "\(value)"
    }
}

extension RecordedValue: JSONReadable {
    package init(json: JSONReader) throws(JSONError) {
        if json.isString {
            guard let scalar = Self.scalar(try String(json: json)) else { throw json.invalid }
            value = scalar
        } else if json.isObject {
            value = .map(try [String: RecordedValue](json: json).mapValues(\.value))
        } else {
            let items = try [RecordedValue](json: json).map(\.value)
            value = items.first == .word("{") ? .set(Set(items.dropFirst())) : .list(Array(items.dropFirst()))
        }
    }

    private static func scalar(_ text: String) -> FieldValue<SealedText>? {
        let rest = String(text.dropFirst())
        switch text.first {
        case "!": return .flag(rest == "1")
        case "#": return Int64(rest).map { .number($0) }
        case "b": return Int64(rest).map { .bytes($0) }
        case "d": return Int64(rest).map { .duration($0) }
        case "c": return Int64(rest).map { .nanoCPUs($0) }
        case "m": return Int64(rest).map { .mode($0) }
        case ":": return .word(rest)
        case "~": return .text(SealedText(digest: rest, shown: nil))
        case "=": return .text(SealedText(digest: rest, shown: ""))
        default: return nil
        }
    }
}
