public import JSONReading

extension HostConfig {
    /// The weight of a device for block I/O (API 1.41, `Resources.BlkioWeightDevice`).
    public struct WeightedDevice: Encodable, Equatable, Sendable {
        /// The device's path.
        @OmitEmpty public var path = ""
        /// The weight, 10 to 1000.
        @OmitEmpty public var weight: Int64 = 0

        /// Makes a weight.
        public init(path: String, weight: Int64) {
            self.path = path
            self.weight = weight
        }

        enum CodingKeys: String, CodingKey {
            case path = "Path"
            case weight = "Weight"
        }
    }

    /// A limit of a device for block I/O (API 1.41, `ThrottleDevice`).
    public struct ThrottledDevice: Encodable, Equatable, Sendable {
        /// The device's path.
        @OmitEmpty public var path = ""
        /// Bytes or operations in a second.
        @OmitEmpty public var rate: Int64 = 0

        /// Makes a limit.
        public init(path: String, rate: Int64) {
            self.path = path
            self.rate = rate
        }

        enum CodingKeys: String, CodingKey {
            case path = "Path"
            case rate = "Rate"
        }
    }
}

extension HostConfig.WeightedDevice: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        path = try members.orZero(.path)
        weight = try members.orZero(.weight)
    }
}

extension HostConfig.ThrottledDevice: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        path = try members.orZero(.path)
        rate = try members.orZero(.rate)
    }
}
