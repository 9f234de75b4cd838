import JSONReading
import NIOCore

/// A whole answer with a status that the call counts as success.
struct EngineAnswer: Sendable {
    let call: EngineError.Call
    let head: AnswerHead
    let body: ByteBuffer

    /// The body as a value.
    func read<Value: JSONReadable>(_: Value.Type = Value.self) throws(EngineError) -> Value {
        do {
            return try Value(json: JSONReader(Array(body.readableBytesView)))
        } catch {
            throw .undecodable(call, what: error.place)
        }
    }
}

extension JSONError {
    /// What is wrong and where.
    fileprivate var place: String {
        let path = path.joined(separator: ".")
        return switch problem {
        case .malformed: "the body is not json"
        case .missing: "no `\(path)`"
        case .null: "`\(path)` is null"
        case .mistyped(let type): "`\(path)` is not of type \(type)"
        case .invalid: "`\(path)` does not have its form"
        }
    }
}
