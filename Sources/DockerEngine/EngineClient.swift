/// A client of one Docker engine (Engine API 1.40 to 1.45).
///
/// A client keeps up to eight connections alive and is meant to be shared: copies use the same ones. Nothing is connected
/// and no thread is started before the first call, which asks the engine for its version. Call `shutDown` when
/// done: a debug build stops with a precondition failure if the last copy goes away with its connections open.
public struct EngineClient: Sendable {
    let transport: Transport
    /// How long calls may take.
    public let timeouts: EngineTimeouts

    /// Makes a client that has not connected yet.
    ///
    /// - Parameters:
    ///   - endpoint: Where the engine listens.
    ///   - access: Whether calls that can change something are allowed.
    ///   - timeouts: How long calls may take.
    ///   - clock: What deadlines are measured with.
    public init(
        endpoint: EngineEndpoint = .standard,
        access: EngineAccess,
        timeouts: EngineTimeouts = EngineTimeouts(),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.init(transport: Transport(endpoint: endpoint, access: access, clock: clock), timeouts: timeouts)
    }

    private init(transport: Transport, timeouts: EngineTimeouts) {
        self.transport = transport
        self.timeouts = timeouts
    }

    /// Where the engine listens.
    public var endpoint: EngineEndpoint { transport.endpoint }

    /// What the client may do.
    public var access: EngineAccess { transport.access }

    /// The same client with other timeouts, for a call that is known to take long.
    public func with(timeouts: EngineTimeouts) -> EngineClient {
        EngineClient(transport: transport, timeouts: timeouts)
    }

    /// Closes the connections of this client and its copies; every call from now on fails with `EngineError.shutDown`.
    public func shutDown() async {
        await transport.shutDown()
    }

    /// The deadline of an ordinary call.
    var deadline: Deadline { .total(timeouts.call) }
}
