extension Transport {
    /// Asks the engine who it is and remembers the answer.
    func ping(deadline: Deadline) async throws(EngineError) -> EngineInfo {
        let request = EngineRequest(.get, "/_ping", deadline: deadline, isVersioned: false)
        let head = try await answer(to: request).head
        guard let version = head.header("Api-Version").flatMap({ APIVersion($0) }) else {
            throw .undecodable(request.call, what: "no api version in the header `Api-Version`")
        }
        guard version >= .oldestSupported else {
            throw .unsupportedVersion(engine: version, oldestSupported: .oldestSupported)
        }
        let info = EngineInfo(
            apiVersion: min(version, .newestKnown),
            engineAPIVersion: version,
            engineVersion: head.header("Server").flatMap(EngineInfo.engineVersion(server:)),
            osType: head.header("Ostype")
        )
        self.info = info
        return info
    }

    /// What the engine said of itself, asked once.
    ///
    /// First calls that run side by side may each ask; that costs less than making them wait for one another.
    func negotiated(deadline: Deadline) async throws(EngineError) -> EngineInfo {
        if let info { return info }
        return try await ping(deadline: deadline)
    }
}
