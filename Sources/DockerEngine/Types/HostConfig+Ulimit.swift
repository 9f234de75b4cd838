public import JSONReading

extension HostConfig {
    /// A resource limit of a process (API 1.41, `Resources.Ulimits`).
    public struct Ulimit: Encodable, Equatable, Sendable {
        /// The limit's name without `RLIMIT_`, such as `nofile`.
        @OmitEmpty public var name = ""
        /// The limit in force; -1 is none.
        @OmitEmpty public var soft: Int64 = 0
        /// The highest the process may set it to; -1 is none.
        @OmitEmpty public var hard: Int64 = 0

        /// Makes a limit.
        public init(name: String, soft: Int64, hard: Int64) {
            self.name = name
            self.soft = soft
            self.hard = hard
        }

        enum CodingKeys: String, CodingKey {
            case name = "Name"
            case soft = "Soft"
            case hard = "Hard"
        }
    }
}

extension HostConfig.Ulimit: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        name = try members.orZero(.name)
        soft = try members.orZero(.soft)
        hard = try members.orZero(.hard)
    }
}
