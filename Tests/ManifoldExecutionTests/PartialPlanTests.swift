import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// What must hold of `--target`, `--exclude` and `--replace`, for every system, every change of it and every choice.
@Suite("Plans for parts of made-up systems")
struct PartialPlanTests {
    private static let seeds = UInt64(1)...60

    @Test("it is the same plan in whatever order the facts were read", arguments: seeds)
    func determinism(seed: UInt64) async throws {
        for part in try await MadeUpPart.all(seed: seed) {
            for order in UInt64(1)...2 {
                let other = try part.rehearsal.plan(part.graph, part.options, shufflingFactsWith: order)
                #expect(other.steps == part.plan.steps)
                #expect(other.changes.map(\.id) == part.plan.changes.map(\.id))
                #expect(other.changes.map(\.reasons) == part.plan.changes.map(\.reasons))
                #expect(other.notes == part.plan.notes)
                #expect(other.leftOut == part.plan.leftOut)
            }
        }
    }

    @Test(
        "it is about the targets and what they need, less what is excluded and needs that, and says so",
        arguments: seeds
    )
    func extent(seed: UInt64) async throws {
        for part in try await MadeUpPart.all(seed: seed) {
            let expected = part.extent
            let leftOut = Set(part.plan.leftOut)
            #expect(leftOut == part.everything.subtracting(expected), "\(part)")
            let touched = part.plan.changes.map(\.id) + part.plan.steps.map(\.change)
            #expect(expected.isSuperset(of: touched), "\(part)")
        }
    }

    @Test("what it leaves out goes on as it is, and what is others' does too", arguments: seeds)
    func leftAlone(seed: UInt64) async throws {
        for part in try await MadeUpPart.all(seed: seed) {
            let leftOut = Set(part.plan.leftOut)
            let strangers = part.rehearsal.engine.strangers
            let before = Untouched(part.rehearsal.engine.facts(), of: leftOut)
            try await part.apply()
            let after = Untouched(part.rehearsal.engine.facts(), of: leftOut)
            #expect(after == before, "\(part): \(part.rehearsal.engine.journal)")
            #expect(part.rehearsal.engine.strangers == strangers)
        }
    }

    @Test("after it the same part has nothing to do, and after the rest nothing has", arguments: seeds)
    func empty(seed: UInt64) async throws {
        for part in try await MadeUpPart.all(seed: seed) {
            try await part.apply()
            if let again = part.again {
                let next = try part.rehearsal.plan(part.graph, again)
                #expect(next.changes.isEmpty && next.steps.isEmpty, "\(part): \(part.rehearsal.engine.journal)")
            }
            let report = try await part.rehearsal.apply(part.graph)
            try #require(report.isSuccess, "\(failures(of: report))")
            try expectWanted(part.graph, part.rehearsal, "\(part)")
        }
    }

    @Test("a part first and then the rest ends where all at once does", arguments: seeds)
    func together(seed: UInt64) async throws {
        for part in try await MadeUpPart.all(seed: seed) {
            let whole = part.rehearsal.fork()
            try await whole.apply(part.graph)
            try await part.apply()
            try await part.rehearsal.apply(part.graph)
            #expect(EndState(part.rehearsal.engine) == EndState(whole.engine), "\(part)")
        }
    }

    @Test("a replacement that is asked for makes a new object of each, and says why", arguments: seeds)
    func replacements(seed: UInt64) async throws {
        for part in try await MadeUpPart.all(seed: seed) {
            for asked in part.options.replacements {
                let changes = part.plan.changes.filter { $0.id == asked || $0.id.withoutReplica == asked }
                #expect(!changes.isEmpty)
                for change in changes where change.actions == [.replace] {
                    #expect(change.reasons.first == .requested, "\(part)")
                }
                // What is not there can only be made.
                let actions = Set(changes.flatMap(\.actions))
                #expect(actions.isSubset(of: [.replace, .create, .run]), "\(part): \(actions)")
            }
        }
    }

    @Test("there are plans of every kind among those that are made up here, and few choices that cannot be planned for")
    func coverage() async throws {
        var kinds: Set<String> = []
        var refused = 0
        for seed in Self.seeds {
            let parts = try await MadeUpPart.all(seed: seed)
            refused += MadeUpPart.choices - parts.count
            for part in parts {
                if !part.options.targets.isEmpty { kinds.insert("target") }
                if !part.options.exclusions.isEmpty { kinds.insert("exclude") }
                if !part.options.replacements.isEmpty { kinds.insert("replace") }
                if part.plan.changes.contains(where: { $0.actions == [.destroy] }) { kinds.insert("destroy") }
                if part.plan.changes.contains(where: { $0.actions == [.reconnect] }) { kinds.insert("reconnect") }
                if part.plan.isEmpty { kinds.insert("empty") }
                if !part.plan.leftOut.isEmpty { kinds.insert("leaves something out") }
            }
        }
        #expect(
            kinds == ["target", "exclude", "replace", "destroy", "reconnect", "empty", "leaves something out"]
        )
        #expect(refused * 3 < Self.seeds.count * MadeUpPart.choices, "\(refused)")
    }
}
