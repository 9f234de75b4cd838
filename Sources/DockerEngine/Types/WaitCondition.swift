/// What a wait for a container waits for (API 1.41, `ContainerWait`).
public enum WaitCondition: String, Sendable {
    /// That it does not run; true at once for a container that was never started.
    case notRunning = "not-running"
    /// That it ends the next time.
    case nextExit = "next-exit"
    /// That it is gone.
    case removed
}
