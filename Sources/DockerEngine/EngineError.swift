/// Why a call to the engine failed.
///
/// No case carries a request's body or query, because these can hold secrets.
public enum EngineError: Error, Equatable, Sendable {
    /// A call, as far as it can be shown: its method and its path without version and query.
    public struct Call: Hashable, Sendable, CustomStringConvertible {
        /// The HTTP method, such as `POST`.
        public var method: String
        /// The path, such as `/containers/web/start`.
        public var path: String

        /// Names a call.
        public init(method: String, path: String) {
            self.method = method
            self.path = path
        }

        /// Method and path with a space between them.
        public var description: String { "\(method) \(path)" }
    }

    /// What kept a connection from being made.
    public enum ConnectFailure: Hashable, Sendable {
        /// There is no socket at the path.
        case noSocket
        /// Nothing listens there.
        case refused
        /// This user may not open the socket.
        case permissionDenied
        /// Anything else, in words.
        case other(String)
    }

    /// The text does not name an engine that this client can reach; `reason` says what is supported.
    case unsupportedEndpoint(String, reason: String)
    /// No connection to the engine at `endpoint` could be made; nothing was sent.
    case cannotConnect(endpoint: String, ConnectFailure)
    /// The engine speaks no version that this client does.
    case unsupportedVersion(engine: APIVersion, oldestSupported: APIVersion)
    /// A read-only client was asked for a call that can change something; nothing was sent.
    case readOnly(Call)
    /// The answer was not there in time; the engine may still carry the call out.
    case deadlinePassed(Call, after: Duration)
    /// The engine answered with a status that is not a success; `message` is its own explanation.
    case api(Call, status: Int, message: String)
    /// The engine reported an error within an answer that had begun well, as a pull does.
    case failedInStream(Call, message: String)
    /// The answer is not what the API describes; `what` names the place, never a value.
    case undecodable(Call, what: String)
    /// The connection ended before the answer did; the engine may have carried the call out.
    case closed(Call)
    /// The task that made the call was cancelled.
    case cancelled(Call)
    /// The client had been shut down; nothing was sent.
    case shutDown(Call)
}

extension EngineError {
    /// The status of the engine's answer, where it answered with an error.
    public var status: Int? {
        guard case .api(_, let status, _) = self else { return nil }
        return status
    }

    /// Whether the engine said that there is no such object (404).
    public var isNotFound: Bool { status == 404 }

    /// Whether the engine said that the object's state or name stands against it (409).
    public var isConflict: Bool { status == 409 }
}
