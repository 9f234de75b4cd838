import Foundation

/// A JSON document.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([JSONValue])
    case map([String: JSONValue])
}

extension JSONValue: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode([String: JSONValue].self) {
            self = .map(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }
}

extension JSONValue: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value):
            if let whole = Int64(exactly: value) { try container.encode(whole) } else { try container.encode(value) }
        case .string(let value): try container.encode(value)
        case .list(let items): try container.encode(items)
        case .map(let entries): try container.encode(entries)
        }
    }
}

extension JSONValue {
    /// The value below a key; nil where this is no object, or has none.
    package subscript(key: String) -> JSONValue? {
        get {
            if case .map(let entries) = self { entries[key] } else { nil }
        }
        set {
            guard case .map(var entries) = self else { return }
            entries[key] = newValue
            self = .map(entries)
        }
    }

    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var entries: [String: JSONValue] {
        if case .map(let entries) = self { entries } else { [:] }
    }

    package var items: [JSONValue] {
        if case .list(let items) = self { items } else { [] }
    }
}

extension JSONValue {
    /// The same with a directory for the `@ROOT@` of the corpus.
    package func rooted(at directory: String) -> JSONValue {
        switch self {
        case .string(let text): .string(Self.rooted(text, directory))
        case .list(let items): .list(items.map { $0.rooted(at: directory) })
        case .map(let entries):
            .map(
                Dictionary(uniqueKeysWithValues: entries.map { (Self.rooted($0, directory), $1.rooted(at: directory)) })
            )
        default: self
        }
    }

    private static func rooted(_ text: String, _ directory: String) -> String {
        guard text.contains("@ROOT@") else { return text }
        var text = text
        while let range = text.range(of: #"@ROOT@(/\.\.)+"#, options: .regularExpression) {
            let path = directory + text[range].dropFirst("@ROOT@".count)
            text.replaceSubrange(range, with: URL(filePath: path).standardizedFileURL.path)
        }
        return text.replacing("@ROOT@", with: directory)
    }
}
