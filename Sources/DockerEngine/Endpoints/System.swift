extension EngineClient {
    /// Asks the engine who it is (`GET /_ping`), which is the cheapest sign of life there is.
    ///
    /// - Throws: `EngineError`; `unsupportedVersion` where the engine is older than API 1.40.
    @discardableResult
    public func ping() async throws(EngineError) -> EngineInfo {
        try await transport.ping(deadline: deadline)
    }

    /// What the engine said of itself at the first call; asks it only if there has been none.
    ///
    /// - Throws: `EngineError`.
    public func info() async throws(EngineError) -> EngineInfo {
        try await transport.negotiated(deadline: deadline)
    }

    /// Asks about the engine's host (API 1.41, `SystemInfo`); slow, some 11 ms, so ask only where it matters.
    ///
    /// - Throws: `EngineError`.
    public func hostInfo() async throws(EngineError) -> HostInfo {
        try await transport.value(of: EngineRequest(.get, "/info", deadline: deadline))
    }
}
