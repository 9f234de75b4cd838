extension EngineClient {
    /// The calls for networks.
    public var networks: Networks { Networks(client: self) }

    /// The calls for networks; an id can be a full id, an unambiguous beginning of one, or a name.
    public struct Networks: Sendable {
        let client: EngineClient

        func path(_ id: String, _ verb: String = "") -> String {
            "/networks/" + PercentEncoding.encode(id) + verb
        }
    }
}

extension EngineClient.Networks {
    /// Lists networks; `NetworkInspect.containers` is always empty here (API 1.41, `NetworkList`).
    public func list(filters: EngineFilters = EngineFilters()) async throws(EngineError) -> [NetworkInspect] {
        try await client.transport.value(
            of: EngineRequest(.get, "/networks", query: filters.query, deadline: client.deadline)
        )
    }

    /// Reads all of one network (API 1.41, `NetworkInspect`).
    public func inspect(_ id: String) async throws(EngineError) -> NetworkInspect {
        try await client.transport.value(of: EngineRequest(.get, path(id), deadline: client.deadline))
    }

    /// Makes a network (API 1.41, `NetworkCreate`).
    public func create(_ body: NetworkCreate) async throws(EngineError) -> CreatedNetwork {
        try await client.transport.value(
            of: EngineRequest(.post, "/networks/create", json: body, deadline: client.deadline)
        )
    }

    /// Removes a network that no running container is in (API 1.41, `NetworkDelete`).
    public func remove(_ id: String) async throws(EngineError) {
        try await client.transport.answer(to: EngineRequest(.delete, path(id), deadline: client.deadline))
    }

    /// Puts a container into a network (API 1.41, `NetworkConnect`).
    ///
    /// - Parameters:
    ///   - id: The network.
    ///   - container: The container, running or not.
    ///   - endpoint: All that is asked for; nothing is kept of an endpoint that was there before.
    /// - Throws: `EngineError`.
    public func connect(
        _ id: String,
        container: String,
        endpoint: EndpointSettings
    ) async throws(EngineError) {
        let body = ConnectBody(container: container, endpoint: endpoint)
        try await client.transport.answer(
            to: EngineRequest(.post, path(id, "/connect"), json: body, deadline: client.deadline)
        )
    }

    /// Takes a container out of a network (API 1.41, `NetworkDisconnect`).
    ///
    /// - Parameters:
    ///   - id: The network; after it was replaced under a stopped container, only its name works.
    ///   - container: The container, running or not.
    ///   - force: Whether an endpoint is removed whose container is gone.
    /// - Throws: `EngineError`.
    public func disconnect(_ id: String, container: String, force: Bool = false) async throws(EngineError) {
        let body = DisconnectBody(container: container, force: force)
        try await client.transport.answer(
            to: EngineRequest(.post, path(id, "/disconnect"), json: body, deadline: client.deadline)
        )
    }
}

private struct ConnectBody: Encodable {
    let container: String
    let endpoint: EndpointSettings

    enum CodingKeys: String, CodingKey {
        case container = "Container"
        case endpoint = "EndpointConfig"
    }
}

private struct DisconnectBody: Encodable {
    let container: String
    let force: Bool

    enum CodingKeys: String, CodingKey {
        case container = "Container"
        case force = "Force"
    }
}
