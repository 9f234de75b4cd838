public import JSONReading

/// A message of a pull or a build (API 1.41, `CreateImageInfo`, `BuildInfo`).
public struct PullProgress: Equatable, Sendable {
    /// How much of a layer is there.
    public struct Detail: Equatable, Sendable {
        /// Bytes so far; `nil` if the engine does not count.
        public var current: Int64?
        /// Bytes in all; `nil` if the engine does not know.
        public var total: Int64?

        enum CodingKeys: String, CodingKey {
            case current
            case total
        }
    }

    /// What happens, such as `Downloading`.
    public var status = ""
    /// The layer, or the tag; empty for a message about the whole.
    public var id = ""
    /// How far it is.
    public var detail: Detail?
    /// What a build prints.
    public var output = ""

    enum CodingKeys: String, CodingKey {
        case status
        case id
        case detail = "progressDetail"
        case output = "stream"
    }
}

extension PullProgress.Detail: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        current = try members.optional(.current)
        total = try members.optional(.total)
    }
}

extension PullProgress: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        status = try members.orZero(.status)
        id = try members.orZero(.id)
        detail = try members.optional(.detail)
        output = try members.orZero(.output)
    }
}
