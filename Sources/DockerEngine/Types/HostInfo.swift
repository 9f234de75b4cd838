public import JSONReading

/// What the engine says of its host (API 1.41, `SystemInfo`), as far as it matters to containers' limits.
public struct HostInfo: Equatable, Sendable {
    /// Whether the kernel accounts for swap; where it does not, a limit on it is dropped and reads as -1.
    public var hasSwapLimit: Bool

    enum CodingKeys: String, CodingKey {
        case hasSwapLimit = "SwapLimit"
    }
}

extension HostInfo: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        hasSwapLimit = try members.required(.hasSwapLimit)
    }
}
