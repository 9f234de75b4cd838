import DockerEngine
import ManifoldTestSupport
import Testing

@Suite("Calls")
struct CallTests {
    @Test("filters are a json object in the query, percent-encoded")
    func filters() async throws {
        try await withStub { _ in
            .json("[]")
        } _: { client, server in
            let filters = EngineFilters(labels: ["io.manifold.system=a b&c", "x"], names: ["^/web$"])
            #expect(filters.values == ["label": ["io.manifold.system=a b&c", "x"], "name": ["^/web$"]])
            _ = try await client.containers.list(all: true, filters: filters)
            let encoded =
                "%7B%22label%22%3A%5B%22io.manifold.system%3Da%20b%26c%22%2C%22x%22%5D%2C%22name%22%3A%5B%22%5E%2Fweb%24%22%5D%7D"
            #expect(server.calls == ["GET /v1.41/containers/json?all=1&filters=\(encoded)"])
        }
    }

    @Test("names are encoded where they stand in a path, an image's slashes stay")
    func paths() async throws {
        try await withStub { _ in
            .json(#"{"Id":"x","Name":"x"}"#)
        } _: { client, server in
            _ = try await client.networks.inspect("a/b ?")
            _ = try await client.images.inspect("localhost:5000/team/app:1.0")
            #expect(
                server.calls == [
                    "GET /v1.41/networks/a%2Fb%20%3F", "GET /v1.41/images/localhost:5000/team/app:1.0/json",
                ]
            )
        }
    }

    @Test("what the engine calls not modified is an answer: nothing had to be done")
    func notModified() async throws {
        try await withStub { request in
            .empty(status: request.target.contains("again") ? 304 : 204)
        } _: { client, _ in
            let started = try await client.containers.start("web")
            #expect(started)
            let startedAgain = try await client.containers.start("again")
            #expect(!startedAgain)
            let stoppedAgain = try await client.containers.stop("again", grace: .zero)
            #expect(!stoppedAgain)
        }
    }

    @Test("a container is removed without its volumes")
    func remove() async throws {
        try await withStub { _ in
            .empty()
        } _: { client, server in
            try await client.containers.remove("web")
            try await client.containers.remove("web", force: true)
            #expect(server.calls == ["DELETE /v1.41/containers/web", "DELETE /v1.41/containers/web?force=1"])
        }
    }

    @Test("a create call carries name and platform in its query and warnings back")
    func create() async throws {
        try await withStub { _ in
            .json(#"{"Id":"abc","Warnings":["discarded"]}"#, status: 201)
        } _: { client, server in
            let body = ContainerCreate(config: ContainerConfig())
            let created = try await client.containers.create(body, name: "web", platform: "linux/amd64")
            #expect(created.id == "abc")
            #expect(created.warnings == ["discarded"])
            #expect(server.calls == ["POST /v1.41/containers/create?name=web&platform=linux%2Famd64"])
            #expect(server.requests.last?.headers["content-type"] == "application/json")
        }
    }

    @Test("a null list of volumes or warnings is an empty one")
    func nullLists() async throws {
        try await withStub { request in
            .json(request.method == "GET" ? #"{"Volumes":null,"Warnings":null}"# : #"{"Warnings":null}"#)
        } _: { client, _ in
            let volumes = try await client.volumes.list()
            #expect(volumes == [])
            let warnings = try await client.containers.update("a", ContainerUpdate())
            #expect(warnings == [])
        }
    }

    @Test("connect always sends an endpoint, and disconnect whether it is forced")
    func endpoints() async throws {
        try await withStub { _ in
            .empty(status: 200)
        } _: { client, server in
            let endpoint = EndpointSettings(aliases: ["db"], ipamConfig: EndpointIPAMConfig(ipv4Address: "10.1.0.9"))
            try await client.networks.connect("n", container: "web", endpoint: endpoint)
            try await client.networks.connect("n", container: "web", endpoint: EndpointSettings())
            try await client.networks.disconnect("n", container: "web", force: true)
            #expect(
                server.requests.dropFirst().map(\.body) == [
                    #"{"Container":"web","EndpointConfig":{"Aliases":["db"],"IPAMConfig":{"IPv4Address":"10.1.0.9"}}}"#,
                    #"{"Container":"web","EndpointConfig":{}}"#,
                    #"{"Container":"web","Force":true}"#,
                ]
            )
        }
    }

    @Test("the frames of both output streams become one text in order")
    func logs() async throws {
        let frames: [[UInt8]] = [
            [1, 0, 0, 0, 0, 0, 0, 6] + Array("out 1\n".utf8) + [2, 0, 0, 0], [0, 0, 0, 4] + Array("er".utf8),
            Array("r\n".utf8) + [1, 0, 0, 0, 0, 0, 0, 9] + Array("cut".utf8),
        ]
        try await withStub { _ in
            StubAnswer(parts: frames)
        } _: { client, server in
            let text = try await client.containers.logs("web", tail: 20, tty: false)
            #expect(text == "out 1\nerr\ncut")
            #expect(server.calls == ["GET /v1.41/containers/web/logs?stdout=1&stderr=1&tail=20"])
        }
    }

    @Test("the output of a terminal has no frames")
    func ttyLogs() async throws {
        try await withStub { _ in
            .chunks(["hello\r\n"])
        } _: { client, _ in
            let text = try await client.containers.logs("web", tail: 1, tty: true)
            #expect(text == "hello\r\n")
        }
    }

    @Test("an archive's head says what stands at a path")
    func stat() async throws {
        try await withStub { _ in
            // {"name":"x","size":3,"mode":420,"mtime":"2026-11-24T10:00:00Z","linkTarget":""}
            let encoded =
                "eyJuYW1lIjoieCIsInNpemUiOjMsIm1vZGUiOjQyMCwibXRpbWUiOiIyMDI2LTExLTI0VDEwOjAwOjAwWiIsImxpbmtUYXJnZXQiOiIifQ=="
            return StubAnswer(headers: [("X-Docker-Container-Path-Stat", encoded)])
        } _: { client, _ in
            let stat = try #require(try await client.containers.statArchive(at: "/x", in: "web"))
            #expect(stat.name == "x")
            #expect(stat.size == 3)
            #expect(stat.mode == 0o644)
            #expect(stat.modified == EngineTime("2026-11-24T10:00:00Z"))
        }
    }
}
