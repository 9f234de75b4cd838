import ManifoldDocker

/// A session that only reads, with what the engine lists: it is opened in the background, while something else is done.
struct Opening: Sendable {
    typealias Opened = Result<(session: EngineSession, survey: Survey), SessionProblem>

    /// The one that began before the arguments were read, where they ask for that.
    @TaskLocal static var early: Opening?

    private let task: Task<Opened, Never>

    /// Begins at once.
    init(host: String?, environment: [String: String]) {
        task = Task.detached { await Self.open(host, environment) }
    }

    /// What came of it.
    var result: Opened {
        get async { await task.value }
    }

    /// Gives up, and closes what is open.
    func abandon() async {
        task.cancel()
        if case .success(let opened) = await task.value { await opened.session.close() }
    }

    private static func open(_ host: String?, _ environment: [String: String]) async -> Opened {
        do throws(SessionProblem) {
            let session = try await EngineSession.open(host: host, environment: environment, readOnly: true)
            do throws(SessionProblem) {
                return .success((session, try await session.survey()))
            } catch {
                await session.close()
                throw error
            }
        } catch {
            return .failure(error)
        }
    }
}
