public import JSONReading

/// The answer to the making of a network (API 1.41, `NetworkCreate`).
public struct CreatedNetwork: Equatable, Sendable {
    /// The new network's id.
    public var id: String
    /// What the engine found odd; empty for nothing.
    public var warning = ""

    enum CodingKeys: String, CodingKey {
        case id = "Id"
        case warning = "Warning"
    }
}

extension CreatedNetwork: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        id = try members.required(.id)
        warning = try members.orZero(.warning)
    }
}
