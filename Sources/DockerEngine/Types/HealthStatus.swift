public import JSONReading

/// The verdict of a health check (API 1.41, `Health.Status`); an unknown word is kept as it is.
public struct HealthStatus: RawRepresentable, Hashable, Sendable {
    /// The engine's word.
    public var rawValue: String

    /// Makes a status from the engine's word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// There is no check.
    public static let none = HealthStatus(rawValue: "none")
    /// No check has succeeded yet, and not too many have failed.
    public static let starting = HealthStatus(rawValue: "starting")
    /// The last check succeeded.
    public static let healthy = HealthStatus(rawValue: "healthy")
    /// Too many checks failed in a row.
    public static let unhealthy = HealthStatus(rawValue: "unhealthy")
}

extension HealthStatus: Omittable {
    /// Makes an unknown status.
    public init() {
        self.init(rawValue: "")
    }
}

extension HealthStatus: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        self.init(rawValue: try String(json: json))
    }
}
