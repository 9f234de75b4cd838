public import JSONReading

/// What a health check says (API 1.41, `Health`); read it only while the container is `running`.
public struct Health: Equatable, Sendable {
    /// The verdict; stop and pause set it to unhealthy.
    public var status = HealthStatus()
    /// Failures in a row.
    public var failingStreak = 0
    /// The last five checks, oldest first.
    public var log: [HealthcheckResult] = []

    enum CodingKeys: String, CodingKey {
        case status = "Status"
        case failingStreak = "FailingStreak"
        case log = "Log"
    }
}

extension Health: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        status = try members.orZero(.status)
        failingStreak = try members.orZero(.failingStreak)
        log = try members.orZero(.log)
    }
}
