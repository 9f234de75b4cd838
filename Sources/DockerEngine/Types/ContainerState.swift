public import JSONReading

/// What a container does (API 1.41, `ContainerState`).
public struct ContainerState: Equatable, Sendable {
    /// The one word for it; prefer it to the flags, of which several can be true.
    public var status = ContainerStatus()
    /// Whether it runs; true also while paused or waiting to restart.
    public var isRunning = false
    /// Whether it is paused.
    public var isPaused = false
    /// Whether it waits for its next restart.
    public var isRestarting = false
    /// Whether the kernel killed it for want of memory.
    public var wasOOMKilled = false
    /// Whether the engine failed to remove it.
    public var isDead = false
    /// The host's id of its first process; 0 unless it runs.
    public var pid = 0
    /// How its last run ended; 128 to 137 have meanings of their own.
    public var exitCode = 0
    /// Why the last start failed; empty after a good one.
    public var error = ""
    /// When it last started.
    public var startedAt = EngineTime()
    /// When it last ended.
    public var finishedAt = EngineTime()
    /// What its health check says; `nil` without a check.
    public var health: Health?

    enum CodingKeys: String, CodingKey {
        case status = "Status"
        case isRunning = "Running"
        case isPaused = "Paused"
        case isRestarting = "Restarting"
        case wasOOMKilled = "OOMKilled"
        case isDead = "Dead"
        case pid = "Pid"
        case exitCode = "ExitCode"
        case error = "Error"
        case startedAt = "StartedAt"
        case finishedAt = "FinishedAt"
        case health = "Health"
    }
}

extension ContainerState: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        status = try members.orZero(.status)
        isRunning = try members.orZero(.isRunning)
        isPaused = try members.orZero(.isPaused)
        isRestarting = try members.orZero(.isRestarting)
        wasOOMKilled = try members.orZero(.wasOOMKilled)
        isDead = try members.orZero(.isDead)
        pid = try members.orZero(.pid)
        exitCode = try members.orZero(.exitCode)
        error = try members.orZero(.error)
        startedAt = try members.orZero(.startedAt)
        finishedAt = try members.orZero(.finishedAt)
        health = try members.optional(.health)
    }
}
