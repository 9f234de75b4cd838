public import JSONReading

extension HostConfig {
    /// A device of the host inside a container (API 1.41, `DeviceMapping`).
    public struct DeviceMapping: Encodable, Equatable, Sendable {
        /// The device's path on the host.
        @OmitEmpty public var pathOnHost = ""
        /// The path in the container.
        @OmitEmpty public var pathInContainer = ""
        /// Some of `r`, `w`, `m`; the container does not start where it is empty.
        @OmitEmpty public var cgroupPermissions = ""

        /// Makes a mapping with all permissions.
        public init(pathOnHost: String, pathInContainer: String, cgroupPermissions: String = "rwm") {
            self.pathOnHost = pathOnHost
            self.pathInContainer = pathInContainer
            self.cgroupPermissions = cgroupPermissions
        }

        enum CodingKeys: String, CodingKey {
            case pathOnHost = "PathOnHost"
            case pathInContainer = "PathInContainer"
            case cgroupPermissions = "CgroupPermissions"
        }
    }
}

extension HostConfig.DeviceMapping: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        pathOnHost = try members.orZero(.pathOnHost)
        pathInContainer = try members.orZero(.pathInContainer)
        cgroupPermissions = try members.orZero(.cgroupPermissions)
    }
}
