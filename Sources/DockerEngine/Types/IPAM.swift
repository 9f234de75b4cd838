public import JSONReading

/// How a network gives out addresses (API 1.41, `IPAM`).
public struct IPAM: Encodable, Equatable, Sendable, Omittable {
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

extension IPAM: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        driver = try members.orZero(.driver)
        options = try members.orZero(.options)
        pools = try members.orZero(.pools)
    }
}
