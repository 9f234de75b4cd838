import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An HTTP server on a unix socket in a folder of its own, which answers from a script and remembers what it was asked.
package final class StubServer: Sendable {
    /// A request as it arrived.
    package struct Request: Equatable, Sendable {
        package let method: String
        /// Path and query, percent-encoded.
        package let target: String
        /// The headers with names in lower case; of several of one name, the last.
        package let headers: [String: String]
        package let body: String

        /// Method and target, such as `GET /v1.41/volumes`.
        package var line: String { "\(method) \(target)" }
    }

    /// The socket to connect to.
    package let socketPath: String
    private let recorded = Mutex<[Request]>([])
    private let accepted = Mutex(0)
    private let listener = Mutex<(any Channel)?>(nil)
    private let script: @Sendable (Request) -> StubAnswer

    private init(socketPath: String, script: @escaping @Sendable (Request) -> StubAnswer) {
        self.socketPath = socketPath
        self.script = script
    }

    /// Runs `body` with a server that answers from `script`, then ends the server and removes its folder.
    @discardableResult
    package static func run<Value>(
        answering script: @escaping @Sendable (Request) -> StubAnswer,
        _ body: (StubServer) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stub-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = StubServer(socketPath: folder.appending(path: "s").path, script: script)
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(StubServerConnection(server: server))
                }
            }
            .bind(unixDomainSocketPath: server.socketPath).get()
        server.listener.withLock { $0 = listener }
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(server))
        } catch {
            result = .failure(error)
        }
        try await server.stopListening()
        return try result.get()
    }

    /// Ends the server, which removes its socket.
    package func stopListening() async throws {
        try await listener.withLock { $0.take() }?.close()
    }

    /// All requests so far, in order of arrival.
    package var requests: [Request] { recorded.withLock { $0 } }

    /// How many connections there have been.
    package var connectionCount: Int { accepted.withLock { $0 } }

    func countConnection() {
        accepted.withLock { $0 += 1 }
    }

    func answer(to request: Request) -> StubAnswer {
        recorded.withLock { $0.append(request) }
        return script(request)
    }
}
