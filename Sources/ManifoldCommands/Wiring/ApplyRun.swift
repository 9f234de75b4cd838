import ArgumentParser
import ManifoldDocker
import ManifoldGraph
import ManifoldPlan
import ManifoldReport

/// Plan, ask, lock, look again, carry out, unlock, sum up: what `apply` and `destroy` do.
struct ApplyRun {
    let planning: PlanRun
    let options: ApplyOptions
    /// The subcommand's name, for the lock's record.
    let command: String

    private var context: CommandContext { planning.context }
    private var door: EngineDoor { EngineDoor(context: context) }

    func run() async throws(ExitCode) {
        let code = try await door.withSession(readOnly: false) { session async throws(ExitCode) -> ExitCode? in
            let draft = try await planning.draft(with: session)
            context.console.out(planning.text(of: draft.plan, color: context.console.colorsOutput))
            if !draft.plan.isEmpty {
                try checkSource(of: draft)
                context.console.out("\n")
                if !options.autoApprove { try context.approval.ask(question) }
            } else if planning.options.adopts && draft.takesOver || draft.facts.hasUnknownVolumes(draft.desired) {
                try checkSource(of: draft)
            } else if !draft.leavesRecordUntidy {
                return nil
            }
            return try await change(draft, with: session)
        }
        if let code { throw code }
    }

    /// Refuses to change a system of the same name that comes from somewhere else.
    private func checkSource(of draft: PlanRun.Draft) throws(ExitCode) {
        guard !options.takeover, let other = planning.otherSource(draft) else { return }
        context.console.fail(
            "`\(planning.system.name)` was last applied from \(AnsiSafe.line(other)); nothing was changed",
            help: "choose another name with `-p`, or, if it is the same system, add --takeover"
        )
        throw CommandExit.failure
    }

    private var question: String {
        planning.options.isDestroy ? "Destroy all this?" : "Apply these changes?"
    }

    /// Everything under the lock; returns how the program ends where that is no success.
    private func change(_ draft: PlanRun.Draft, with session: EngineSession) async throws(ExitCode) -> ExitCode? {
        let holder = LockHolder.current(command: "manifold \(command)", environment: context.environment)
        let lock = try await door.showingProblems { () async throws(SessionProblem) in
            try await session.acquire(
                planning.system.name,
                as: holder,
                waiting: .seconds(options.lockTimeout)
            )
        }
        // Not before: whoever only waits for the lock may be killed at any time.
        Interrupts.handle()
        let execution = ExecutionRun(planning: planning, session: session, lock: lock)
        do throws(ExitCode) {
            return try await execution.run(try await confirmed(draft, with: session))
        } catch {
            // The first problem is what counts; a lock that cannot be given back is found dead by the next apply.
            try? await lock.release(isFinished: false)
            throw error
        }
    }

    /// The plan of now, under the lock; what a person approved is carried out only as it was shown.
    private func confirmed(
        _ approved: PlanRun.Draft,
        with session: EngineSession
    ) async throws(ExitCode) -> PlanRun.Draft {
        let current = try await planning.draft(with: session)
        if isSame(current.plan, approved.plan) { return current }
        let text = planning.text(of: current.plan, color: context.console.colorsOutput)
        context.console.out("the system has changed since; the plan is now:\n\n\(text)\n")
        if options.autoApprove { return current }
        context.console.fail("this is not the plan that was approved; nothing was changed", help: "apply again")
        throw CommandExit.failure
    }

    /// Whether two plans do the same to the same objects for the same reasons.
    ///
    /// Digests are no part of the comparison: before the first apply each look at the engine has a key of its own.
    private func isSame(_ left: Plan, _ right: Plan) -> Bool {
        left.steps == right.steps
            && planning.text(of: left.withoutNotes, color: false) == planning.text(of: right.withoutNotes, color: false)
    }
}

extension PlanRun.Draft {
    /// Whether the record waits to be put in order although nothing else is to be done: after an apply that did not
    /// come to its end, or when nothing is left of a destroyed system but its record.
    var leavesRecordUntidy: Bool {
        guard let revision = facts.revision else { return false }
        return !revision.isFinished || !revision.isTidy || isEndOfSystem
    }
}

extension PlanRun.Draft {
    /// Whether something is taken over that the record does not know yet.
    fileprivate var takesOver: Bool {
        plan.notes.contains { if case .takenOver = $0 { true } else { false } }
    }
}

extension Plan {
    /// The same plan without notes, which tell of what is not done.
    fileprivate var withoutNotes: Plan {
        Plan(
            system: system,
            engine: engine,
            changes: changes,
            notes: [],
            steps: steps,
            unchangedCount: unchangedCount,
            leftOut: leftOut
        )
    }
}
