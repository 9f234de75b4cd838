package import ManifoldPlan

/// Carries a plan out: walks its steps in order, side by side where they allow it, and decides nothing about their content.
///
/// One task owns the schedule; the operations run in its child tasks.
package struct Executor<Performer: OperationPerformer>: Sendable {
    private let performer: Performer
    private let parallelism: Int
    private let failFast: Bool
    private let clock: any Clock<Duration>

    /// An executor with at most `parallelism` operations under way at once.
    ///
    /// Observations do not count, since they cost the engine nothing. With `failFast` a failure stops independent
    /// branches too.
    package init(
        performer: Performer,
        parallelism: Int = 6,
        failFast: Bool = false,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        precondition(parallelism > 0, "with no operation under way a plan would never come to its end")
        self.performer = performer
        self.parallelism = parallelism
        self.failFast = failFast
        self.clock = clock
    }

    /// Carries out a plan to its end, or as far as failures let it, and tells what happened.
    ///
    /// Once `isCancelled` says that the apply is called off, what runs comes to its end, observations end at once, nothing
    /// new begins, and changes that are half done are taken back. Events come one at a time, in the order of what happens.
    package func execute(
        _ plan: Plan,
        isCancelled: @escaping @Sendable () -> Bool = { false },
        onEvent: @escaping @Sendable (ExecutionEvent) -> Void
    ) async -> ExecutionReport {
        var schedule = Schedule(plan.steps, failFast: failFast)
        var created: [Step.ID: String] = [:]
        let attempt = Attempt(performer: performer, clock: clock, isCancelled: isCancelled)
        await withTaskGroup(of: Attempt<Performer>.Result.self) { group in
            var underWay = 0
            while true {
                while underWay < parallelism {
                    if isCancelled() || Task.isCancelled { schedule.stop() }
                    guard let job = schedule.next() else { break }
                    if case .step(let step) = job { onEvent(.began(step)) }
                    if job.isCounted { underWay += 1 }
                    group.addTask { [created] in await attempt.carryOut(job, resolving: created) }
                }
                for (step, outcome) in schedule.takeNews() { onEvent(.finished(step, outcome, took: .zero)) }

                guard let result = await group.next() else { break }
                if result.job.isCounted { underWay -= 1 }
                switch result.job {
                case .step(let step):
                    if let id = result.created { created[step.id] = id }
                    onEvent(.finished(step, result.outcome, took: result.took))
                    schedule.finish(step, result.outcome)
                case .undo(let step):
                    onEvent(.undid(step, failure: result.outcome.failure))
                    schedule.finishUndo(step, result.outcome.failure)
                }
                // Whatever is under way belongs to somebody else's apply by now.
                if schedule.isAbandoned { group.cancelAll() }
            }
        }
        return schedule.report(created: created)
    }
}

extension Schedule.Job {
    /// Whether the job takes one of the places that bound the parallelism.
    fileprivate var isCounted: Bool {
        switch self {
        case .step(let step): !step.operation.isObservation
        case .undo: true
        }
    }
}

extension Outcome {
    fileprivate var failure: OperationFailure? {
        if case .failed(let failure) = self { failure } else { nil }
    }
}
