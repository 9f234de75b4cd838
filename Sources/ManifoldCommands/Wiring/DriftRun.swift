import ArgumentParser
import ManifoldDocker
import ManifoldGraph
import ManifoldPlan
import ManifoldReport

/// Observe, compare with the records, show: what `drift` does.
struct DriftRun {
    let context: CommandContext
    let system: SystemIdentity

    /// Returns whether something drifted.
    func run(showing format: DriftCommand.Format) async throws(ExitCode) -> Bool {
        let door = EngineDoor(context: context)
        return try await door.withSession(readOnly: true) { session async throws(ExitCode) in
            // Without the manifest on purpose: what it says by now has no part in what was applied.
            let observation = try await door.showingProblems { () async throws(SessionProblem) in
                try await session.observe(system: system.name)
            }
            let facts = observation.sealer.seal(nothingOf: system, observation.facts).facts
            let drift = DriftDetector(facts, since: try revision(of: facts)).drift()
            switch format {
            case .text: context.console.out(DriftText(color: context.console.colorsOutput).render(drift))
            case .json: context.console.out(DriftJSON.render(drift, of: system.name))
            }
            return !drift.isEmpty
        }
    }

    /// The record of an apply that came to its end; anything else tells nothing about drift.
    private func revision(of facts: SealedFacts) throws(ExitCode) -> RevisionFacts {
        guard let revision = facts.revision else {
            context.console.fail(
                "`\(system.name)` was never applied to this engine, so nothing can have drifted",
                help: "apply it first, or name another system with `-p`"
            )
            throw CommandExit.failure
        }
        if let holder = revision.holder {
            context.console.fail(
                "somebody is applying `\(system.name)` right now: \(holder)",
                help: "look again when that has come to its end"
            )
            throw CommandExit.failure
        }
        guard revision.isFinished else {
            context.console.fail(
                "the last apply of `\(system.name)` did not come to its end, so nobody can tell drift from what it left",
                help: "bring it to its end with `manifold apply`; `manifold plan` shows what that would do"
            )
            throw CommandExit.failure
        }
        return revision
    }
}
