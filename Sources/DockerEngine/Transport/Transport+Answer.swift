import JSONReading
import NIOCore

extension Transport {
    /// Answers that are read whole have a few kilobytes for each object; a larger one is no answer of an engine.
    private static let largestAnswer = 256 << 20

    /// Sends a request and reads its whole answer.
    ///
    /// - Parameters:
    ///   - request: The call.
    ///   - accepted: Statuses that count as an answer beside those from 200 to 299.
    /// - Returns: Head and body.
    /// - Throws: `EngineError`.
    @discardableResult
    func answer(
        to request: EngineRequest,
        accepting accepted: Set<Int> = []
    ) async throws(EngineError) -> EngineAnswer {
        let call = request.call
        let (head, body) = try await fold(request, into: ByteBuffer(), accepting: accepted) {
            (body, part) throws(EngineError) in
            guard body.readableBytes + part.readableBytes <= Self.largestAnswer else {
                throw .undecodable(call, what: "more than \(Self.largestAnswer) bytes")
            }
            body.writeImmutableBuffer(part)
        }
        return EngineAnswer(call: call, head: head, body: body)
    }

    /// Sends a request and reads its answer as a value.
    func value<Value: JSONReadable>(
        of request: EngineRequest,
        as _: Value.Type = Value.self
    ) async throws(EngineError) -> Value {
        try await answer(to: request).read()
    }
}
