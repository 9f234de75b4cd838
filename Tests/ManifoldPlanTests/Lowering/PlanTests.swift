import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Plans")
struct PlanTests {
    @Test(
        "a plan whose steps wait for later ones, for themselves or for none of its own cannot be made",
        arguments: [2, 1, 7]
    )
    func order(waitedFor: Int) async {
        await #expect(processExitsWith: .failure) { [waitedFor] in
            _ = Self.plan([Self.step(1, after: [waitedFor]), Self.step(2)])
        }
    }

    @Test("a plan with two steps of one number cannot be made")
    func numbers() async {
        await #expect(processExitsWith: .failure) { _ = Self.plan([Self.step(1), Self.step(1)]) }
    }

    @Test("steps in order make a plan")
    func inOrder() {
        #expect(Self.plan([Self.step(1), Self.step(2, after: [1])]).steps.count == 2)
    }

    @Test("notes are no operations: a plan with nothing else is empty")
    func notes() {
        let note = Note.applyUnderWay("ann")
        let plan = Plan(
            system: Self.system,
            engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"),
            changes: [],
            notes: [note],
            steps: [],
            unchangedCount: 3
        )
        #expect(plan.isEmpty)
    }

    @Test("a change that does nothing is none")
    func emptyChange() async {
        await #expect(processExitsWith: .failure) {
            _ = Change(
                id: ResourceAddress(.service, "web"),
                name: "web",
                actions: [],
                reasons: [],
                disruption: .none,
                origin: nil
            )
        }
    }

    @Test("disruptions are ordered from mild to grave")
    func disruptions() {
        #expect(
            Disruption.allCases.shuffled().sorted() == [
                .none, .inPlace, .connectionsDrop, .restart, .downtime, .dataLoss,
            ]
        )
    }

    private static let system = SystemIdentity(name: "shop", directory: "/shop", files: [])

    private static func step(_ number: Int, after: Set<Int> = []) -> Step {
        Step(
            id: Step.ID(number),
            change: ResourceAddress(.service, "web", replica: 1),
            operation: .start(.existing(id: "c", name: "c")),
            after: Set(after.map { Step.ID($0) })
        )
    }

    private static func plan(_ steps: [Step]) -> Plan {
        Plan(
            system: system,
            engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"),
            changes: [],
            notes: [],
            steps: steps,
            unchangedCount: 0
        )
    }
}
