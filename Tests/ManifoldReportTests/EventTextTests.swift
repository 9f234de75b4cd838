import ManifoldExecution
import ManifoldPlan
import ManifoldReport
import ManifoldResources
import Testing

@Suite("events as text")
struct EventTextTests {
    private let api = ResourceAddress(.service, "api", replica: 1)
    private let web = ResourceAddress(.service, "web", replica: 10)
    private let steps: [Step]
    private let plan: Plan

    init() {
        let target = Step.Target.existing(id: "0", name: "shop-api-1")
        let other = Step.Target.existing(id: "1", name: "shop-web-10")
        steps = [
            Step(id: Step.ID(1), change: api, operation: .stop(target), after: [], undo: .start(target)),
            Step(id: Step.ID(2), change: api, operation: .awaitReady(target), after: [Step.ID(1)]),
            Step(id: Step.ID(3), change: web, operation: .start(other), after: [Step.ID(2)]),
            Step(id: Step.ID(4), change: web, operation: .awaitReady(other), after: [Step.ID(3)]),
        ]
        plan = PlanFixture.plan(
            [
                PlanFixture.change(api, "shop-api-1", [.restart], []),
                PlanFixture.change(web, "shop-web-10", [.start], []),
            ],
            steps: steps
        )
    }

    private let failure = OperationFailure(
        "the container exited with 1\u{1B}[2J",
        details: ["last output:", "  boom\nbang\n"]
    )

    @Test("a finished step is one line, lined up, with its time")
    func succeeded() {
        var text = EventText(plan: plan, color: false)
        #expect(text.lines(for: .began(steps[0])) == nil)
        #expect(
            text.lines(for: .finished(steps[0], .succeeded, took: .milliseconds(310)))
                == "✓ service.api[1]   stopped shop-api-1  (0.3 s)"
        )
        #expect(
            text.lines(for: .finished(steps[2], .succeeded, took: .seconds(65)))
                == "✓ service.web[10]  started shop-web-10  (1 min 5 s)"
        )
    }

    @Test("a failure brings its message and details, made harmless, and its change is told once")
    func failed() {
        var text = EventText(plan: plan, color: false)
        #expect(
            text.lines(for: .finished(steps[1], .failed(failure), took: .seconds(2))) == """
                ✗ service.api[1]   did not become ready: shop-api-1  (2.0 s)
                    the container exited with 1\\u{1b}[2J
                      last output:
                        boom
                      bang
                """
        )
        #expect(
            text.lines(for: .finished(steps[2], .skipped(because: Step.ID(2)), took: .zero))
                == "– service.web[10]  not done: waits for service.api[1]"
        )
        #expect(text.lines(for: .finished(steps[3], .skipped(because: Step.ID(3)), took: .zero)) == nil)
        #expect(
            text.lines(for: .undid(steps[0], failure: nil)) == "↩ service.api[1]   rolled back: started shop-api-1"
        )
        #expect(
            text.lines(for: .undid(steps[0], failure: OperationFailure("no"))) == """
                ✗ service.api[1]   could not be rolled back: start shop-api-1
                    no
                """
        )
    }

    @Test("what was called off is told once per change")
    func cancelled() {
        var text = EventText(plan: plan, color: false)
        #expect(
            text.lines(for: .finished(steps[2], .cancelled, took: .zero)) == "– service.web[10]  not done: called off"
        )
        #expect(text.lines(for: .finished(steps[3], .cancelled, took: .zero)) == nil)
    }

    private func summary(
        _ outcomes: [Outcome],
        rolledBack: Set<ResourceAddress> = [],
        leftHalfDone: Set<ResourceAddress> = [],
        destroying: Bool = false
    ) -> String {
        let report = ExecutionReport(
            outcomes: Dictionary(uniqueKeysWithValues: zip(steps.map(\.id), outcomes)),
            rolledBack: rolledBack,
            leftHalfDone: leftHalfDone,
            created: [:]
        )
        return EventSummary(plan: plan, color: false, destroying: destroying).render(report, took: .milliseconds(2_149))
    }

    @Test("a success is summed up in one line")
    func success() {
        let done = [Outcome](repeating: .succeeded, count: 4)
        #expect(summary(done) == "Applied: 2 changes in 2.1 s.\n")
        #expect(summary(done, destroying: true) == "Destroyed: 2 changes in 2.1 s.\n")
    }

    @Test("a failure says what was taken back, what was not done, and what to do next")
    func failureSummary() {
        let outcomes: [Outcome] = [
            .succeeded, .failed(failure), .skipped(because: Step.ID(2)), .skipped(because: Step.ID(3)),
        ]
        #expect(
            summary(outcomes, rolledBack: [api]) == """
                Failed: 1 change of 2, after 2.1 s.
                  service.api[1]: the container exited with 1\\u{1b}[2J
                  Rolled back, as before: service.api[1]
                  Not done: service.web[10]
                Mend the cause and run `manifold apply` again.

                """
        )
        #expect(summary(outcomes, leftHalfDone: [api]).contains("  Left half done: service.api[1]\n"))
    }

    @Test("a lost lock and a call-off have their own advice")
    func otherEnds() {
        let lost = OperationFailure("the lock is gone", isLockLost: true)
        #expect(summary([.failed(lost), .cancelled, .cancelled, .cancelled]).contains("took over the lock"))
        let off = summary([.succeeded, .succeeded, .cancelled, .cancelled])
        #expect(off.hasPrefix("Called off after 2.1 s; 1 of 2 changes done.\n  Not done: service.web[10]\n"))
    }
}
