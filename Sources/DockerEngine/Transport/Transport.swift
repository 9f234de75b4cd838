import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// The way to one engine: connections, deadlines, and the refusal of what may not be sent.
final class Transport: Sendable {
    private struct State {
        var httpClient: HTTPClient?
        var isShutDown = false
        var info: EngineInfo?
    }

    let endpoint: EngineEndpoint
    let access: EngineAccess
    private let clock: any Clock<Duration>
    private let baseURL: String
    private let state = Mutex(State())

    init(endpoint: EngineEndpoint, access: EngineAccess, clock: any Clock<Duration>) {
        self.endpoint = endpoint
        self.access = access
        self.clock = clock
        self.baseURL = endpoint.baseURL
    }

    /// What the last ping said, if there was one.
    var info: EngineInfo? {
        get { state.withLock { $0.info } }
        set { state.withLock { $0.info = newValue } }
    }

    /// Sends a request and folds its answer's parts, as they arrive, into a value.
    ///
    /// - Parameters:
    ///   - request: The call.
    ///   - initial: The value before the first part.
    ///   - accepted: Statuses that count as an answer beside those from 200 to 299.
    ///   - add: Takes in one part.
    /// - Returns: Head and value.
    /// - Throws: `EngineError`.
    func fold<Value: Sendable>(
        _ request: EngineRequest,
        into initial: Value,
        accepting accepted: Set<Int> = [],
        _ add: @escaping @Sendable (inout Value, ByteBuffer) throws(EngineError) -> Void
    ) async throws(EngineError) -> (head: AnswerHead, value: Value) {
        guard access == .readWrite || request.isReading else { throw .readOnly(request.call) }
        let version = request.isVersioned ? try await negotiated(deadline: request.deadline).apiVersion : nil
        let httpClient = try httpClient(for: request.call)
        let message = message(for: request, at: version)
        return try await request.deadline.enforce(on: clock, for: request.call) { [endpoint] touch in
            do {
                let response = try await httpClient.execute(message, deadline: .distantFuture)
                let head = AnswerHead(status: Int(response.status.code), headers: response.headers)
                guard 200...299 ~= head.status || accepted.contains(head.status) else {
                    throw try await EngineError(call: request.call, refusal: response)
                }
                var value = initial
                for try await part in response.body {
                    touch()
                    try add(&value, part)
                }
                return .success((head, value))
            } catch {
                return .failure(EngineError(error, in: request.call, at: endpoint))
            }
        }
    }

    /// Closes all connections; calls that are under way fail.
    func shutDown() async {
        let httpClient = state.withLock { state in
            state.isShutDown = true
            return state.httpClient.take()
        }
        // It fails only if it has been shut down before, and then there is nothing to do.
        try? await httpClient?.shutdown()
    }

    private func message(for request: EngineRequest, at version: APIVersion?) -> HTTPClientRequest {
        var message = HTTPClientRequest(url: baseURL + request.target(at: version))
        message.method = HTTPMethod(rawValue: request.method.rawValue)
        // Over a socket there is no host to name, and Go refuses an odd one.
        if case .unix = endpoint { message.headers.add(name: "Host", value: "docker") }
        message.headers.add(name: "User-Agent", value: "manifold")
        if let contentType = request.contentType { message.headers.add(name: "Content-Type", value: contentType) }
        for (name, value) in request.headers { message.headers.add(name: name, value: value) }
        switch request.body {
        case .bytes(let bytes)?: message.body = .bytes(bytes)
        case .stream(let parts)?: message.body = .stream(parts.map { ByteBuffer(bytes: $0) }, length: .unknown)
        case nil: break
        }
        return message
    }

    /// The HTTP client, made for the first call, because its threads would cost a program that makes none.
    private func httpClient(for call: EngineError.Call) throws(EngineError) -> HTTPClient {
        let httpClient: HTTPClient? = state.withLock { state in
            if state.isShutDown { return nil }
            if let httpClient = state.httpClient { return httpClient }
            let httpClient = HTTPClient(configuration: Self.configuration)
            state.httpClient = httpClient
            return httpClient
        }
        guard let httpClient else { throw .shutDown(call) }
        return httpClient
    }

    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        // More than eight starts or stops at once make the engine slower, and stops become kills.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 8
        // A missing socket does not come back within a call's time: say so at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        // This bounds the wait for a free connection too; the call's own deadline is the one to count.
        configuration.timeout.connect = .hours(24)
        return configuration
    }
}
