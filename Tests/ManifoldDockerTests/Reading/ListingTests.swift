import DockerEngine
import ManifoldGraph
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import ManifoldTestSupport
import Testing

@Suite("Listing containers")
struct ListingTests {
    private static let ours = #"{"Id":"c1","Names":["/shop-web-1"],"Labels":{"io.manifold.system":"shop"}}"#
    private static let extra = #"{"Id":"c3","Names":["/shop-old-1"],"Labels":{"io.manifold.system":"shop"}}"#
    private static let theirs = #"{"Id":"c2","Names":["/theirs"],"Labels":{}}"#

    @Test("only the system's own are asked for while none of them is missing, and each is looked at once")
    func own() async throws {
        let (listing, containers, targets) = try await list(.system, own: [Self.ours, Self.extra])
        #expect(listing.breadth == .system)
        #expect(listing.containers.map(\.id) == ["c1", "c3"])
        #expect(containers.map(\.id) == ["c1", "c3"], "what the manifest does not name is looked at too")
        let lists = targets.filter { $0.contains("/containers/json?") }
        #expect(lists.count == 1)
        #expect(lists.allSatisfy { $0.contains("com.docker.compose.project%3Dshop") })
        for id in ["c1", "c3"] { #expect(targets.filter { $0.contains("/containers/\(id)/json") }.count == 1) }
    }

    @Test("what is known of the system already is not asked for again, and of another one is of no use")
    func known() async throws {
        let (listing, containers, targets) = try await list(.system, own: [Self.ours, Self.extra], knowing: "shop")
        #expect(listing.breadth == .system)
        #expect(containers.map(\.id) == ["c1", "c3"])
        #expect(targets.filter { $0.contains("/containers/json?") }.count == 1)
        for id in ["c1", "c3"] { #expect(targets.filter { $0.contains("/containers/\(id)/json") }.count == 1) }
        let whole = try await list(.engine, own: [Self.ours, Self.extra], knowing: "shop")
        #expect(whole.containers.map(\.id) == ["c1", "c3"])
        for id in ["c1", "c3"] { #expect(whole.targets.filter { $0.contains("/containers/\(id)/json") }.count == 1) }
        let other = try await list(.system, own: [Self.ours, Self.extra], knowing: "shed")
        #expect(other.targets.filter { $0.contains("/containers/json?") }.count == 2)
    }

    @Test("all are asked for where one is missing: somebody may have its name or its ports")
    func missing() async throws {
        let (listing, containers, targets) = try await list(.system, own: [Self.extra])
        #expect(listing.breadth == .engine)
        #expect(listing.containers.map(\.id) == ["c3", "c2"])
        #expect(containers.map(\.id) == ["c3"])
        #expect(targets.filter { $0.contains("/containers/json?all=1") }.count == 2)
    }

    @Test(
        "all are asked for where what is the system's does not tell enough",
        arguments: ["nothing", "a record", "a graph", "no adoption", "no outsiders"]
    )
    func whole(lacking: String) async throws {
        let asked: Breadth = lacking == "nothing" ? .engine : .system
        let (listing, _, targets) = try await list(
            asked,
            own: [Self.ours],
            hasGraph: lacking != "a graph",
            hasRecord: lacking != "a record",
            adopts: lacking == "no adoption",
            sharing: lacking == "no outsiders" ? "theirs" : nil
        )
        #expect(listing.breadth == .engine)
        #expect(listing.containers.map(\.id) == ["c1", "c2"])
        #expect(targets.filter { $0.contains("/containers/json") }.count == 1)
    }

    @Test("an engine that fails is an error, not a missing container", arguments: [Breadth.system, .engine])
    func failure(asked: Breadth) async {
        await #expect(throws: EngineError.self) { try await list(asked, own: nil) }
    }

    /// Lists an engine with somebody's container and these of ours; nil is an engine that cannot list.
    private func list(
        _ asked: Breadth,
        own: [String]?,
        hasGraph: Bool = true,
        hasRecord: Bool = true,
        adopts: Bool = false,
        sharing holder: String? = nil,
        knowing system: String? = nil
    ) async throws -> (listing: Listing, containers: [ContainerInspect], targets: [String]) {
        let graph = graph(with: { spec in
            spec.name = "shop-web-1"
            if let holder { spec.sharing.network = .container(holder) }
        })
        return try await withStubEngine(answering: { line, request in
            guard line == "GET /containers/json" else {
                let id = ["c1", "c3"].first { line.hasSuffix("/\($0)/json") }
                return id.map { .json(InspectSketch(id: $0).json) } ?? .json(#"{"message":"none"}"#, status: 404)
            }
            guard let own else { return .json(#"{"message":"broken"}"#, status: 500) }
            let isFiltered = request.target.contains("filters=")
            return .json("[\((isFiltered ? own : own + [Self.theirs]).joined(separator: ","))]")
        }) { client, server in
            let reader = FactsReader(
                client: client,
                engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"),
                system: "shop",
                graph: hasGraph ? graph : nil,
                keyID: hasRecord ? "k" : nil,
                adopts: adopts
            )
            var known: OwnContainers?
            if let system { known = try await OwnContainers.read(of: system, from: client) }
            let listing = try await reader.list(asked, given: known)
            let containers = try await reader.candidates(listing, Ownership(system: "shop", hasRecord: hasRecord))
            return (listing, containers, server.requests.map(\.target))
        }
    }
}
