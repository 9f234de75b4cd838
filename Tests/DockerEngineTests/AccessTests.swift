import DockerEngine
import ManifoldTestSupport
import Testing

@Suite("Access")
struct AccessTests {
    /// Every call that can change something, with the way it is named in errors.
    static let writes: [(String, @Sendable (EngineClient) async throws -> Void)] = [
        ("POST /containers/create", { _ = try await $0.containers.create(.init(config: .init()), name: nil) }),
        ("POST /containers/a/start", { try await $0.containers.start("a") }),
        ("POST /containers/a/stop", { try await $0.containers.stop("a", grace: nil) }),
        ("POST /containers/a/kill", { try await $0.containers.kill("a") }),
        ("POST /containers/a/pause", { try await $0.containers.pause("a") }),
        ("POST /containers/a/unpause", { try await $0.containers.unpause("a") }),
        ("POST /containers/a/rename", { try await $0.containers.rename("a", to: "b") }),
        ("POST /containers/a/update", { _ = try await $0.containers.update("a", .init()) }),
        ("POST /containers/a/wait", { _ = try await $0.containers.wait("a", until: .removed, for: .seconds(1)) }),
        ("DELETE /containers/a", { try await $0.containers.remove("a") }),
        ("PUT /containers/a/archive", { try await $0.containers.putArchive(TarArchive([]), into: "a") }),
        ("POST /networks/create", { _ = try await $0.networks.create(.init(name: "n")) }),
        ("DELETE /networks/n", { try await $0.networks.remove("n") }),
        ("POST /networks/n/connect", { try await $0.networks.connect("n", container: "a", endpoint: .init()) }),
        ("POST /networks/n/disconnect", { try await $0.networks.disconnect("n", container: "a") }),
        ("POST /volumes/create", { _ = try await $0.volumes.create(.init(name: "v")) }),
        ("DELETE /volumes/v", { try await $0.volumes.remove("v") }),
        ("POST /images/create", { try await $0.images.pull("i") }),
    ]

    @Test("a read-only client refuses every call that can change something, and does not even connect")
    func refuses() async throws {
        try await withStub(access: .readOnly) { _ in
            .json("{}")
        } _: { client, server in
            for (name, write) in Self.writes {
                let error = await #expect(throws: EngineError.self) { try await write(client) }
                #expect(error?.description == "refused `\(name)`: this client may only read")
            }
            #expect(server.connectionCount == 0)
        }
    }

    @Test("a read-only client reads")
    func reads() async throws {
        try await withStub(access: .readOnly) { request in
            request.method == "HEAD" ? .empty(status: 404) : .json("[]")
        } _: { client, server in
            _ = try await client.containers.list(all: true)
            _ = try await client.containers.statArchive(at: "/x", in: "a")
            #expect(server.calls == ["GET /v1.41/containers/json?all=1", "HEAD /v1.41/containers/a/archive?path=%2Fx"])
        }
    }

    @Test("connections are kept alive, and there are never more than eight")
    func pool() async throws {
        try await withStub { _ in
            .chunks(["[", "]"], pause: .milliseconds(2))
        } _: { client, server in
            for _ in 0..<5 { _ = try await client.networks.list() }
            #expect(server.connectionCount == 1)
            try await withThrowingTaskGroup { group in
                for _ in 0..<40 {
                    group.addTask { _ = try await client.networks.list() }
                }
                try await group.waitForAll()
            }
            #expect(server.connectionCount <= 8)
        }
    }

    @Test("after its shutdown a client sends nothing")
    func shutDown() async throws {
        try await withStub { _ in
            .json("[]")
        } _: { client, server in
            _ = try await client.networks.list()
            await client.shutDown()
            let call = EngineError.Call(method: "GET", path: "/networks")
            await #expect(throws: EngineError.shutDown(call)) { try await client.networks.list() }
            #expect(server.calls.count == 1)
        }
    }
}
