/// How long calls may take; every call has an end.
///
/// A deadline runs from the call until its answer is read whole, the wait for one of the eight connections included.
public struct EngineTimeouts: Hashable, Sendable {
    /// The longest an ordinary call may take.
    public var call: Duration
    /// The longest a pull may be silent; its total time is not bounded.
    public var pullSilence: Duration
    /// The longest a build may be silent: one instruction of a Dockerfile can take long without a word.
    public var buildSilence: Duration
    /// The longest the engine may take to hear from a registry.
    public var registry: Duration

    /// Makes timeouts; `nil` is not offered, because a wait without an end hides a dead engine.
    public init(
        call: Duration = .seconds(30),
        pullSilence: Duration = .seconds(120),
        buildSilence: Duration = .seconds(3600),
        registry: Duration = .seconds(10)
    ) {
        self.call = call
        self.pullSilence = pullSilence
        self.buildSilence = buildSilence
        self.registry = registry
    }
}
