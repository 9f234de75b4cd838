import ManifoldExecution
import ManifoldPlan
import ManifoldSimulation
import Testing

@Suite("The executor and being called off")
struct ExecutorCancellationTests {
    @Test("what is under way comes to its end, nothing new begins, and what is half done is taken back")
    func inTheMiddle() async {
        let callOff = Switch()
        let performer = RecordingPerformer { line, _ in if line == "stop web" { callOff.turnOn() } }
        let steps = replacement(of: "web", from: 1) + [StepSketch("x", start: "x", after: [2])]
        let report = await Executor(performer: performer)
            .execute(plan(steps), isCancelled: { callOff.isOn }, onEvent: { _ in })
        #expect(performer.performed == ["create web.incoming", "stop web", "start web", "remove web.incoming"])
        #expect(report.outcomes[Step.ID(2)] == .succeeded)
        #expect((3...8).allSatisfy { report.outcomes[Step.ID($0)] == .cancelled })
        #expect(report.rolledBack == [address("web")])
    }

    @Test("before the first step, nothing happens at all")
    func beforehand() async {
        let performer = RecordingPerformer()
        let report = await Executor(performer: performer)
            .execute(plan(replacement(of: "web", from: 1)), isCancelled: { true }, onEvent: { _ in })
        #expect(performer.performed.isEmpty)
        #expect(report.outcomes.values.allSatisfy { $0 == .cancelled })
        #expect(report.rolledBack.isEmpty)
    }

    @Test("behind the last step, it changes nothing")
    func afterwards() async {
        let callOff = Switch()
        let performer = RecordingPerformer { _, _ in callOff.turnOn() }
        let report = await Executor(performer: performer)
            .execute(plan([StepSketch("a", start: "a")]), isCancelled: { callOff.isOn }, onEvent: { _ in })
        #expect(report.isSuccess)
    }

    @Test("an observation is given up instead of being waited for")
    func observation() async {
        let callOff = Switch()
        let performer = RecordingPerformer { line, performer in
            guard line == "await web ready", !callOff.isOn else { return }
            callOff.turnOn()
            await wait { false }
        }
        let report = await Executor(performer: performer)
            .execute(plan(replacement(of: "web", from: 1)), isCancelled: { callOff.isOn }, onEvent: { _ in })
        #expect(report.outcomes[Step.ID(6)] == .cancelled)
        #expect(report.outcomes[Step.ID(7)] == .cancelled)
        #expect(report.rolledBack == [address("web")])
    }

    @Test("a replacement that was accepted by then stays")
    func accepted() async {
        let callOff = Switch()
        let performer = RecordingPerformer()
        let report = await Executor(performer: performer)
            .execute(
                plan(replacement(of: "web", from: 1)),
                isCancelled: { callOff.isOn },
                onEvent: { event in
                    if case .finished(let step, .succeeded, _) = event, step.id == Step.ID(6) { callOff.turnOn() }
                }
            )
        #expect(report.outcomes[Step.ID(7)] == .cancelled)
        #expect(report.rolledBack.isEmpty)
        #expect(performer.performed.last == "await web ready")
    }
}
