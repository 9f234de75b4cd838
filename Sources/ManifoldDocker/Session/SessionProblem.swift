package import DockerEngine

/// Why work with an engine could not go on, in words for a person.
package struct SessionProblem: Error, Hashable {
    package let message: String
    /// What to do about it.
    package let help: String?

    package init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

    package init(_ error: EngineError) {
        message = error.description
        switch error {
        case .cannotConnect(_, .noSocket), .cannotConnect(_, .refused):
            help = "start the engine, or name another one with `-H` or DOCKER_HOST"
        case .cannotConnect(_, .permissionDenied):
            help = "run as a user who may use the engine (group `docker`)"
        default:
            help = nil
        }
    }

    /// What any error means here: a problem is itself, an engine's error is worded, and being cancelled is giving up.
    init(any error: any Error) {
        switch error {
        case let problem as SessionProblem: self = problem
        case let error as EngineError: self.init(error)
        case is CancellationError: self.init("gave up waiting")
        default: self.init("\(error)")
        }
    }
}
