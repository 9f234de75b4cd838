/// The answer to the making of a network (API 1.41, `NetworkCreate`).
public struct CreatedNetwork: Decodable, Equatable, Sendable {
    /// The new network's id.
    public var id: String
    /// What the engine found odd; empty for nothing.
    @OmitEmpty public var warning = ""

    enum CodingKeys: String, CodingKey {
        case id = "Id"
        case warning = "Warning"
    }
}
