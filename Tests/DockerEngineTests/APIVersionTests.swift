import DockerEngine
import ManifoldTestSupport
import Testing

@Suite("API versions")
struct APIVersionTests {
    @Test("versions compare by number, not by text")
    func order() throws {
        let versions = try ["1.9", "1.41", "1.100", "2.0"].map { try #require(APIVersion($0)) }
        #expect(versions == versions.sorted())
    }

    @Test(
        "only two numbers with a point between them are a version",
        arguments: ["", "1", "1.", "1.4.1", "v1.4", "+1.4"]
    )
    func odd(text: String) {
        #expect(APIVersion(text) == nil)
    }

    @Test(
        "calls are sent at the older of the engine's version and the newest known one",
        arguments: [("1.40", "1.40"), ("1.41", "1.41"), ("1.45", "1.45"), ("1.51", "1.45")]
    )
    func negotiates(engine: String, used: String) async throws {
        try await withStub(apiVersion: engine) { _ in
            .json("[]")
        } _: { client, server in
            _ = try await client.networks.list()
            #expect(server.requests.map(\.line) == ["GET /_ping", "GET /v\(used)/networks"])
            let info = try await client.info()
            #expect(info.apiVersion.description == used)
            #expect(info.engineAPIVersion.description == engine)
            #expect(info.engineVersion == "20.10.24+dfsg1")
            #expect(info.osType == "linux")
            #expect(server.requests.count == 2)
        }
    }

    @Test("an engine that is too old is refused by name of its version")
    func tooOld() async throws {
        try await withStub(apiVersion: "1.39") { _ in
            .json("[]")
        } _: { client, server in
            let error = await #expect(throws: EngineError.self) { try await client.networks.list() }
            #expect(
                error?.description == "the engine speaks api version 1.39 at most, and 1.40 is the oldest supported"
            )
            #expect(server.calls.isEmpty)
        }
    }

    @Test("a server that is no engine is told apart by its missing header")
    func noEngine() async throws {
        try await StubServer.run { _ in
            .json("{}")
        } _: { server in
            let client = EngineClient(endpoint: .unix(path: server.socketPath), access: .readOnly)
            let call = EngineError.Call(method: "GET", path: "/_ping")
            let expected = EngineError.undecodable(call, what: "no api version in the header `Api-Version`")
            await #expect(throws: expected) { try await client.ping() }
            await client.shutDown()
        }
    }
}
