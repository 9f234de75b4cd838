import ArgumentParser
import ManifoldDocker
import ManifoldReport

/// Observe and show: what `status` does.
struct StatusRun {
    let context: CommandContext
    let subject: SystemSubject

    func run() async throws(ExitCode) {
        let door = EngineDoor(context: context)
        try await door.withSession(readOnly: true) { session async throws(ExitCode) in
            let observation = try await door.showingProblems { () async throws(SessionProblem) in
                switch subject {
                case .loaded(let loaded): try await session.observe(loaded.graph, sources: false)
                case .named(let name): try await session.observe(system: name)
                }
            }
            let status = StatusRows.status(of: subject, given: observation.facts)
            context.console.out(StatusText(color: context.console.colorsOutput).render(status))
        }
    }
}
