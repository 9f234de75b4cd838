public import JSONReading

/// One check of a container's health (API 1.41, `HealthcheckResult`).
public struct HealthcheckResult: Equatable, Sendable {
    /// When it began.
    public var start = EngineTime()
    /// When it ended.
    public var end = EngineTime()
    /// 0 healthy, 1 unhealthy, -1 it could not be run or took too long.
    public var exitCode = 0
    /// What it printed, at most 4096 bytes.
    public var output = ""

    enum CodingKeys: String, CodingKey {
        case start = "Start"
        case end = "End"
        case exitCode = "ExitCode"
        case output = "Output"
    }
}

extension HealthcheckResult: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        start = try members.orZero(.start)
        end = try members.orZero(.end)
        exitCode = try members.orZero(.exitCode)
        output = try members.orZero(.output)
    }
}
