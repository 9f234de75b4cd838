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
        return try await closing(session, after: body)
    }

    /// Does something with a session that only reads and with what the engine lists, once `prepare` has read a manifest;
    /// `prepare` gets what is to be told the system's name as soon as it is known.
    ///
    /// The engine is asked in the meantime, or since before the arguments were read, because all of that takes about as
    /// long. What is wrong with the manifest comes first all the same: with such a mistake nobody wants to hear of the
    /// engine.
    func withSurvey<Prepared, Result>(
        whilePreparing prepare: (_ whenNamed: @escaping @Sendable (String) -> Void) throws(ExitCode) -> Prepared,
        _ body: (EngineSession, Survey, Prepared) async throws(ExitCode) -> Result
    ) async throws(ExitCode) -> Result {
        let opening = Opening.early ?? Opening(host: context.options.host, environment: context.environment)
        let prepared: Prepared
        do throws(ExitCode) {
            prepared = try prepare { opening.look(at: $0) }
        } catch {
            await opening.abandon()
            throw error
        }
        let opened = await opening.result
        let (session, survey) = try await showingProblems { () async throws(SessionProblem) in try opened.get() }
        return try await closing(session) { session async throws(ExitCode) in
            try await body(session, survey, prepared)
        }
    }

    private func closing<Result>(
        _ session: EngineSession,
        after body: (EngineSession) async throws(ExitCode) -> Result
    ) async throws(ExitCode) -> Result {
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
