import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// What people do to a running system is seen and mended, and what is not accepted leaves what was there.
@Suite("Drift and taking back")
struct DriftTests {
    @Test("each thing that somebody does is seen by the next plan and mended by the apply", arguments: Deed.allCases)
    func oneDeed(_ deed: Deed) async throws {
        for seed in UInt64(1)...6 {
            var generator = SystemGenerator(seed: seed)
            let rehearsal = try Rehearsal(seed: seed)
            let graph = generator.system().graph
            try await rehearsal.apply(graph)
            try rehearsal.engine.createForeignNetwork("elsewhere")
            for live in rehearsal.engine.facts().containers where try deed.done(to: live, in: rehearsal.engine) {
                #expect(try !rehearsal.plan(graph).isEmpty, "\(deed) on \(live.name) with seed \(seed)")
                let report = try await rehearsal.apply(graph)
                try #require(report.isSuccess, "\(failures(of: report)) \(rehearsal.engine.journal)")
                try expectWanted(graph, rehearsal, "\(deed) on \(live.name) with seed \(seed)")
                let isKept = rehearsal.engine.facts().containers.contains { $0.id == live.id }
                #expect(isKept == deed.keepsContainer)
            }
        }
    }

    @Test("many things at once, the manifest's own changes among them, are mended together", arguments: UInt64(1)...60)
    func manyDeeds(seed: UInt64) async throws {
        var generator = SystemGenerator(seed: seed)
        var random = SplitMix64(seed: seed)
        let rehearsal = try Rehearsal(seed: seed)
        let before = generator.system()
        try await rehearsal.apply(before.graph)
        try rehearsal.engine.createForeignNetwork("elsewhere")
        for live in rehearsal.engine.facts().containers where random.chance(60) {
            let deed = Deed.allCases[random.pick(0...Deed.allCases.count - 1)]
            _ = try deed.done(to: live, in: rehearsal.engine)
        }
        let graph = generator.variation(of: before).graph
        let report = try await rehearsal.apply(graph)
        try #require(report.isSuccess, "\(failures(of: report)) \(rehearsal.engine.journal)")
        try expectWanted(graph, rehearsal, "\(rehearsal.engine.journal)")
    }

    @Test("a service whose new container is not accepted has its old one back, as it was", arguments: UInt64(1)...60)
    func rollback(seed: UInt64) async throws {
        var generator = SystemGenerator(seed: seed)
        let rehearsal = try Rehearsal(seed: seed)
        let before = generator.system()
        try await rehearsal.apply(before.graph)
        let old = rehearsal.engine.facts().containers
        let after = generator.variation(of: before)
        try rehearsal.engine.script { script in
            for service in after.services where !service.isJob { script.exits[service.name] = 1 }
        }
        let report = try await rehearsal.apply(after.graph)
        #expect(report.leftHalfDone.isEmpty, "\(rehearsal.engine.journal)")
        for live in old where report.rolledBack.contains(live.address) {
            let now = rehearsal.engine.facts().containers.filter { $0.address == live.address }
            #expect(now.map(\.id) == [live.id], "\(rehearsal.engine.journal)")
            #expect(now.map(\.name) == [live.name])
        }

        try rehearsal.engine.script { $0.exits = [:] }
        let repair = try await rehearsal.apply(after.graph)
        try #require(repair.isSuccess, "\(failures(of: repair)) \(rehearsal.engine.journal)")
        try expectWanted(after.graph, rehearsal)
    }

    @Test("all that a plan can say is said about the systems and deeds that are made up here")
    func coverage() async throws {
        var actions: Set<Action> = []
        var rolledBack = 0
        for seed in UInt64(1)...60 {
            var generator = SystemGenerator(seed: seed)
            let rehearsal = try Rehearsal(seed: seed)
            let before = generator.system()
            try await rehearsal.apply(before.graph)
            let graph = generator.variation(of: before).graph
            actions.formUnion(try rehearsal.fork().plan(graph).changes.flatMap(\.actions))
            for (index, live) in rehearsal.engine.facts().containers.enumerated() {
                let deed = Deed.allCases[(index + Int(seed)) % Deed.allCases.count]
                if deed != .connect { _ = try deed.done(to: live, in: rehearsal.engine) }
            }
            actions.formUnion(try rehearsal.plan(graph).changes.flatMap(\.actions))
            try rehearsal.engine.script { $0.health = ["s1": .unhealthy, "s2": .unhealthy] }
            rolledBack += try await rehearsal.apply(graph).rolledBack.count
        }
        #expect(actions == Set(Action.allCases).subtracting([.pull, .build]))
        #expect(rolledBack > 0)
    }
}
