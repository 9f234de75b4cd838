import DockerEngine
import ManifoldTestSupport

/// Runs `body` with a client of a stub engine that answers pings by itself and everything else from `script`.
@discardableResult
func withStub<Value>(
    apiVersion: String = "1.41",
    access: EngineAccess = .readWrite,
    answering script: @escaping @Sendable (StubServer.Request) -> StubAnswer,
    _ body: (EngineClient, StubServer) async throws -> Value
) async throws -> Value {
    try await StubServer.run { request in
        request.target == "/_ping" ? .ping(apiVersion: apiVersion) : script(request)
    } _: { server in
        let client = EngineClient(endpoint: .unix(path: server.socketPath), access: access)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(client, server))
        } catch {
            result = .failure(error)
        }
        await client.shutDown()
        return try result.get()
    }
}

extension StubServer {
    /// The lines of all requests but the pings.
    var calls: [String] {
        requests.map(\.line).filter { $0 != "GET /_ping" }
    }
}
