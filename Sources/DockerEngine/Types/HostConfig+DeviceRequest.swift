public import JSONReading

extension HostConfig {
    /// Devices that a driver hands out, such as graphics cards (API 1.40, `DeviceRequest`).
    public struct DeviceRequest: Encodable, Equatable, Sendable {
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

extension HostConfig.DeviceRequest: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        driver = try members.orZero(.driver)
        count = try members.orZero(.count)
        deviceIDs = try members.orZero(.deviceIDs)
        capabilities = try members.orZero(.capabilities)
        options = try members.orZero(.options)
    }
}
