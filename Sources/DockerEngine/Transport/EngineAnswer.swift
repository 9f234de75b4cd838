import JSONReading
import NIOCore

/// A whole answer with a status that the call counts as success.
struct EngineAnswer: Sendable {
    let call: EngineError.Call
    let head: AnswerHead
    let body: ByteBuffer

    /// The body as a value.
    func decode<Value: Decodable>(_: Value.Type = Value.self) throws(EngineError) -> Value {
        do {
            return try JSONTreeDecoder.decode(from: Array(body.readableBytesView))
        } catch let error as DecodingError {
            throw .undecodable(call, what: error.place)
        } catch {
            throw .undecodable(call, what: "the body is not json")
        }
    }
}

extension DecodingError {
    /// What is wrong and where, without the value that stands there, because it can be a secret.
    fileprivate var place: String {
        switch self {
        case .keyNotFound(let key, let context): "no `\(Self.path(context.codingPath + [key]))`"
        case .valueNotFound(_, let context): "`\(Self.path(context.codingPath))` is null"
        case .typeMismatch(let type, let context): "`\(Self.path(context.codingPath))` is not of type \(type)"
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "the body is not json"
        case .dataCorrupted(let context): "`\(Self.path(context.codingPath))` does not have its form"
        @unknown default: "the body does not have its form"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
