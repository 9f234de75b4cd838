import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// Networks that somebody removed and made again by hand, on made-up systems.
@Suite("Networks remade by hand, applied")
struct RemadeNetworkTests {
    @Test(
        "they are replaced, whoever of ours is back on them, and nothing else of others is touched",
        arguments: UInt64(1)...15
    )
    func mended(seed: UInt64) async throws {
        let (rehearsal, graph) = try await applied(seed)
        var random = SplitMix64(seed: seed)
        try rehearsal.engine.createForeignNetwork("elsewhere")
        let strangers = rehearsal.engine.strangers
        let networks = rehearsal.engine.facts().networks
        let names = rehearsal.engine.facts().containers.map(\.name)
        for network in networks where network.address != nil {
            let rejoining = names.filter { _ in random.chance(50) }
            try rehearsal.engine.remakeNetwork(network.name, rejoining: Set(rejoining))
        }
        #expect(rehearsal.engine.strangers.count == strangers.count + networks.count)
        let report = try await rehearsal.apply(graph)
        try #require(report.isSuccess, "\(failures(of: report)) \(rehearsal.engine.journal)")
        try expectWanted(graph, rehearsal)
        #expect(rehearsal.engine.strangers == strangers)
        #expect(!rehearsal.engine.facts().networks.contains { !$0.isLabelled })
    }

    @Test("one that a stranger has joined stops the plan, and all stays as it is", arguments: UInt64(1)...10)
    func inUse(seed: UInt64) async throws {
        let (rehearsal, graph) = try await applied(seed)
        let name = try #require(rehearsal.engine.facts().networks.first?.name)
        try rehearsal.engine.remakeNetwork(name)
        var guest = ContainerSpec()
        guest.image = SystemGenerator.images[0]
        guest.endpoints = [name: EndpointSpec()]
        try rehearsal.engine.runForeign("guest", guest)
        for _ in 1...2 {
            #expect(throws: Rehearsal.Refusal.self) { try rehearsal.plan(graph) }
            // One that does not run would not start any more without its network.
            try rehearsal.engine.stop("guest")
        }
        try rehearsal.engine.remove("guest")
        #expect(try rehearsal.plan(graph).changes.contains { $0.reasons == [.remadeByHand] })
    }

    @Test("a break at every single call is recovered from", arguments: UInt64(1)...2, RecoveryTests.Break.allCases)
    func broken(seed: UInt64, kind: RecoveryTests.Break) async throws {
        let (rehearsal, graph) = try await applied(seed)
        let names = Set(rehearsal.engine.facts().containers.map(\.name))
        for network in rehearsal.engine.facts().networks {
            try rehearsal.engine.remakeNetwork(network.name, rejoining: names)
        }
        for call in 1...(try rehearsal.plan(graph).steps.count) {
            let fork = rehearsal.fork()
            try await fork.apply(graph, faults: kind.faults(at: call), parallelism: 1)
            let broken = fork.engine.journal
            let repair = try await fork.apply(graph)
            try #require(repair.isSuccess, "\(failures(of: repair)); \(kind) at \(call): \(broken)")
            try expectWanted(graph, fork, "\(kind) at \(call): \(broken), then \(fork.engine.journal)")
        }
    }

    @Test("a network of nobody under a name that is new in the manifest is a stranger's")
    func neverOurs() async throws {
        var generator = SystemGenerator(seed: 1)
        let graph = generator.system().graph
        let rehearsal = Rehearsal()
        let name = try #require(graph.ordered.first { $0.id.kind == .network }.flatMap(networkName))
        try rehearsal.engine.createForeignNetwork(name)
        #expect(throws: Rehearsal.Refusal.self) { try rehearsal.plan(graph) }
    }

    private func networkName(_ resource: Resource) -> String? {
        if case .network(let spec) = resource.spec { spec.name } else { nil }
    }

    private func applied(_ seed: UInt64) async throws -> (Rehearsal, ResourceGraph) {
        var generator = SystemGenerator(seed: seed)
        let graph = generator.system().graph
        let rehearsal = Rehearsal()
        try await rehearsal.apply(graph)
        return (rehearsal, graph)
    }
}
