import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// Whatever goes wrong at whichever call, the next apply ends in the wanted state, with nothing left over.
@Suite("Recovery")
struct RecoveryTests {
    /// The ways in which an apply can break off at a call.
    enum Break: CaseIterable {
        case refused, killedBefore, killedAfter, killedWhileTakingBack

        func faults(at call: Int) -> Faults {
            var faults = Faults.none
            switch self {
            case .refused: faults.refusedCalls = [call]
            case .killedBefore: faults.death = call
            case .killedAfter:
                faults.death = call
                faults.deathComesAfterEffect = true
            case .killedWhileTakingBack:
                faults.refusedCalls = [call]
                faults.death = call + 2
            }
            return faults
        }
    }

    @Test("a break at every single call of a creation and of a change is recovered from", arguments: UInt64(1)...5)
    func everyCall(seed: UInt64) async throws {
        var generator = SystemGenerator(seed: seed)
        let before = generator.system()
        let after = generator.variation(of: before).graph
        let empty = try Rehearsal(seed: seed)
        let applied = try Rehearsal(seed: seed)
        try await applied.apply(before.graph)
        for (rehearsal, graph) in [(empty, before.graph), (applied, after)] {
            let calls = try rehearsal.plan(graph).steps.count
            for call in 0..<calls {
                for kind in Break.allCases { try await recover(from: kind, at: call + 1, of: graph, rehearsal.fork()) }
            }
        }
    }

    @Test("breaks at random calls are recovered from, after whatever people did", arguments: UInt64(100)...199)
    func randomCalls(seed: UInt64) async throws {
        var generator = SystemGenerator(seed: seed)
        var random = SplitMix64(seed: seed)
        let before = generator.system()
        let after = generator.variation(of: before).graph
        let rehearsal = try Rehearsal(seed: seed)
        try await rehearsal.apply(before.graph)
        try rehearsal.engine.createForeignNetwork("elsewhere")
        for live in rehearsal.engine.facts().containers where random.chance(20) {
            _ = try Deed.allCases.randomElement(using: &random)?.done(to: live, in: rehearsal.engine)
        }
        let calls = try rehearsal.plan(after).steps.count
        guard calls > 0 else { return }
        for kind in Break.allCases {
            let fork = rehearsal.fork()
            try await fork.apply(after, faults: kind.faults(at: random.pick(1...calls)))
            try await recover(from: kind, at: random.pick(1...calls), of: after, fork)
        }
    }

    private func recover(
        from kind: Break,
        at call: Int,
        of graph: ResourceGraph,
        _ rehearsal: Rehearsal
    ) async throws {
        try await rehearsal.apply(graph, faults: kind.faults(at: call), parallelism: 1)
        let broken = rehearsal.engine.journal
        let repair = try await rehearsal.apply(graph)
        let repaired = rehearsal.engine.journal
        try #require(repair.isSuccess, "\(failures(of: repair)); \(kind) at \(call): \(broken), then \(repaired)")
        try expectWanted(graph, rehearsal, "\(kind) at \(call): \(broken), then \(repaired)")
    }
}
