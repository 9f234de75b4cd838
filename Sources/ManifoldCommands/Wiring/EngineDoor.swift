import ArgumentParser
import ManifoldDocker
import ManifoldPlan
import ManifoldReport

/// The way of the commands to an engine: opens a session, closes it whatever happens, and shows what goes wrong.
struct EngineDoor {
    let context: CommandContext

    /// Does something with an open session; a read-only one refuses every call that could change something.
    func withSession<Result>(
        readOnly: Bool,
        _ body: (EngineSession) async throws(ExitCode) -> Result
    ) async throws(ExitCode) -> Result {
        let session = try await showingProblems { () async throws(SessionProblem) in
            try await EngineSession.open(
                host: context.options.host,
                environment: context.environment,
                readOnly: readOnly
            )
        }
        context.console.detail("engine: Docker \(session.engine.version), API \(session.engine.apiVersion)")
        let result: Result
        do throws(ExitCode) {
            result = try await body(session)
        } catch {
            await session.close()
            throw error
        }
        await session.close()
        return result
    }

    /// Does something that can fail at the engine; the failure is shown, and ends the command.
    func showingProblems<Result>(
        _ call: () async throws(SessionProblem) -> Result
    ) async throws(ExitCode) -> Result {
        do throws(SessionProblem) {
            return try await call()
        } catch {
            context.console.fail(error.message, help: error.help)
            throw CommandExit.failure
        }
    }
}
