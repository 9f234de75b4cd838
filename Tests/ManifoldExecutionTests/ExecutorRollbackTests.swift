import ManifoldExecution
import ManifoldPlan
import ManifoldSimulation
import Testing

@Suite("The executor's taking back of changes")
struct ExecutorRollbackTests {
    @Test("a replacement that is not accepted is taken back in reverse order")
    func reverseOrder() async {
        let log = EventLog()
        let performer = RecordingPerformer(failing: "await web ready")
        let report = await Executor(performer: performer)
            .execute(plan(replacement(of: "web", from: 1))) {
                log.append($0)
            }
        let expected = [
            "create web.incoming", "stop web", "rename web to web.outgoing", "rename web.incoming to web", "start web",
            "await web ready",
            "stop web", "rename web to web.incoming", "rename web.outgoing to web", "start web", "remove web.incoming",
        ]
        #expect(performer.performed == expected)
        #expect(log.lines.suffix(5) == ["undid 5", "undid 4", "undid 3", "undid 2", "undid 1"])
        #expect(report.rolledBack == [address("web")])
        #expect(report.leftHalfDone.isEmpty)
        #expect(report.outcomes[Step.ID(7)] == .skipped(because: Step.ID(6)))
    }

    @Test("only what succeeded is taken back")
    func succeededOnly() async {
        let performer = RecordingPerformer(failing: "rename web to web.outgoing")
        let report = await Executor(performer: performer).execute(plan(replacement(of: "web", from: 1))) { _ in }
        #expect(performer.performed.suffix(2) == ["start web", "remove web.incoming"])
        #expect(report.rolledBack == [address("web")])
    }

    @Test("a change whose first step fails has nothing to take back")
    func nothingDone() async {
        let performer = RecordingPerformer(failing: "create web.incoming")
        let report = await Executor(performer: performer).execute(plan(replacement(of: "web", from: 1))) { _ in }
        #expect(performer.performed == ["create web.incoming"])
        #expect(report.rolledBack.isEmpty)
        #expect(report.leftHalfDone.isEmpty)
    }

    @Test("where one step cannot be taken back, the others are all the same")
    func undoFails() async {
        let performer = RecordingPerformer(failing: "await web ready", "rename web.outgoing to web")
        let report = await Executor(performer: performer).execute(plan(replacement(of: "web", from: 1))) { _ in }
        #expect(performer.performed.suffix(3) == ["rename web.outgoing to web", "start web", "remove web.incoming"])
        #expect(report.leftHalfDone == [address("web")])
        #expect(report.rolledBack.isEmpty)
    }

    @Test("a lock lost while taking back ends the taking back")
    func lockLost() async {
        let performer = RecordingPerformer(failing: [
            "await web ready": OperationFailure("unhealthy"),
            "rename web to web.incoming": OperationFailure("another apply has taken over", isLockLost: true),
        ])
        let report = await Executor(performer: performer).execute(plan(replacement(of: "web", from: 1))) { _ in }
        #expect(performer.performed.last == "rename web to web.incoming")
        #expect(report.leftHalfDone == [address("web")])
    }

    @Test("a replacement that was accepted stays when its predecessor cannot be removed")
    func accepted() async {
        let performer = RecordingPerformer(failing: "remove web.outgoing")
        let steps = replacement(of: "web", from: 1) + [StepSketch("x", start: "x", after: [6])]
        let report = await Executor(performer: performer).execute(plan(steps)) { _ in }
        #expect(performer.performed.count == 8)
        #expect(report.rolledBack.isEmpty)
        #expect(report.leftHalfDone.isEmpty)
        #expect(report.outcomes[Step.ID(8)] == .succeeded)
    }

    @Test("a change that was prepared is taken back when what it waits for fails")
    func skippedLater() async {
        let steps =
            [StepSketch("db", start: "db")] + replacement(of: "web", from: 2, startingAfter: [1])
        let performer = RecordingPerformer(failing: ["start db": OperationFailure("refused")]) { line, performer in
            if line == "start db" { await wait { performer.performed.contains("create web.incoming") } }
        }
        let report = await Executor(performer: performer).execute(plan(steps)) { _ in }
        #expect(performer.performed.contains("remove web.incoming"))
        #expect(!performer.performed.contains("stop web"))
        #expect(report.rolledBack == [address("web")])
        #expect(report.outcomes[Step.ID(3)] == .skipped(because: Step.ID(1)))
    }

    @Test("nothing begins on the ground of a step that is taken back")
    func dependants() async {
        // The last step needs only that `web` was started, which it was, but that does not last.
        let steps =
            replacement(of: "web", from: 1) + [
                StepSketch("slow", start: "slow"),
                StepSketch("x", start: "x", after: [5, 8]),
            ]
        let performer = RecordingPerformer(failing: ["await web ready": OperationFailure("unhealthy")]) {
            line,
            performer in
            if line == "start slow" { await wait { performer.performed.contains("remove web.incoming") } }
        }
        let report = await Executor(performer: performer).execute(plan(steps)) { _ in }
        #expect(report.outcomes[Step.ID(8)] == .succeeded)
        #expect(report.outcomes[Step.ID(9)] == .skipped(because: Step.ID(6)))
    }

    @Test("taking back waits until no step of the change is under way, and takes back what succeeded meanwhile")
    func waitsForRunning() async {
        let steps = [
            StepSketch("web", start: "one", undo: .stop(existing("one"))),
            StepSketch("web", start: "two", undo: .stop(existing("two"))),
        ]
        let performer = RecordingPerformer(failing: ["start one": OperationFailure("refused")]) { line, performer in
            guard line == "start two" else { return }
            await wait { performer.performed.contains("start one") }
            for _ in 0..<100 { await Task.yield() }
            #expect(performer.performed.count == 2)
        }
        let report = await Executor(performer: performer).execute(plan(steps)) { _ in }
        #expect(performer.performed.last == "stop two")
        #expect(report.rolledBack == [address("web")])
    }

    @Test("of two changes that are taken back, the one that waited for the other goes first")
    func acrossChanges() async {
        // `b` waits for a step of `a`; both fail to go on because of `x`.
        let steps = [
            StepSketch("a", start: "a1", undo: .stop(existing("a1"))),
            StepSketch("b", start: "b1", after: [1], undo: .stop(existing("b1"))),
            StepSketch("x", start: "x", after: [2]),
            StepSketch("a", start: "a2", after: [3]),
            StepSketch("b", start: "b2", after: [3]),
        ]
        let performer = RecordingPerformer(failing: "start x")
        let report = await Executor(performer: performer).execute(plan(steps)) { _ in }
        #expect(performer.performed.suffix(2) == ["stop b1", "stop a1"])
        #expect(report.rolledBack == [address("a"), address("b")])
    }
}
