import DockerEngine
import JSONReading
import ManifoldExecution
import ManifoldGraph
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import ManifoldTestSupport
import Testing

@Suite("Operations on an engine")
struct PerformerTests {
    private static let old = Step.Target.existing(id: "old", name: "shop-web-1")

    @Test(
        "an operation is carried out with the lock, and looked at before: whoever was exceeded changes nothing",
        arguments: [[0, 1], [0, 1, 2], [0], [2]]
    )
    func lock(revisions: [Int]) async throws {
        let holds = revisions.last == 1
        try await withStubEngine(
            revisions: revisions,
            answering: { line, _ in
                line == "POST /containers/old/start" ? .empty() : nil
            }
        ) { client, server in
            do throws(OperationFailure) {
                _ = try await performer(graph(), client: client).perform(.start(Self.old), resolving: [:])
                #expect(holds)
            } catch {
                #expect(!holds)
                #expect(error.isLockLost)
            }
            #expect(StubEngine.changes(server) == (holds ? ["POST /containers/old/start"] : []))
        }
    }

    @Test("what the engine says is passed on without the secrets in it")
    func redaction() async throws {
        let graph = graph { $0.command = [FreeText("hunter2-hunter2", isShowable: false)] }
        try await withStubEngine(answering: { line, _ in
            line == "POST /containers/old/start"
                ? .json(#"{"message":"exec hunter2-hunter2 failed"}"#, status: 500) : nil
        }) { client, _ in
            let failure = await failure(of: .start(Self.old), graph, client)
            #expect(failure?.message.contains("exec (hidden) failed") == true)
            #expect(failure?.isLockLost == false)
        }
    }

    @Test("a container is removed without its volumes; one that is gone already is as good as removed")
    func removal() async throws {
        try await withStubEngine(answering: { line, _ in
            switch line {
            case "GET /containers/old/json": .json(InspectSketch(id: "old").json)
            case "GET /containers/gone/json": .json(#"{"message":"No such container"}"#, status: 404)
            case "DELETE /containers/old": .empty()
            default: nil
            }
        }) { client, server in
            #expect(await failure(of: .remove(Self.old), graph(), client) == nil)
            #expect(await failure(of: .remove(.existing(id: "gone", name: "x")), graph(), client) == nil)
            #expect(StubEngine.changes(server) == ["DELETE /containers/old"])
            let request = try #require(server.requests.first { $0.method == "DELETE" })
            #expect(!request.target.contains("v=1"))
            #expect(!request.target.contains("v=true"))
        }
    }

    @Test("with a container go the volumes that held its files, and none that only has such a name")
    func fileVolumes() async throws {
        let mounts = ["shop_manifold.files.ours", "shop_manifold.files.theirs", "shop_data"]
            .map {
                #"{"Type":"volume","Name":"\#($0)","Destination":"/\#($0)","RW":true}"#
            }
        let container = InspectSketch(id: "old", mounts: "[\(mounts.joined(separator: ","))]").json
        try await withStubEngine(answering: { line, _ in
            switch line {
            case "GET /containers/old/json": .json(container)
            case "GET /volumes/shop_manifold.files.ours":
                .json(#"{"Name":"x","Mountpoint":"/m","Labels":{"io.manifold.files":"/run"}}"#)
            case "GET /volumes/shop_manifold.files.theirs": .json(#"{"Name":"x","Mountpoint":"/m","Labels":null}"#)
            case "DELETE /containers/old", "DELETE /volumes/shop_manifold.files.ours": .empty()
            default: nil
            }
        }) { client, server in
            #expect(await failure(of: .remove(Self.old), graph(), client) == nil)
            #expect(
                StubEngine.changes(server) == ["DELETE /containers/old", "DELETE /volumes/shop_manifold.files.ours"]
            )
        }
    }

    @Test("a volume that somebody else made under the name in the meantime is not taken for ours")
    func volumeRace() async throws {
        let address = ResourceAddress(.volume, "data")
        let graph = graph(and: [Resource(id: address, spec: .volume(VolumeSpec(name: "shop_data")))])
        for (labels, isOurs) in [(#"{"io.manifold.system":"shop"}"#, true), ("null", false), (#"{"a":"b"}"#, false)] {
            try await withStubEngine(answering: { line, _ in
                line == "POST /volumes/create"
                    ? .json(#"{"Name":"shop_data","Mountpoint":"/m","Labels":\#(labels)}"#, status: 201) : nil
            }) { client, _ in
                let failure = await failure(of: .createVolume(address, name: "shop_data"), graph, client)
                #expect((failure == nil) == isOurs)
            }
        }
    }

    @Test(
        "a network that is gone is as good as removed; one that the engine holds on to comes with what to do about it"
    )
    func networkRemoval() async throws {
        for (status, isFine) in [(204, true), (404, true), (403, false), (500, false)] {
            try await withStubEngine(answering: { line, _ in
                guard line == "DELETE /networks/n1" else { return nil }
                return status == 204 ? .empty() : .json(#"{"message":"has active endpoints"}"#, status: status)
            }) { client, _ in
                let failure = await failure(of: .removeNetwork(id: "n1", name: "shop_back"), graph(), client)
                #expect((failure == nil) == isFine)
                #expect((failure?.details.isEmpty == false) == (status == 403))
            }
        }
    }

    @Test("a network that the container has left already is as good as left", arguments: [true, false])
    func disconnecting(isAttached: Bool) async throws {
        let networks = isAttached ? #"{"shop_back":{}}"# : "{}"
        let container = InspectSketch(id: "old", networks: networks).json
        try await withStubEngine(answering: { line, _ in
            switch line {
            case "POST /networks/shop_back/disconnect": .json(#"{"message":"is not connected"}"#, status: 500)
            case "GET /containers/old/json": .json(container)
            default: nil
            }
        }) { client, _ in
            let failure = await failure(of: .disconnect(Self.old, network: "shop_back"), graph(), client)
            #expect((failure == nil) == !isAttached)
        }
    }

    @Test("a network is joined with the whole endpoint, or the aliases would be lost")
    func connecting() async throws {
        let graph = graph { $0.endpoints = ["shop_back": EndpointSpec(aliases: ["www", "web"])] }
        try await withStubEngine(answering: { line, _ in
            line == "POST /networks/shop_back/connect" ? .empty(status: 200) : nil
        }) { client, server in
            #expect(await failure(of: .connect(web, Self.old, network: "shop_back"), graph, client) == nil)
            let body = try #require(server.requests.last?.body)
            #expect(body.contains(#""Aliases":["web","www"]"#), "\(body)")
            #expect(body.contains(#""Container":"old""#), "\(body)")
        }
    }

    @Test("of the files of a container those are written anew that are named, and no others")
    func rewriting() async throws {
        let graph = graph { spec in
            for path in ["/etc/one", "/etc/two"] {
                spec.files[path] = FileSpec(
                    source: ResourceAddress(.config, "c"),
                    content: FreeText(content: Array("content of \(path)".utf8)),
                    userID: 0,
                    groupID: 0,
                    mode: 0o400
                )
            }
        }
        try await withStubEngine(answering: { line, _ in
            line == "PUT /containers/old/archive" ? .empty(status: 200) : nil
        }) { client, server in
            #expect(await failure(of: .rewriteFiles(web, Self.old, paths: ["/etc/two"]), graph, client) == nil)
            #expect(StubEngine.changes(server) == ["PUT /containers/old/archive"])
            let body = try #require(server.requests.last?.body)
            #expect(body.contains("content of /etc/two") && !body.contains("content of /etc/one"))
        }
    }

    @Test("a signal is sent by its name")
    func signal() async throws {
        try await withStubEngine(answering: { line, _ in
            line == "POST /containers/old/kill" ? .empty() : nil
        }) { client, server in
            #expect(await failure(of: .signal(Self.old, "SIGUSR1"), graph(), client) == nil)
            #expect(StubEngine.changes(server) == ["POST /containers/old/kill"])
            #expect(server.requests.last?.target.hasSuffix("?signal=SIGUSR1") == true)
        }
    }

    @Test("an operation on what an earlier step made goes to the id that this got")
    func resolving() async throws {
        try await withStubEngine(answering: { line, _ in
            line == "POST /containers/new/start" ? .empty() : nil
        }) { client, server in
            let target = Step.Target.created(by: Step.ID(3), name: "shop-web-1")
            _ = try await performer(graph(), client: client)
                .perform(.start(target), resolving: [Step.ID(3): "new", Step.ID(4): "other"])
            #expect(StubEngine.changes(server) == ["POST /containers/new/start"])
        }
    }

    @Test("a container is made with our labels from its first instant, and its id is handed back")
    func creation() async throws {
        let graph = graph { $0.labels = ["team": FreeText("red", isShowable: true)] }
        try await withStubEngine(answering: { line, _ in
            line == "POST /containers/create" ? .json(#"{"Id":"new","Warnings":[]}"#, status: 201) : nil
        }) { client, server in
            let operation = Step.Operation.createContainer(
                web,
                name: "shop-web-1.incoming",
                carrying: ["/a": "old-volume"]
            )
            let id = try await performer(graph, client: client).perform(operation, resolving: [:])
            #expect(id == "new")
            let request = try #require(server.requests.last)
            #expect(request.target.contains("name=shop-web-1.incoming"))
            let config: ContainerConfig = try decoded(request.body)
            #expect(config.labels["io.manifold.system"] == "shop")
            #expect(config.labels["team"] == "red")
            enum Key: CodingKey { case HostConfig }
            var body = try JSONReader(Array(request.body.utf8)).object(Key.self)
            let host: HostConfig = try body.required(.HostConfig)
            #expect(host.mounts.map(\.source) == ["old-volume"])
        }
    }

    @Test("volumes for files are made before the container, and taken back when that fails", arguments: [201, 500])
    func creationWithFiles(status: Int) async throws {
        let graph = graph {
            $0.isReadOnly = true
            $0.files = [
                "/run/secrets/s": FileSpec(
                    source: ResourceAddress(.secret, "s"),
                    content: FreeText(content: [1]),
                    userID: 0,
                    groupID: 0,
                    mode: 0
                )
            ]
        }
        try await withStubEngine(answering: { line, request in
            switch line {
            case "POST /volumes/create":
                .json(request.body.replacing(#""Name""#, with: #""Mountpoint":"/m","Name""#), status: 201)
            case "POST /containers/create":
                .json(status == 201 ? #"{"Id":"new"}"# : #"{"message":"no"}"#, status: status)
            default: line.hasPrefix("DELETE /volumes/shop_manifold.files.") ? .empty() : nil
            }
        }) { client, server in
            let operation = Step.Operation.createContainer(web, name: "shop-web-1", carrying: [:])
            let failure = await failure(of: operation, graph, client)
            #expect((failure == nil) == (status == 201))
            let changes = StubEngine.changes(server)
            #expect(changes.prefix(2) == ["POST /volumes/create", "POST /containers/create"])
            #expect(changes.count == (status == 201 ? 2 : 3))
        }
    }

    private func failure(
        of operation: Step.Operation,
        _ graph: ResourceGraph,
        _ client: EngineClient
    ) async -> OperationFailure? {
        do throws(OperationFailure) {
            _ = try await performer(graph, client: client).perform(operation, resolving: [:])
            return nil
        } catch {
            return error
        }
    }
}
