extension HostConfig {
    /// Devices that a driver hands out, such as graphics cards (API 1.40, `DeviceRequest`).
    public struct DeviceRequest: Codable, Equatable, Sendable {
        /// The driver; empty is whichever can do it.
        @OmitEmpty public var driver = ""
        /// How many; -1 is all, 0 where ids are given.
        @OmitEmpty public var count = 0
        /// The devices' ids.
        @OmitEmpty public var deviceIDs: [String] = []
        /// Capabilities: one of these lists has to be met as a whole.
        @OmitEmpty public var capabilities: [[String]] = []
        /// The driver's options.
        @OmitEmpty public var options: [String: String] = [:]

        /// Makes a request for nothing yet.
        public init() {}

        enum CodingKeys: String, CodingKey {
            case driver = "Driver"
            case count = "Count"
            case deviceIDs = "DeviceIDs"
            case capabilities = "Capabilities"
            case options = "Options"
        }
    }
}
