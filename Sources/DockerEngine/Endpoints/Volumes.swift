import JSONReading

extension EngineClient {
    /// The calls for volumes.
    public var volumes: Volumes { Volumes(client: self) }

    /// The calls for volumes, which are known by name.
    public struct Volumes: Sendable {
        let client: EngineClient

        func path(_ name: String) -> String { "/volumes/" + PercentEncoding.encode(name) }
    }
}

extension EngineClient.Volumes {
    /// Lists volumes (API 1.41, `VolumeList`).
    public func list(filters: EngineFilters = EngineFilters()) async throws(EngineError) -> [Volume] {
        let answer: VolumeListAnswer = try await client.transport.value(
            of: EngineRequest(.get, "/volumes", query: filters.query, deadline: client.deadline)
        )
        return answer.volumes
    }

    /// Reads one volume (API 1.41, `VolumeInspect`).
    public func inspect(_ name: String) async throws(EngineError) -> Volume {
        try await client.transport.value(of: EngineRequest(.get, path(name), deadline: client.deadline))
    }

    /// Makes a volume, or returns the one that has the name already, unchanged (API 1.41, `VolumeCreate`).
    ///
    /// Compare labels and options with those that were sent to see whose it is.
    public func create(_ body: VolumeCreate) async throws(EngineError) -> Volume {
        try await client.transport.value(
            of: EngineRequest(.post, "/volumes/create", json: body, deadline: client.deadline)
        )
    }

    /// Removes a volume and what is in it; refused while any container has it (API 1.41, `VolumeDelete`).
    ///
    /// - Parameters:
    ///   - name: The volume.
    ///   - force: Whether a missing volume is no error.
    /// - Throws: `EngineError`.
    public func remove(_ name: String, force: Bool = false) async throws(EngineError) {
        let query = force ? [EngineRequest.QueryItem("force", "1")] : []
        try await client.transport.answer(
            to: EngineRequest(.delete, path(name), query: query, deadline: client.deadline)
        )
    }
}

private struct VolumeListAnswer: JSONReadable {
    let volumes: [Volume]

    enum CodingKeys: String, CodingKey {
        case volumes = "Volumes"
    }

    init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        volumes = try members.orZero(.volumes)
    }
}
