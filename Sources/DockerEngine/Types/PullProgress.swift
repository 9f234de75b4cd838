/// A message of a pull or a build (API 1.41, `CreateImageInfo`, `BuildInfo`).
public struct PullProgress: Decodable, Equatable, Sendable {
    /// How much of a layer is there.
    public struct Detail: Decodable, Equatable, Sendable {
        /// Bytes so far; `nil` if the engine does not count.
        public var current: Int64?
        /// Bytes in all; `nil` if the engine does not know.
        public var total: Int64?
    }

    /// What happens, such as `Downloading`.
    @OmitEmpty public var status = ""
    /// The layer, or the tag; empty for a message about the whole.
    @OmitEmpty public var id = ""
    /// How far it is.
    public var detail: Detail?
    /// What a build prints.
    @OmitEmpty public var output = ""

    enum CodingKeys: String, CodingKey {
        case status
        case id
        case detail = "progressDetail"
        case output = "stream"
    }
}
