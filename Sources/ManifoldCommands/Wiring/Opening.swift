import ManifoldDocker
import Synchronization

/// A session that only reads, with what the engine lists: it is opened in the background, while something else is done.
final class Opening: Sendable {
    typealias Opened = Result<(session: EngineSession, survey: Survey), SessionProblem>

    /// The one that began before the arguments were read, where they ask for that.
    @TaskLocal static var early: Opening?

    private let session: Task<Result<EngineSession, SessionProblem>, Never>
    private let survey: Task<Opened, Never>
    private let own = Mutex<OwnContainers.Look?>(nil)

    /// Begins at once.
    init(host: String?, environment: [String: String]) {
        let session = Task.detached {
            await Self.caught { () async throws(SessionProblem) in
                try await EngineSession.open(host: host, environment: environment, readOnly: true)
            }
        }
        self.session = session
        survey = Task.detached {
            await Self.caught { () async throws(SessionProblem) in
                let session = try await session.value.get()
                return (session, try await session.survey())
            }
        }
    }

    /// Looks at the containers of a system as well, once the session is open.
    func look(at system: String) {
        let look = OwnContainers.Look.detached { [session] in
            guard case .success(let session) = await session.value else { return nil }
            return await session.ownContainers(of: system)
        }
        own.withLock { $0 = look }
    }

    /// What came of it; where there is a session, it is open, and may still be looking at containers.
    var result: Opened {
        get async {
            switch await survey.value {
            case .success(var opened):
                opened.survey.own = own.withLock { $0 }
                return .success(opened)
            case .failure(let problem):
                await close()
                return .failure(problem)
            }
        }
    }

    /// Gives up, and closes what is open.
    func abandon() async {
        session.cancel()
        survey.cancel()
        let look = own.withLock { $0 }
        look?.cancel()
        _ = await (survey.value, look?.value)
        await close()
    }

    private func close() async {
        if case .success(let session) = await session.value { await session.close() }
    }

    private static func caught<Success>(
        _ body: () async throws(SessionProblem) -> Success
    ) async -> Result<Success, SessionProblem> {
        do throws(SessionProblem) {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}
