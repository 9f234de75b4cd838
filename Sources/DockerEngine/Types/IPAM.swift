/// How a network gives out addresses (API 1.41, `IPAM`).
public struct IPAM: Codable, Equatable, Sendable, Omittable {
    /// The driver; empty is `default`.
    @OmitEmpty public var driver = ""
    /// The driver's options.
    @OmitEmpty public var options: [String: String] = [:]
    /// One pool for each address family; the engine picks what is missing.
    @OmitEmpty public var pools: [Pool] = []

    /// Makes address management that is left to the engine.
    public init() {}

    enum CodingKeys: String, CodingKey {
        case driver = "Driver"
        case options = "Options"
        case pools = "Config"
    }
}
