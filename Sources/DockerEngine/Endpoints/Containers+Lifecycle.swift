extension EngineClient.Containers {
    /// Starts a container (API 1.41, `ContainerStart`).
    ///
    /// - Parameter id: The container.
    /// - Returns: `false` if it ran already.
    /// - Throws: `EngineError`.
    @discardableResult
    public func start(_ id: String) async throws(EngineError) -> Bool {
        try await change(id, "/start")
    }

    /// Stops a container: its stop signal first, SIGKILL after the grace (API 1.41, `ContainerStop`).
    ///
    /// The deadline is the grace and 30 s more.
    ///
    /// - Parameters:
    ///   - id: The container.
    ///   - grace: The wait before SIGKILL, rounded up to whole seconds; `nil` leaves it to the container's stop timeout,
    ///     which this call does not know: its deadline then is that of a grace of ten seconds.
    /// - Returns: `false` if it did not run.
    /// - Throws: `EngineError`.
    @discardableResult
    public func stop(_ id: String, grace: Duration?) async throws(EngineError) -> Bool {
        let query = grace.map { [EngineRequest.QueryItem("t", "\(Self.wholeSeconds($0))")] } ?? []
        let duration = (grace ?? .seconds(10)) + .seconds(30)
        return try await change(id, "/stop", query: query, deadline: .total(duration))
    }

    /// Sends a signal to a running container (API 1.41, `ContainerKill`); after SIGKILL no restart policy brings it back.
    ///
    /// - Parameters:
    ///   - id: The container.
    ///   - signal: A name such as `SIGHUP`, or a number.
    /// - Throws: `EngineError`.
    public func kill(_ id: String, signal: String = "SIGKILL") async throws(EngineError) {
        try await change(id, "/kill", query: [EngineRequest.QueryItem("signal", signal)])
    }

    /// Lets a running container stand still (API 1.41, `ContainerPause`).
    public func pause(_ id: String) async throws(EngineError) {
        try await change(id, "/pause")
    }

    /// Lets a paused container go on (API 1.41, `ContainerUnpause`).
    public func unpause(_ id: String) async throws(EngineError) {
        try await change(id, "/unpause")
    }

    /// Waits until a container ends or goes away (API 1.41, `ContainerWait`).
    ///
    /// It holds one of the client's eight connections all the while.
    ///
    /// - Parameters:
    ///   - id: The container.
    ///   - condition: What to wait for; for a container that was made and not started yet, only `nextExit` and `removed`
    ///     wait at all.
    ///   - limit: How long to wait.
    /// - Returns: How the container ended.
    /// - Throws: `EngineError`.
    public func wait(
        _ id: String,
        until condition: WaitCondition,
        for limit: Duration
    ) async throws(EngineError) -> ContainerExit {
        try await client.transport.value(
            of: EngineRequest(
                .post,
                path(id, "/wait"),
                query: [EngineRequest.QueryItem("condition", condition.rawValue)],
                deadline: .total(limit)
            )
        )
    }

    /// Sends a call without a body; the engine answers 304 where there is nothing to change.
    @discardableResult
    private func change(
        _ id: String,
        _ verb: String,
        query: [EngineRequest.QueryItem] = [],
        deadline: Deadline? = nil
    ) async throws(EngineError) -> Bool {
        let request = EngineRequest(.post, path(id, verb), query: query, deadline: deadline ?? client.deadline)
        return try await client.transport.answer(to: request, accepting: [304]).head.status != 304
    }

    private static func wholeSeconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return attoseconds > 0 ? seconds + 1 : seconds
    }
}
