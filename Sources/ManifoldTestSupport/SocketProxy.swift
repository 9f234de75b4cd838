import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A unix socket in front of an engine's: shows each request to a test, which lets it pass or cuts the connection.
///
/// Cutting is exact: a request that is cut off never reaches the engine, and an answer that is cut off never reaches the
/// client although the engine has done what it was asked for.
package final class SocketProxy: Sendable {
    /// The first line of a request.
    package struct Request: Equatable, Sendable {
        package let method: String
        /// Path and query, percent-encoded, without the API version before them.
        package let target: String

        /// Method and target, such as `POST /containers/create?name=web`.
        package var line: String { "\(method) \(target)" }

        init(_ head: HTTPRequestHead) {
            method = head.method.rawValue
            let parts = head.uri.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: true)
            let isVersioned = parts.first?.first == "v" && parts.first?.dropFirst().first?.isNumber == true
            target = isVersioned && parts.count > 1 ? "/\(parts[1])" : head.uri
        }
    }

    /// What is to become of a request.
    package enum Verdict: Sendable {
        case pass
        /// The engine never sees it; the client's connection ends.
        case cutRequest
        /// The engine does what it is asked for; the client's connection ends where the answer would begin.
        case cutAnswer
    }

    /// Judges a request; as long as it thinks, the request waits.
    package typealias Judge = @Sendable (Request) async -> Verdict

    /// Changes what a request carries, and keeps its length.
    package typealias Rewrite = @Sendable (Request, String) -> String

    /// The socket that clients connect to.
    package let socketPath: String
    private let enginePath: String
    private let judge: Judge
    private let rewrite: Rewrite?
    private let whenCutting: @Sendable () async -> Void
    private let recorded = Mutex<[Request]>([])

    private init(
        socketPath: String,
        enginePath: String,
        judge: @escaping Judge,
        rewrite: Rewrite?,
        whenCutting: @escaping @Sendable () async -> Void
    ) {
        self.socketPath = socketPath
        self.enginePath = enginePath
        self.judge = judge
        self.rewrite = rewrite
        self.whenCutting = whenCutting
    }

    /// Runs `body` with a proxy in a folder of its own, then ends the proxy and removes the folder.
    ///
    /// - Parameters:
    ///   - enginePath: the engine's socket.
    ///   - judge: decides over each request before the engine sees it.
    ///   - rewrite: changes the bodies of requests, where there is one.
    ///   - whenCutting: is called before a connection is cut, so that the client can be ended before it notices.
    ///   - body: has the proxy for as long as it runs.
    /// - Returns: what `body` returns.
    /// - Throws: what `body` throws, or why there could be no proxy.
    package static func run<Value: Sendable>(
        to enginePath: String,
        judging judge: @escaping Judge = { _ in .pass },
        rewriting rewrite: Rewrite? = nil,
        whenCutting: @escaping @Sendable () async -> Void = {},
        _ body: (SocketProxy) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "proxy-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let proxy = SocketProxy(
            socketPath: folder.appending(path: "s").path,
            enginePath: enginePath,
            judge: judge,
            rewrite: rewrite,
            whenCutting: whenCutting
        )
        let listener = try await proxy.listen()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await proxy.serve(listener) }
            let result: Result<Value, any Error>
            do {
                result = .success(try await body(proxy))
            } catch {
                result = .failure(error)
            }
            group.cancelAll()
            while let ended = await group.nextResult() { _ = ended }
            return try result.get()
        }
    }

    /// All requests so far, in order of arrival.
    package var requests: [Request] { recorded.withLock { $0 } }

    /// What `DOCKER_HOST` and `-H` take.
    package var address: String { "unix://\(socketPath)" }

    private func listen() async throws -> NIOAsyncChannel<ClientChannel, Never> {
        try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(unixDomainSocketPath: socketPath) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withPipeliningAssistance: false)
                    return try ClientChannel(wrappingChannelSynchronously: channel)
                }
            }
    }

    private func serve(_ listener: NIOAsyncChannel<ClientChannel, Never>) async throws {
        try await listener.executeThenClose { clients in
            // A client that is killed ends its connection in any way it likes: its task's error is no news.
            try await withThrowingDiscardingTaskGroup { group in
                for try await client in clients {
                    group.addTask { try? await self.relay(client) }
                }
            }
        }
    }

    func connectToEngine() async throws -> EngineChannel {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(unixDomainSocketPath: enginePath) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try EngineChannel(wrappingChannelSynchronously: channel)
                }
            }
    }

    func verdict(on head: HTTPRequestHead) async -> Verdict {
        let request = Request(head)
        recorded.withLock { $0.append(request) }
        return await judge(request)
    }

    /// The body of a request as the engine is to get it.
    func rewritten(_ body: ByteBuffer, of head: HTTPRequestHead?) -> ByteBuffer {
        guard let head, let rewrite else { return body }
        let changed = ByteBuffer(string: rewrite(Request(head), String(buffer: body)))
        precondition(changed.readableBytes == body.readableBytes, "the head has said how long the body is")
        return changed
    }

    /// Whether bodies are changed, so that each has to be there as a whole.
    var rewrites: Bool { rewrite != nil }

    func announceCut() async {
        await whenCutting()
    }
}
