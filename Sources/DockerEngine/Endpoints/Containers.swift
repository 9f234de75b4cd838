import JSONReading

extension EngineClient {
    /// The calls for containers.
    public var containers: Containers { Containers(client: self) }

    /// The calls for containers; an id can be a full id, an unambiguous beginning of one, or a name.
    public struct Containers: Sendable {
        let client: EngineClient

        func path(_ id: String, _ verb: String = "") -> String {
            "/containers/" + PercentEncoding.encode(id) + verb
        }
    }
}

extension EngineClient.Containers {
    /// Lists containers (API 1.41, `ContainerList`).
    ///
    /// - Parameters:
    ///   - all: Whether containers that do not run are listed too.
    ///   - filters: What to list; everything by default.
    /// - Returns: The containers, newest first.
    /// - Throws: `EngineError`.
    public func list(
        all: Bool,
        filters: EngineFilters = EngineFilters()
    ) async throws(EngineError) -> [ContainerSummary] {
        let query = [EngineRequest.QueryItem("all", all ? "1" : "0")] + filters.query
        return try await client.transport.value(
            of: EngineRequest(.get, "/containers/json", query: query, deadline: client.deadline)
        )
    }

    /// Reads all of one container (API 1.41, `ContainerInspect`).
    public func inspect(_ id: String) async throws(EngineError) -> ContainerInspect {
        try await client.transport.value(of: EngineRequest(.get, path(id, "/json"), deadline: client.deadline))
    }

    /// Makes a container without starting it (API 1.41, `ContainerCreate`).
    ///
    /// The engine checks little here: many bad values pass and fail at the start.
    ///
    /// - Parameters:
    ///   - body: What it is made from.
    ///   - name: The name; `nil` lets the engine invent one.
    ///   - platform: `os[/arch[/variant]]` that the image has to have; `nil` takes any.
    /// - Returns: The new id, and a warning for each value that the engine threw away.
    /// - Throws: `EngineError`.
    public func create(
        _ body: ContainerCreate,
        name: String?,
        platform: String? = nil
    ) async throws(EngineError) -> CreatedContainer {
        let query = [("name", name), ("platform", platform)]
            .compactMap { key, value in
                value.map { EngineRequest.QueryItem(key, $0) }
            }
        return try await client.transport.value(
            of: EngineRequest(.post, "/containers/create", query: query, json: body, deadline: client.deadline)
        )
    }

    /// Changes limits and restart policy in place (API 1.41, `ContainerUpdate`); refused as a whole or done as a whole.
    ///
    /// - Parameters:
    ///   - id: The container.
    ///   - body: What to change.
    /// - Returns: The engine's warnings.
    /// - Throws: `EngineError`.
    public func update(_ id: String, _ body: ContainerUpdate) async throws(EngineError) -> [String] {
        let answer: ContainerUpdateAnswer = try await client.transport.value(
            of: EngineRequest(.post, path(id, "/update"), json: body, deadline: client.deadline)
        )
        return answer.warnings
    }

    /// Gives a container another name, also while it runs (API 1.41, `ContainerRename`).
    public func rename(_ id: String, to name: String) async throws(EngineError) {
        try await client.transport.answer(
            to: EngineRequest(
                .post,
                path(id, "/rename"),
                query: [EngineRequest.QueryItem("name", name)],
                deadline: client.deadline
            )
        )
    }

    /// Removes a container and never its volumes (API 1.41, `ContainerDelete`).
    ///
    /// - Parameters:
    ///   - id: The container.
    ///   - force: Whether a running container is killed first.
    /// - Throws: `EngineError`.
    public func remove(_ id: String, force: Bool = false) async throws(EngineError) {
        let query = force ? [EngineRequest.QueryItem("force", "1")] : []
        try await client.transport.answer(
            to: EngineRequest(.delete, path(id), query: query, deadline: client.deadline)
        )
    }
}

/// The answer to a container's update.
private struct ContainerUpdateAnswer: JSONReadable {
    let warnings: [String]

    enum CodingKeys: String, CodingKey {
        case warnings = "Warnings"
    }

    init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        warnings = try members.orZero(.warnings)
    }
}
