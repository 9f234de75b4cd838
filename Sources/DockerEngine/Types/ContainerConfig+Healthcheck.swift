public import JSONReading

extension ContainerConfig {
    /// How the engine finds out whether a container is healthy (API 1.41, `HealthConfig`).
    public struct Healthcheck: Encodable, Equatable, Sendable {
        /// `CMD` or `CMD-SHELL` and words, `["NONE"]` for no check; empty takes the image's.
        @OmitEmpty public var test: [String] = []
        /// Nanoseconds between checks; 0 takes the image's, or 30 s.
        @OmitEmpty public var interval: Int64 = 0
        /// Nanoseconds that a check may take; 0 takes the image's, or 30 s.
        @OmitEmpty public var timeout: Int64 = 0
        /// Nanoseconds after the start in which failures do not count; 0 takes the image's, or none.
        @OmitEmpty public var startPeriod: Int64 = 0
        /// Nanoseconds between checks in the start period (API 1.44); an older engine drops it.
        @OmitEmpty public var startInterval: Int64 = 0
        /// Failures in a row that make a container unhealthy; 0 takes the image's, or 3.
        @OmitEmpty public var retries = 0

        /// Makes a health check; every duration is in nanoseconds.
        public init(
            test: [String] = [],
            interval: Int64 = 0,
            timeout: Int64 = 0,
            startPeriod: Int64 = 0,
            startInterval: Int64 = 0,
            retries: Int = 0
        ) {
            self.test = test
            self.interval = interval
            self.timeout = timeout
            self.startPeriod = startPeriod
            self.startInterval = startInterval
            self.retries = retries
        }

        enum CodingKeys: String, CodingKey {
            case test = "Test"
            case interval = "Interval"
            case timeout = "Timeout"
            case startPeriod = "StartPeriod"
            case startInterval = "StartInterval"
            case retries = "Retries"
        }
    }
}

extension ContainerConfig.Healthcheck: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        test = try members.orZero(.test)
        interval = try members.orZero(.interval)
        timeout = try members.orZero(.timeout)
        startPeriod = try members.orZero(.startPeriod)
        startInterval = try members.orZero(.startInterval)
        retries = try members.orZero(.retries)
    }
}
