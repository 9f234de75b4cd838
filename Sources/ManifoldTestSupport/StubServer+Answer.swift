/// What a `StubServer` does with a request.
package struct StubAnswer: Sendable {
    /// What follows the last part.
    package enum End: Sendable {
        /// The answer ends as it should.
        case complete
        /// The connection is closed before the answer is whole; without parts, before it begins.
        case closed
        /// Nothing, for as long as the client waits; without parts, not even a head.
        case silence
    }

    package var status: Int
    package var headers: [(name: String, value: String)]
    /// The parts of the body, each a chunk of its own.
    package var parts: [[UInt8]]
    /// The wait before each part.
    package var pause: Duration
    package var end: End

    package init(
        status: Int = 200,
        headers: [(name: String, value: String)] = [],
        parts: [[UInt8]] = [],
        pause: Duration = .zero,
        end: End = .complete
    ) {
        self.status = status
        self.headers = headers
        self.parts = parts
        self.pause = pause
        self.end = end
    }

    /// A whole answer with a JSON body.
    package static func json(_ text: String, status: Int = 200) -> StubAnswer {
        StubAnswer(status: status, headers: [("Content-Type", "application/json")], parts: [Array(text.utf8)])
    }

    /// An answer without a body.
    package static func empty(status: Int = 204) -> StubAnswer {
        StubAnswer(status: status)
    }

    /// An answer in parts.
    package static func chunks(
        _ texts: [String],
        status: Int = 200,
        pause: Duration = .zero,
        end: End = .complete
    ) -> StubAnswer {
        StubAnswer(status: status, parts: texts.map { Array($0.utf8) }, pause: pause, end: end)
    }

    /// The answer of an engine to a ping.
    package static func ping(apiVersion: String, server: String = "Docker/20.10.24+dfsg1 (linux)") -> StubAnswer {
        StubAnswer(
            headers: [("Api-Version", apiVersion), ("Server", server), ("Ostype", "linux")],
            parts: [Array("OK".utf8)]
        )
    }
}
