import ManifoldDiagnostics
package import ManifoldExecution
package import ManifoldGraph
package import ManifoldPlan
import ManifoldResources

/// Rounds of planning and applying against a simulated engine, done as the commands do them.
package struct Rehearsal: Sendable {
    /// Something stood in the way of a plan.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    package let engine: SimulatedEngine
    package let sealer: Sealer

    /// A rehearsal on an empty engine; every other seed gets a newer one.
    package init(seed: UInt64) throws(OperationFailure) {
        self.init()
        try engine.script { $0.apiVersion = seed.isMultiple(of: 2) ? "1.45" : "1.41" }
    }

    package init(images: [String] = SystemGenerator.images) {
        let sealer = Sealer(key: Array(repeating: 7, count: Sealer.keyLength))
        self.sealer = sealer
        engine = SimulatedEngine(images: images) { sealer.seal($0) }
    }

    private init(engine: SimulatedEngine, sealer: Sealer) {
        self.engine = engine
        self.sealer = sealer
    }

    /// Another rehearsal from the same state on.
    package func fork() -> Rehearsal {
        Rehearsal(engine: engine.fork(), sealer: sealer)
    }

    /// The plan for a graph, or for a part of it.
    package func plan(_ graph: ResourceGraph, _ options: PlanOptions = PlanOptions()) throws(Refusal) -> Plan {
        engine.follow(graph)
        return try plan(sealer.seal(graph, engine.facts()), options)
    }

    /// The plan for a graph, had the engine told everything in another order.
    package func plan(
        _ graph: ResourceGraph,
        _ options: PlanOptions = PlanOptions(),
        shufflingFactsWith seed: UInt64
    ) throws(Refusal) -> Plan {
        engine.follow(graph)
        var random = SplitMix64(seed: seed)
        var facts = engine.facts()
        facts.networks.shuffle(using: &random)
        facts.volumes.shuffle(using: &random)
        facts.containers.shuffle(using: &random)
        facts.foreign.shuffle(using: &random)
        return try plan(sealer.seal(graph, facts), options)
    }

    /// The plan for taking a system down, without its volumes.
    package func planDestruction(of graph: ResourceGraph) throws(Refusal) -> Plan {
        engine.follow(graph)
        return try plan(sealer.seal(nothingOf: graph.system, engine.facts()), PlanOptions(isDestroy: true))
    }

    /// Plans and applies a graph, or a part of it; calls are counted, and faults happen, from the beginning of the apply.
    @discardableResult
    package func apply(
        _ graph: ResourceGraph,
        _ options: PlanOptions = PlanOptions(),
        faults: Faults = .none,
        parallelism: Int = 6
    ) async throws(Refusal) -> ExecutionReport {
        let plan = try plan(graph, options)
        let leftOut = Set(plan.leftOut)
        let revision = engine.facts().revision
        // What the plan leaves out is a member, or none, as before, and if it was unfinished, it is.
        let kept = (revision?.members ?? []).intersection(leftOut)
        let leavesOpen = revision?.isFinished == false && !leftOut.isEmpty
        let members = Set(graph.ordered.map(\.id).filter { [.network, .volume, .service].contains($0.kind) })
        let desired = DesiredSystem(graph, sealer: sealer)
        engine.beginApply(
            members: members.subtracting(leftOut).union(kept),
            changing: plan.fieldsChangedInPlace(for: desired),
            faults: faults
        )
        let report = await Executor(performer: engine, parallelism: parallelism).execute(plan) { _ in }
        engine.endApply(
            succeeded: report.isSuccess && !leavesOpen,
            contents: plan.contentsSettled(for: desired) { report.outcomes[$0] == .succeeded }
        )
        return report
    }

    /// Carries out a plan for taking a system down.
    @discardableResult
    package func destroy(_ graph: ResourceGraph) async throws(Refusal) -> ExecutionReport {
        let plan = try planDestruction(of: graph)
        engine.beginApply(members: [], faults: .none)
        let report = await Executor(performer: engine).execute(plan) { _ in }
        engine.endApply(succeeded: report.isSuccess)
        return report
    }

    private func plan(
        _ sealed: (desired: DesiredSystem, facts: SealedFacts),
        _ options: PlanOptions
    ) throws(Refusal) -> Plan {
        var diagnostics = Diagnostics()
        guard let plan = Planner(options).plan(sealed.desired, given: sealed.facts, reporting: &diagnostics) else {
            throw Refusal(description: diagnostics.sorted.map(\.message).joined(separator: "; "))
        }
        return plan
    }
}
