public import JSONReading

extension HostConfig {
    /// When the engine starts a container again (API 1.41, `RestartPolicy`).
    public struct RestartPolicy: Encodable, Equatable, Sendable, Omittable {
        /// `no`, `always`, `unless-stopped` or `on-failure`; empty means `no`, but changes nothing in an update.
        @OmitEmpty public var name = ""
        /// How often `on-failure` tries; 0 is for ever.
        @OmitEmpty public var maximumRetryCount = 0

        /// Makes the policy of a container that is not started again.
        public init() {}

        /// Makes a policy.
        public init(name: String, maximumRetryCount: Int = 0) {
            self.name = name
            self.maximumRetryCount = maximumRetryCount
        }

        enum CodingKeys: String, CodingKey {
            case name = "Name"
            case maximumRetryCount = "MaximumRetryCount"
        }
    }
}

extension HostConfig.RestartPolicy: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        name = try members.orZero(.name)
        maximumRetryCount = try members.orZero(.maximumRetryCount)
    }
}
