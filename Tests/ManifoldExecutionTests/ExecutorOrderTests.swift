import ManifoldExecution
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("The executor's order")
struct ExecutorOrderTests {
    @Test("steps that are ready begin in the order of their numbers")
    func numbers() async {
        let performer = RecordingPerformer()
        let steps = [
            StepSketch("a", start: "a"),
            StepSketch("b", start: "b"),
            StepSketch("c", start: "c", after: [1]),
            StepSketch("d", start: "d"),
            StepSketch("e", start: "e", after: [2, 3]),
        ]
        let report = await Executor(performer: performer, parallelism: 1).execute(plan(steps)) { _ in }
        #expect(performer.performed == ["start a", "start b", "start c", "start d", "start e"])
        #expect(report.isSuccess)
        #expect(report.outcomes.count == 5)
    }

    @Test("a step begins only when everything it waits for has succeeded", arguments: UInt64(1)...20)
    func dependencies(seed: UInt64) async {
        var random = SplitMix64(seed: seed)
        let steps = (1...60)
            .map { number in
                StepSketch(
                    "s\(number)",
                    start: "s\(number)",
                    after: Set((1..<max(2, number)).filter { $0 < number && random.chance(10) })
                )
            }
        let log = EventLog()
        let performer = RecordingPerformer { _, _ in await Task.yield() }
        let report = await Executor(performer: performer).execute(plan(steps)) { log.append($0) }
        #expect(report.isSuccess)

        var succeeded: Set<Step.ID> = []
        for event in log.events {
            switch event {
            case .began(let step): #expect(step.after.isSubset(of: succeeded))
            case .finished(let step, let outcome, _): if outcome == .succeeded { succeeded.insert(step.id) }
            case .undid: Issue.record("nothing is to be taken back")
            }
        }
        #expect(succeeded.count == 60)
    }

    @Test("as many operations as allowed are under way at once, and no more", arguments: [1, 4, 6, 8])
    func bound(parallelism: Int) async {
        let performer = RecordingPerformer { _, performer in
            await wait { performer.peak >= parallelism }
            await Task.yield()
        }
        let steps = (1...30).map { StepSketch("s\($0)", start: "s\($0)") }
        _ = await Executor(performer: performer, parallelism: parallelism).execute(plan(steps)) { _ in }
        #expect(performer.peak == parallelism)
        #expect(performer.performed.count == 30)
    }

    @Test("observations run beside the operations without taking their places")
    func observations() async {
        let performer = RecordingPerformer { _, performer in
            await wait { performer.peak == 11 }
        }
        let waits = (1...10).map { StepSketch("w\($0)", .awaitReady(existing("w\($0)"))) }
        let report = await Executor(performer: performer, parallelism: 1)
            .execute(plan(waits + [StepSketch("last", start: "last")])) { _ in }
        #expect(report.isSuccess)
        #expect(performer.peak == 11)
    }

    @Test("what a step makes is known to the steps behind it")
    func created() async throws {
        let engine = SimulatedEngine(
            specs: [address("web"): .container(container(named: "web"))],
            images: ["app"],
            seal: { _ in [:] }
        )
        let new = Step.Target.created(by: Step.ID(1), name: "web")
        let steps = [
            StepSketch("web", .createContainer(address("web"), name: "web", carrying: [:])),
            StepSketch("web", .start(new), after: [1]),
        ]
        let report = await Executor(performer: engine).execute(plan(steps)) { _ in }
        #expect(report.isSuccess)
        #expect(report.created[Step.ID(1)] == engine.facts().containers.first?.id)
        #expect(engine.facts().containers.map(\.state.status) == [.running])
    }

    @Test("a plan without steps succeeds at once")
    func empty() async {
        let report = await Executor(performer: RecordingPerformer()).execute(plan([])) { _ in }
        #expect(report.isSuccess)
        #expect(report.outcomes.isEmpty)
    }
}
