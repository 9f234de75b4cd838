/// What the engine says of its host (API 1.41, `SystemInfo`), as far as it matters to containers' limits.
public struct HostInfo: Decodable, Equatable, Sendable {
    /// Whether the kernel accounts for swap; where it does not, a limit on it is dropped and reads as -1.
    public var hasSwapLimit: Bool

    enum CodingKeys: String, CodingKey {
        case hasSwapLimit = "SwapLimit"
    }
}
