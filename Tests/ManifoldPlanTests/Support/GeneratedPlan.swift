import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation

/// A plan for a made-up system, with the engine that it was made for.
struct GeneratedPlan {
    let description: String
    let rehearsal: Rehearsal
    /// Nil where the system is taken down.
    let graph: ResourceGraph?
    let facts: OpenFacts
    let plan: Plan

    /// Plans of one seed, each with an engine of its own in the state that it was planned for.
    ///
    /// They are for a new system, for a change of it, for a change on an engine that people have changed as well, and for
    /// taking the system down.
    static func all(seed: UInt64) async throws -> [GeneratedPlan] {
        var generator = SystemGenerator(seed: seed)
        let before = generator.system()
        let after = generator.variation(of: before).graph
        let new = try Rehearsal(seed: seed)
        let drifted = try Rehearsal(seed: seed)
        try await drifted.apply(before.graph)
        drift(drifted.engine, seed: seed)
        let gone = try Rehearsal(seed: seed)
        try await gone.apply(before.graph)
        return [
            GeneratedPlan("new", new, before.graph, try new.plan(before.graph)),
            try await changed(seed: seed),
            GeneratedPlan("drifted", drifted, after, try drifted.plan(after)),
            GeneratedPlan("gone", gone, nil, try gone.planDestruction(of: before.graph)),
        ]
    }

    /// The plan of one seed for a change of a system.
    static func changed(seed: UInt64) async throws -> GeneratedPlan {
        var generator = SystemGenerator(seed: seed)
        let before = generator.system()
        let after = generator.variation(of: before).graph
        let rehearsal = try Rehearsal(seed: seed)
        try await rehearsal.apply(before.graph)
        return GeneratedPlan("changed", rehearsal, after, try rehearsal.plan(after))
    }

    private init(_ description: String, _ rehearsal: Rehearsal, _ graph: ResourceGraph?, _ plan: Plan) {
        self.description = description
        self.rehearsal = rehearsal
        self.graph = graph
        self.plan = plan
        facts = rehearsal.engine.facts()
    }

    /// What people do to an engine in the meantime, much of which it refuses.
    private static func drift(_ engine: SimulatedEngine, seed: UInt64) {
        var random = SplitMix64(seed: seed &* 31)
        for container in engine.facts().containers {
            let name = container.name
            switch random.pick(0...11) {
            case 0: try? engine.stop(name)
            case 1: try? engine.kill(name)
            case 2: try? engine.pause(name)
            case 3: try? engine.remove(name)
            case 4: try? engine.rename(name, to: "\(name)-mine")
            case 5: try? engine.recreateByCompose(name)
            case 6:
                for network in engine.facts().networks { try? engine.disconnect(name, from: network.name) }
            default: break
            }
        }
        for network in engine.facts().networks where random.chance(20) { try? engine.removeNetwork(network.name) }
        let names = engine.facts().containers.map(\.name)
        for network in engine.facts().networks where random.chance(20) {
            try? engine.remakeNetwork(network.name, rejoining: Set(names.filter { _ in random.chance(50) }))
        }
    }
}
