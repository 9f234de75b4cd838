import ManifoldExecution
import ManifoldPlan
import ManifoldSimulation
import Testing

@Suite("The executor and failures")
struct ExecutorFailureTests {
    private static let branches = [
        StepSketch("a", start: "a"),
        StepSketch("b", start: "b", after: [1]),
        StepSketch("c", start: "c", after: [2]),
        StepSketch("x", start: "x"),
        StepSketch("y", start: "y", after: [4]),
    ]

    @Test("what waits for a failed step is skipped because of it, and independent branches finish")
    func branches() async {
        let performer = RecordingPerformer(failing: "start a")
        let report = await Executor(performer: performer).execute(plan(Self.branches)) { _ in }
        #expect(report.outcomes[Step.ID(1)] == .failed(OperationFailure("refused")))
        #expect(report.outcomes[Step.ID(2)] == .skipped(because: Step.ID(1)))
        #expect(report.outcomes[Step.ID(3)] == .skipped(because: Step.ID(1)))
        #expect(report.outcomes[Step.ID(4)] == .succeeded)
        #expect(report.outcomes[Step.ID(5)] == .succeeded)
        #expect(!report.isSuccess)
    }

    @Test("each skipped step is told once, behind the failure")
    func events() async {
        let log = EventLog()
        let performer = RecordingPerformer(failing: "start b")
        _ = await Executor(performer: performer, parallelism: 1).execute(plan(Self.branches)) { log.append($0) }
        let expected = [
            "began 1", "finished 1", "began 2", "finished 2", "began 4", "finished 3", "finished 4", "began 5",
            "finished 5",
        ]
        #expect(log.lines == expected)
    }

    @Test("when asked to fail fast, nothing new begins behind a failure")
    func failFast() async {
        let performer = RecordingPerformer(failing: "start a")
        let report = await Executor(performer: performer, parallelism: 1, failFast: true)
            .execute(plan(Self.branches)) { _ in }
        #expect(performer.performed == ["start a"])
        #expect(report.outcomes[Step.ID(3)] == .skipped(because: Step.ID(1)))
        #expect(report.outcomes[Step.ID(4)] == .cancelled)
        #expect(report.outcomes[Step.ID(5)] == .cancelled)
    }

    @Test("what a plain creation has made is left for the next plan to finish")
    func plainCreation() async {
        let new = Step.Target.created(by: Step.ID(1), name: "web")
        let steps = [
            StepSketch("web", .createContainer(address("web"), name: "web", carrying: [:])),
            StepSketch("web", .start(new), after: [1]),
        ]
        let performer = RecordingPerformer(failing: "start web")
        let report = await Executor(performer: performer).execute(plan(steps)) { _ in }
        #expect(performer.performed == ["create web", "start web"])
        #expect(report.rolledBack.isEmpty)
        #expect(report.leftHalfDone.isEmpty)
    }

    @Test("a lost lock stops everything at once, taking back included")
    func lockLost() async {
        let performer = RecordingPerformer(failing: [
            "start web": OperationFailure("another apply has taken over", isLockLost: true)
        ])
        let steps = replacement(of: "web", from: 1) + [StepSketch("x", start: "x", after: [2])]
        let report = await Executor(performer: performer, parallelism: 1).execute(plan(steps)) { _ in }
        #expect(performer.performed.last == "start web")
        #expect(report.outcomes[Step.ID(6)] == .cancelled)
        #expect(report.outcomes[Step.ID(7)] == .cancelled)
        #expect(report.rolledBack.isEmpty)
        #expect(report.leftHalfDone == [address("web")])
    }

    @Test("a lost lock interrupts the waits that are under way")
    func lockLostDuringWait() async {
        let performer = RecordingPerformer(
            failing: ["start b": OperationFailure("another apply has taken over", isLockLost: true)]
        ) { line, performer in
            if line == "start b" { await wait { performer.performed.contains("await a ready") } }
            if line == "await a ready" { await wait { false } }
        }
        let steps = [StepSketch("a", .awaitReady(existing("a"))), StepSketch("b", start: "b")]
        let report = await Executor(performer: performer).execute(plan(steps)) { _ in }
        #expect(report.outcomes[Step.ID(1)] == .cancelled)
    }
}
