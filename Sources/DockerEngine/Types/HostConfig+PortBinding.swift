public import JSONReading

extension HostConfig {
    /// An address of the host that a container's port is published on (API 1.41, `PortBinding`).
    public struct PortBinding: Encodable, Hashable, Sendable {
        /// The host's address; empty is every address of both families, which `0.0.0.0` is not.
        @OmitEmpty public var hostIP = ""
        /// A port, a range such as `8000-8010`, or empty or `0` for a free one that changes at every start.
        @OmitEmpty public var hostPort = ""

        /// Makes a binding.
        public init(hostIP: String = "", hostPort: String = "") {
            self.hostIP = hostIP
            self.hostPort = hostPort
        }

        enum CodingKeys: String, CodingKey {
            case hostIP = "HostIp"
            case hostPort = "HostPort"
        }
    }
}

extension HostConfig.PortBinding: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        hostIP = try members.orZero(.hostIP)
        hostPort = try members.orZero(.hostPort)
    }
}
