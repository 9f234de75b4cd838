public import JSONReading

extension HostConfig {
    /// Where a container's output goes (API 1.41, `HostConfig.LogConfig`).
    public struct LogConfig: Encodable, Equatable, Sendable, Omittable {
        /// The log driver; empty is the engine's default.
        @OmitEmpty public var type = ""
        /// The driver's options; the engine's own are merged in where the driver is the same.
        @OmitEmpty public var options: [String: String] = [:]

        /// Makes the engine's default.
        public init() {}

        /// Makes a log configuration.
        public init(type: String, options: [String: String] = [:]) {
            self.type = type
            self.options = options
        }

        enum CodingKeys: String, CodingKey {
            case type = "Type"
            case options = "Config"
        }
    }
}

extension HostConfig.LogConfig: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        type = try members.orZero(.type)
        options = try members.orZero(.options)
    }
}
