extension EngineError: CustomStringConvertible {
    /// The error as one line for people: lower case, no full stop.
    public var description: String {
        switch self {
        case .unsupportedEndpoint(let text, let reason):
            "cannot use `\(text)` as an engine: \(reason)"
        case .cannotConnect(let endpoint, let failure):
            "cannot connect to the engine at `\(endpoint)`: \(failure)"
        case .unsupportedVersion(let engine, let oldest):
            "the engine speaks api version \(engine) at most, and \(oldest) is the oldest supported"
        case .readOnly(let call):
            "refused `\(call)`: this client may only read"
        case .deadlinePassed(let call, let duration):
            "no answer to `\(call)` within \(duration)"
        case .api(let call, let status, let message):
            "the engine answered `\(call)` with \(status)" + (message.isEmpty ? "" : ": \(message)")
        case .failedInStream(let call, let message):
            "the engine gave up on `\(call)`: \(message)"
        case .undecodable(let call, let what):
            "cannot understand the answer to `\(call)`: \(what)"
        case .closed(let call):
            "the connection was closed in the middle of `\(call)`"
        case .cancelled(let call):
            "`\(call)` was cancelled"
        case .shutDown(let call):
            "cannot send `\(call)`: the client has been shut down"
        }
    }
}

extension EngineError.ConnectFailure: CustomStringConvertible {
    /// The reason as the end of a sentence.
    public var description: String {
        switch self {
        case .noSocket: "no such socket"
        case .refused: "connection refused"
        case .permissionDenied: "permission denied"
        case .other(let text): text
        }
    }
}
