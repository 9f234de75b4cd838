import ManifoldDiagnostics
import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// What must hold for every system and every change of it.
@Suite("Convergence")
struct ConvergenceTests {
    @Test("a plan after an apply is empty, for a new system and for every change of it", arguments: UInt64(1)...200)
    func planAfterApply(seed: UInt64) async throws {
        var generator = SystemGenerator(seed: seed)
        let rehearsal = try Rehearsal(seed: seed)
        var sketch = generator.system()
        for _ in 1...4 {
            let graph = sketch.graph
            let report = try await rehearsal.apply(graph)
            try #require(report.isSuccess, "\(failures(of: report)) \(rehearsal.engine.journal)")
            try expectWanted(graph, rehearsal)
            sketch = generator.variation(of: sketch)
        }
        let report = try await rehearsal.destroy(sketch.graph)
        #expect(report.isSuccess)
        #expect(rehearsal.engine.facts().containers.isEmpty)
        #expect(rehearsal.engine.facts().networks.isEmpty)
    }

    @Test("nor is there anything to do where a system stands without an apply", arguments: UInt64(1)...50)
    func settled(seed: UInt64) throws {
        var generator = SystemGenerator(seed: seed)
        let sealer = Rehearsal().sealer
        let graph = generator.system().graph
        let desired = DesiredSystem(graph, sealer: sealer)
        var diagnostics = Diagnostics()
        let facts = sealer.seal(.settled(graph, sealedBy: sealer), for: desired)
        let plan = Planner().plan(desired, given: facts, reporting: &diagnostics)
        #expect(plan?.isEmpty == true, "\(diagnostics.sorted.map(\.message)) \(plan?.changes.map(\.reasons) ?? [])")
    }

    @Test("nothing foreign is touched", arguments: UInt64(1)...50)
    func foreign(seed: UInt64) async throws {
        var generator = SystemGenerator(seed: seed)
        let rehearsal = try Rehearsal(seed: seed)
        var stranger = ContainerSpec()
        stranger.image = SystemGenerator.images[0]
        try rehearsal.engine.createForeignNetwork("other_front")
        try rehearsal.engine.createForeignVolume("other_data")
        stranger.endpoints = ["other_front": EndpointSpec()]
        stranger.mounts = ["/data": MountSpec(.volume("other_data"))]
        try rehearsal.engine.runForeign("other-s1-1", stranger)
        let before = rehearsal.engine.strangers
        var sketch = generator.system()
        for _ in 1...3 {
            try await rehearsal.apply(sketch.graph)
            sketch = generator.variation(of: sketch)
        }
        try await rehearsal.destroy(sketch.graph)
        #expect(rehearsal.engine.strangers == before)
        #expect(!rehearsal.engine.journal.contains { $0.contains("other") })
    }

    @Test("the same facts give the same plan, in whatever order they were read", arguments: UInt64(1)...100)
    func determinism(seed: UInt64) async throws {
        var generator = SystemGenerator(seed: seed)
        let rehearsal = try Rehearsal(seed: seed)
        let before = generator.system()
        let after = generator.variation(of: before).graph
        try await rehearsal.apply(before.graph)
        let plan = try rehearsal.plan(after)
        for order in 1...3 {
            let other = try rehearsal.plan(after, shufflingFactsWith: UInt64(order))
            #expect(other.steps == plan.steps)
            #expect(other.changes.map(Summary.init) == plan.changes.map(Summary.init))
            #expect(other.notes == plan.notes)
        }
    }

    /// What can be compared of a change.
    private struct Summary: Hashable {
        let id: ResourceAddress
        let name: String
        let actions: [Action]
        let reasons: [Reason]
        let disruption: Disruption

        init(_ change: Change) {
            (id, name, actions, reasons, disruption) =
                (change.id, change.name, change.actions, change.reasons, change.disruption)
        }
    }
}
