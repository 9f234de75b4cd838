import DockerEngine
import FoundationEssentials
import ManifoldTestSupport
import Testing

@Suite("Failures")
struct FailureTests {
    @Test("the engine's own message is passed on, without the line feed that some have")
    func message() async throws {
        try await withStub { _ in
            .json(#"{"cause":"none","message":"No such container: web\n","response":404}"#, status: 404)
        } _: { client, _ in
            let error = await #expect(throws: EngineError.self) { try await client.containers.inspect("web") }
            #expect(error?.isNotFound == true)
            #expect(
                error?.description
                    == "the engine answered `GET /containers/web/json` with 404: No such container: web"
            )
        }
    }

    @Test("an error that is not json is passed on too, cut short")
    func plainMessage() async throws {
        try await withStub { _ in
            .chunks([String(repeating: "x", count: 300)], status: 502)
        } _: { client, _ in
            let error = await #expect(throws: EngineError.self) { try await client.containers.inspect("web") }
            guard case .api(_, 502, let message) = error else {
                Issue.record("unexpected \(String(describing: error))")
                return
            }
            #expect(message == String(repeating: "x", count: 200))
        }
    }

    @Test("a missing socket is named at once")
    func noSocket() async throws {
        let client = EngineClient(endpoint: .unix(path: "/nonexistent/docker.sock"), access: .readOnly)
        let error = await #expect(throws: EngineError.self) { try await client.ping() }
        #expect(
            error?.description == "cannot connect to the engine at `unix:///nonexistent/docker.sock`: no such socket"
        )
        await client.shutDown()
    }

    @Test("a socket behind which nobody listens refuses")
    func refused() async throws {
        try await withStub { _ in
            .empty()
        } _: { _, server in
            // The server removes its socket when it ends; a second name for it is what a killed engine leaves behind.
            let leftOver = server.socketPath + "-left-over"
            try FileManager.default.linkItem(atPath: server.socketPath, toPath: leftOver)
            try await server.stopListening()
            let client = EngineClient(endpoint: .unix(path: leftOver), access: .readOnly)
            await #expect(throws: EngineError.cannotConnect(endpoint: "unix://\(leftOver)", .refused)) {
                try await client.ping()
            }
            await client.shutDown()
        }
    }

    @Test("a connection that ends before the answer does is told apart from one that never was")
    func closed() async throws {
        try await withStub { _ in
            .chunks([#"[{"Id":"#], end: .closed)
        } _: { client, _ in
            let call = EngineError.Call(method: "GET", path: "/networks")
            await #expect(throws: EngineError.closed(call)) { try await client.networks.list() }
        }
    }

    @Test("a connection that is closed without a word is the same")
    func closedAtOnce() async throws {
        try await withStub { _ in
            StubAnswer(end: .closed)
        } _: { client, _ in
            let call = EngineError.Call(method: "GET", path: "/networks")
            await #expect(throws: EngineError.closed(call)) { try await client.networks.list() }
        }
    }

    @Test(
        "an answer that is not what the api describes is named by place, never by value",
        arguments: [
            ("secret", "the body is not json"),
            (#"{"Name":"secret"}"#, "no `Id`"),
            (#"{"Id":"n","Name":7}"#, "`Name` is not of type String"),
            (#"{"Id":"n","IPAM":{"Config":[{"Subnet":{}}]}}"#, "`IPAM.Config.0.Subnet` is not of type String"),
        ]
    )
    func undecodable(body: String, what: String) async throws {
        try await withStub { _ in
            .json(body)
        } _: { client, _ in
            let call = EngineError.Call(method: "GET", path: "/networks/n")
            await #expect(throws: EngineError.undecodable(call, what: what)) { try await client.networks.inspect("n") }
        }
    }

    @Test("no error shows what was sent")
    func noBodies() async throws {
        try await withStub { _ in
            .json(#"{"message":"conflict"}"#, status: 409)
        } _: { client, server in
            var config = ContainerConfig()
            config.environment = ["PASSWORD=hunter2"]
            let error = await #expect(throws: EngineError.self) {
                try await client.containers.create(ContainerCreate(config: config), name: "web")
            }
            #expect(error?.isConflict == true)
            #expect("\(String(describing: error))".contains("hunter2") == false)
            #expect(server.requests.last?.body.contains("hunter2") == true)
        }
    }
}
