import Foundation

/// A JSON document.
enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([JSONValue])
    case map([String: JSONValue])
}

extension JSONValue: Decodable {
    init(from decoder: any Decoder) throws {
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

extension JSONValue {
    /// The same with a directory for the `@ROOT@` of the corpus.
    func rooted(at directory: String) -> JSONValue {
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
