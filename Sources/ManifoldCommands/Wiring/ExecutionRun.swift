import ArgumentParser
import ManifoldDocker
import ManifoldExecution
import ManifoldPlan
import ManifoldReport
import Synchronization

/// Announce, carry out, tell, give the lock back, sum up: what happens under the lock of a system.
struct ExecutionRun {
    let planning: PlanRun
    let session: EngineSession
    let lock: RevisionLock

    private var console: Console { planning.context.console }
    private var door: EngineDoor { EngineDoor(context: planning.context) }

    /// Returns how the program ends where that is no success.
    func run(_ draft: PlanRun.Draft) async throws(ExitCode) -> ExitCode? {
        try await door.showingProblems { () async throws(SessionProblem) in
            try await lock.announce(
                draft.plan,
                for: draft.desired,
                given: draft.facts,
                adopting: planning.options.adopts,
                from: planning.source
            )
        }
        let performer = EnginePerformer(
            session: session,
            graph: planning.graph,
            system: planning.system,
            sealer: draft.sealer,
            lock: lock,
            inputs: BuildInputs(draft.desired, given: draft.facts),
            isCancelled: { Interrupts.isRequested }
        )
        let report = await carryOut(draft.plan, by: performer)
        if !report.isLockLost {
            try await door.showingProblems { () async throws(SessionProblem) in
                if report.isSuccess, draft.isEndOfSystem {
                    try await lock.dissolve()
                } else {
                    try await lock.release(
                        isFinished: report.isSuccess && !draft.leavesEarlierApplyOpen,
                        completed: performer.completed,
                        jobs: report.isSuccess ? draft.desired.jobs(given: draft.facts) : nil,
                        leavingOut: draft.plan.leftOut,
                        contents: draft.plan.contentsSettled(for: draft.desired) { report.outcomes[$0] == .succeeded },
                        pulled: performer.pulled,
                        madeVolumes: performer.madeVolumes
                    )
                }
            }
        }
        return CommandExit.code(for: report)
    }

    private func carryOut(_ plan: Plan, by performer: EnginePerformer) async -> ExecutionReport {
        let console = console
        let text = Mutex(EventText(plan: plan, color: console.colorsOutput))
        let clock = ContinuousClock()
        let start = clock.now
        let report = await Executor(performer: performer)
            .execute(
                plan,
                isCancelled: { Interrupts.isRequested },
                onEvent: { event in
                    if let lines = text.withLock({ $0.lines(for: event) }) { console.out(lines + "\n") }
                }
            )
        if !plan.isEmpty {
            let isDestroy = planning.options.isDestroy
            let summary = EventSummary(plan: plan, color: console.colorsOutput, destroying: isDestroy)
            console.out("\n" + summary.render(report, took: start.duration(to: clock.now)))
        }
        return report
    }
}

extension PlanRun.Draft {
    /// Whether nothing of the system is left when the plan is carried out, so that its record can go too.
    var isEndOfSystem: Bool {
        desired.ordered.isEmpty && desired.inactiveServices.isEmpty && plan.unchangedCount == 0 && plan.leftOut.isEmpty
            && !plan.notes.contains { note in
                switch note {
                case .volumeKept, .networkKept, .inactiveService: true
                default: false
                }
            }
    }
}

extension PlanRun.Draft {
    /// Whether an earlier apply did not come to its end, and this plan may leave out what that one left.
    fileprivate var leavesEarlierApplyOpen: Bool {
        facts.revision?.isFinished == false && !plan.leftOut.isEmpty
    }
}

extension ExecutionReport {
    /// Whether somebody took over the lock while the plan was carried out.
    fileprivate var isLockLost: Bool {
        outcomes.values.contains { outcome in
            if case .failed(let failure) = outcome { failure.isLockLost } else { false }
        }
    }
}
