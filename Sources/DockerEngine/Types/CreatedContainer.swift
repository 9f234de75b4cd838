public import JSONReading

/// The answer to the making of a container (API 1.41, `ContainerCreate`).
public struct CreatedContainer: Equatable, Sendable {
    /// The new container's id.
    public var id: String
    /// What the engine threw away or found odd; nothing else tells that a value was lost.
    public var warnings: [String] = []

    enum CodingKeys: String, CodingKey {
        case id = "Id"
        case warnings = "Warnings"
    }
}

extension CreatedContainer: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        id = try members.required(.id)
        warnings = try members.orZero(.warnings)
    }
}
