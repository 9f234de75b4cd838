import DockerEngine
@testable import ManifoldDocker
import ManifoldGraph
import ManifoldPlan
import ManifoldTestSupport
import Synchronization

/// A performer that never connects, for what it only holds.
func performer(
    _ graph: ResourceGraph,
    sealer: Sealer = Sealer(key: [1]),
    client: EngineClient = EngineClient(access: .readWrite)
) -> EnginePerformer {
    let record = RevisionRecord()
    let holder = LockHolder.current(command: "test", environment: [:])
    let lock = RevisionLock(
        store: RevisionStore(client: client, system: graph.system.name),
        holder: holder,
        number: 1,
        record: record
    )
    return EnginePerformer(
        session: EngineSession(
            client: client,
            engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"),
            logins: RegistryLogins(environment: [:])
        ),
        graph: graph,
        system: graph.system,
        sealer: sealer,
        lock: lock,
        inputs: BuildInputs([], [:]),
        isCancelled: { false }
    )
}

/// Runs `body` with a client of a server that answers as an engine, in all that a test says nothing about.
///
/// The script gets requests as `GET /containers/json`, without the version and the query.
func withStubEngine<Value>(
    revisions: [Int] = [0, 1],
    answering script: @escaping @Sendable (_ line: String, StubServer.Request) -> StubAnswer?,
    _ body: (EngineClient, StubServer) async throws -> Value
) async throws -> Value {
    try await StubServer.run(answering: { request in
        if request.target.hasSuffix("/_ping") { return .ping(apiVersion: "1.41") }
        let line = StubEngine.line(of: request)
        if let answer = script(line, request) { return answer }
        guard line == "GET /volumes" else {
            return .json(#"{"message":"nothing is scripted for \#(line)"}"#, status: 500)
        }
        let record = RevisionRecord().text.replacing("\"", with: "\\\"")
        let volumes = revisions.map {
            #"{"Name":"shop_manifold.\#($0)","Driver":"local","Mountpoint":"/m","Scope":"local","#
                + #""Labels":{"io.manifold.system":"shop","io.manifold.revision":"\#(record)"}}"#
        }
        return .json(#"{"Volumes":[\#(volumes.joined(separator: ","))]}"#)
    }) { server in
        let client = EngineClient(endpoint: .unix(path: server.socketPath), access: .readWrite)
        do {
            let value = try await body(client, server)
            await client.shutDown()
            return value
        } catch {
            await client.shutDown()
            throw error
        }
    }
}

enum StubEngine {
    /// Method and path of a request, without the version and the query.
    static func line(of request: StubServer.Request) -> String {
        var path = request.target.prefix { $0 != "?" }
        if path.hasPrefix("/v1.") { path = path.dropFirst().drop { $0 != "/" } }
        return "\(request.method) \(path)"
    }

    /// The lines of all requests that can change something.
    static func changes(_ server: StubServer) -> [String] {
        server.requests.filter { $0.method != "GET" && $0.method != "HEAD" }.map(line)
    }
}
