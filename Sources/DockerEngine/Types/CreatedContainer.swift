/// The answer to the making of a container (API 1.41, `ContainerCreate`).
public struct CreatedContainer: Decodable, Equatable, Sendable {
    /// The new container's id.
    public var id: String
    /// What the engine threw away or found odd; nothing else tells that a value was lost.
    @OmitEmpty public var warnings: [String] = []

    enum CodingKeys: String, CodingKey {
        case id = "Id"
        case warnings = "Warnings"
    }
}
