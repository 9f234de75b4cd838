import DockerEngine
import ManifoldGraph
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import ManifoldTestSupport
import Testing

@Suite("Reading all facts")
struct FactsReaderTests {
    /// What an engine with one container of ours, one of others' and some more says; lines without an entry are asked for
    /// nowhere.
    private static let answers: [String: String] = [
        "GET /containers/json": #"""
        [{"Id":"c1","Names":["/shop-web-1"],"Labels":{"io.manifold.system":"shop"}},
         {"Id":"c2","Names":["/theirs"],"Labels":{"com.docker.compose.project":"blog"},
          "Ports":[{"PrivatePort":80,"Type":"tcp"},{"IP":"::","PrivatePort":80,"PublicPort":8080,"Type":"tcp"}]},
         {"Id":"gone","Names":["/shop-old-1"],"Labels":{"io.manifold.system":"shop"}}]
        """#,
        "GET /containers/c1/json": InspectSketch(
            id: "c1",
            image: "sha256:i1",
            config: #"{"Labels":{"io.manifold.system":"shop","io.manifold.address":"service.web[1]"}}"#
        )
        .json,
        "GET /images/sha256:i1/json": #"{"Id":"sha256:i1","Config":{"Env":["A=1"]}}"#,
        "GET /networks": #"""
        [{"Id":"n1","Name":"shop_back","Driver":"bridge",
          "Labels":{"io.manifold.system":"shop","io.manifold.address":"network.back"}},
         {"Id":"n2","Name":"theirs","Labels":{},"IPAM":{"Config":[{"Subnet":"172.18.0.0/16"}]}},{"Id":"n3","Name":"bridge"}]
        """#,
        "GET /networks/n1":
            #"{"Id":"n1","Name":"shop_back","Labels":{"io.manifold.system":"shop"},"Containers":{"c1":{}}}"#,
        "GET /volumes": #"""
        {"Volumes":[{"Name":"shop_data","Mountpoint":"/m",
          "Labels":{"io.manifold.system":"shop","io.manifold.address":"volume.data"}},
         {"Name":"theirs","Mountpoint":"/m","Labels":null},{"Name":"other","Mountpoint":"/m","Labels":null},
         {"Name":"shop_manifold.7","Mountpoint":"/m",
          "Labels":{"io.manifold.system":"shop","io.manifold.revision":"x"}}]}
        """#,
    ]

    @Test("ours is read, others' is left out, and what vanishes while it is read is not there")
    func ours() async throws {
        let (facts, lines) = try await read(nil)
        #expect(facts.containers.map(\.id) == ["c1"])
        #expect(facts.containers.first?.imageDefaults?["environment"] == .map(["A": .text(text("1"))]))
        #expect(facts.networks.map(\.id) == ["n1"])
        #expect(facts.networks.first?.attached == ["c1"])
        #expect(facts.volumes.map(\.name) == ["shop_data"])
        #expect(facts.foreign.isEmpty)
        #expect(lines.allSatisfy { $0.hasPrefix("GET ") })
        #expect(!lines.contains("GET /containers/c2/json"), "only what may be ours is inspected")
        #expect(!lines.contains("GET /networks/n2"))
    }

    @Test("names that others hold and that the graph wants are found, of each kind")
    func foreign() async throws {
        let graph = graph(
            with: { $0.name = "theirs" },
            and: [
                Resource(id: ResourceAddress(.network, "n"), spec: .network(NetworkSpec(name: "theirs"))),
                Resource(id: ResourceAddress(.volume, "v"), spec: .volume(VolumeSpec(name: "theirs"))),
            ]
        )
        let facts = try await read(graph).facts
        #expect(Set(facts.foreign.map(\.kind)) == [.service, .network, .volume])
        #expect(facts.foreign.allSatisfy { $0.name == "theirs" })
        #expect(facts.foreign.first { $0.kind == .service }?.owner?.contains("blog") == true)
        #expect(facts.foreign.first { $0.kind == .network }?.id == "n2")
    }

    @Test("ports and subnets that others have are known with their holders")
    func holdings() async throws {
        let facts = try await read(nil).facts
        let port = HostPort(address: "::", port: 8080, transport: "tcp")
        #expect(
            facts.heldPorts == [
                HeldPort(port, holder: "theirs", id: "c2", owner: "it belongs to the Compose project `blog`")
            ]
        )
        #expect(facts.heldSubnets == [HeldSubnet("172.18.0.0/16", holder: "theirs", owner: nil)])
    }

    @Test("an external network or volume is looked up by its name, whoever made it")
    func external() async throws {
        var network = NetworkSpec(name: "theirs")
        network.isExternal = true
        var volume = VolumeSpec(name: "theirs")
        volume.isExternal = true
        let graph = graph(and: [
            Resource(id: ResourceAddress(.network, "n"), spec: .network(network)),
            Resource(id: ResourceAddress(.volume, "v"), spec: .volume(volume)),
        ])
        let facts = try await read(graph).facts
        #expect(facts.foreign.isEmpty)
        #expect(facts.networks.first { $0.name == "theirs" }?.address == .some(nil))
        #expect(facts.volumes.first { $0.name == "theirs" }?.isLabelled == false)
    }

    @Test(
        "a volume without labels under our name is ours where the system has a record, and a stranger's where not",
        arguments: [true, false]
    )
    func adopted(hasRecord: Bool) async throws {
        let address = ResourceAddress(.volume, "v")
        let graph = graph(and: [Resource(id: address, spec: .volume(VolumeSpec(name: "theirs")))])
        let facts = try await read(graph, keyID: hasRecord ? "k" : nil).facts
        #expect(facts.foreign.isEmpty == hasRecord)
        #expect((facts.volumes.first { $0.name == "theirs" }?.address == address) == hasRecord)
    }

    @Test(
        "a network of nobody under the name of one that the last apply had is in its place, with who else is on it",
        arguments: [true, false]
    )
    func remade(isMember: Bool) async throws {
        let address = ResourceAddress(.network, "n")
        let graph = graph(and: [Resource(id: address, spec: .network(NetworkSpec(name: "theirs")))])
        let containers = #"""
            [{"Id":"c3","Names":["/stopped"],"NetworkSettings":{"Networks":{"theirs":{"NetworkID":"n2"}}}},
             {"Id":"c4","Names":["/new"],"NetworkSettings":{"Networks":{"theirs":{"NetworkID":""}}}},
             {"Id":"c5","Names":["/on-the-old-one"],"NetworkSettings":{"Networks":{"theirs":{"NetworkID":"n0"}}}}]
            """#
        let network = #"{"Id":"n2","Name":"theirs","Containers":{"c6":{"Name":"running"}}}"#
        let facts = try await read(
            graph,
            keyID: "k",
            revision: RevisionFacts(members: isMember ? [address] : []),
            also: ["GET /containers/json": containers, "GET /networks/n2": network]
        )
        .facts
        let live = facts.networks.first { $0.id == "n2" }
        #expect(facts.foreign.map(\.id) == (isMember ? [] : ["n2"]))
        #expect(live?.address == (isMember ? address : nil))
        #expect(live?.isLabelled == (isMember ? false : nil))
        #expect(live?.guests == (isMember ? ["c3": "stopped", "c4": "new", "c6": "running"] : nil))
        #expect(facts.heldSubnets.isEmpty == isMember)
    }

    @Test("a network is not remade as long as ours is there, or where somebody's labels are on it")
    func notRemade() async throws {
        let address = ResourceAddress(.network, "back")
        let revision = RevisionFacts(members: [address])
        let renamed = graph(and: [Resource(id: address, spec: .network(NetworkSpec(name: "theirs")))])
        #expect(try await read(renamed, keyID: "k", revision: revision).facts.foreign.map(\.id) == ["n2"])
        let theirs = #"[{"Id":"n2","Name":"theirs","Labels":{"com.docker.compose.project":"blog"}}]"#
        let facts = try await read(renamed, keyID: "k", revision: revision, also: ["GET /networks": theirs]).facts
        #expect(facts.foreign.map(\.id) == ["n2"])
    }

    @Test("images that the graph names are looked up, and one that is missing is no error")
    func images() async throws {
        let reference = "docker.io/library/app:1"
        let graph = graph(and: [
            Resource(id: ResourceAddress(.image, "app:1"), spec: .image(ImageSpec(reference: reference)))
        ])
        #expect(try await read(graph).facts.images.isEmpty)
        let line = "GET /images/docker.io/library/app:1/json"
        let present = try await read(graph, also: [line: #"{"Id":"sha256:i2","Config":{"User":"u"}}"#]).facts
        #expect(present.images[reference]?.id == "sha256:i2")
        #expect(present.images[reference]?.defaults == ["user": .word("u")])
    }

    @Test(
        "an engine that fails is an error, not an empty system",
        arguments: ["GET /networks", "GET /containers/c1/json", "GET /volumes"]
    )
    func failure(line: String) async {
        await #expect(throws: EngineError.self) { try await read(nil, also: [line: "500"]) }
    }

    private func read(
        _ graph: ResourceGraph?,
        keyID: String? = nil,
        revision: RevisionFacts? = nil,
        also more: [String: String] = [:]
    ) async throws -> (facts: OpenFacts, lines: [String]) {
        let answers = Self.answers.merging(more) { $1 }
        return try await withStubEngine(answering: { line, _ in
            switch answers[line.replacing("%3A", with: ":").replacing("%2F", with: "/")] {
            case "500": .json(#"{"message":"broken"}"#, status: 500)
            case let answer?: .json(answer)
            case nil: .json(#"{"message":"not found"}"#, status: 404)
            }
        }) { client, server in
            let reader = FactsReader(
                client: client,
                engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"),
                system: "shop",
                graph: graph,
                keyID: keyID,
                revision: revision
            )
            let survey = try await Survey.read(from: client)
            let facts = try await reader.read(survey, .engine).facts
            return (facts, server.requests.map(StubEngine.line).filter { !$0.hasSuffix("/_ping") })
        }
    }
}
