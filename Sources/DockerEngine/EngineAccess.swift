/// What a client may do with the engine.
public enum EngineAccess: Sendable {
    /// Only `GET` and `HEAD`; every other call fails with `EngineError.readOnly` before anything is sent.
    case readOnly
    /// Every call.
    case readWrite
}
