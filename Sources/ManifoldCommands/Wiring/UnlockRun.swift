import ArgumentParser
import ManifoldDocker
import ManifoldPlan
import ManifoldReport

/// Look whose lock it is, ask, break it: what `unlock` does.
struct UnlockRun {
    let context: CommandContext
    let system: String
    let asks: Bool

    func run() async throws(ExitCode) {
        let door = EngineDoor(context: context)
        let console = context.console
        let name = AnsiSafe.line(system)
        try await door.withSession(readOnly: false) { session async throws(ExitCode) in
            let observation = try await door.showingProblems { () async throws(SessionProblem) in
                try await session.observe(system: system)
            }
            guard let holder = observation.facts.revision?.holder else {
                console.out("nobody holds a lock on \(name)\n")
                return
            }
            console.out("\(name) is locked: \(AnsiSafe.line(holder))\n")
            if asks { try context.approval.ask("Break this lock?") }
            let mine = LockHolder.current(command: "manifold unlock", environment: context.environment)
            let broken = try await door.showingProblems { () async throws(SessionProblem) in
                try await session.unlock(system: system, as: mine)
            }
            console.out(
                broken.map { "broke the lock: \(AnsiSafe.line($0.description))\n" } ?? "the lock was gone already\n"
            )
        }
    }
}
