import DockerEngine
import ManifoldExecution
import Synchronization

/// Waits for containers: until one is healthy or runs steadily, or until a job has come to its end.
final class ReadinessWatch: Sendable {
    private let client: EngineClient
    private let isCancelled: @Sendable () -> Bool
    private let clock = ContinuousClock()
    private let ended = Mutex<Set<String>>([])

    /// How long a container without a health check has to run before it counts as started.
    private static let settling = Duration.milliseconds(500)
    /// How long a job may take.
    private static let jobLimit = Duration.seconds(3600)
    /// The first look comes soon, the later ones less often.
    private static let firstPause = Duration.milliseconds(50)
    private static let longestPause = Duration.milliseconds(400)

    init(client: EngineClient, isCancelled: @escaping @Sendable () -> Bool) {
        self.client = client
        self.isCancelled = isCancelled
    }

    /// Containers that ended with exit code 0 while they were waited for.
    var completed: Set<String> { ended.withLock { $0 } }

    func awaitReady(_ id: String) async throws {
        let began = clock.now
        var restartsSeen: Int?
        var steadySince: (pid: Int, since: ContinuousClock.Instant)?
        try await poll(id) { container, now in
            let state = container.state
            let firstCount = restartsSeen ?? container.restartCount
            restartsSeen = firstCount
            // A crash loop looks running or restarting, depending on the instant; the count tells.
            if container.restartCount - firstCount >= 3 { throw try await self.failure(container, "keeps crashing") }
            switch state.status {
            case .running:
                if let health = state.health {
                    if health.status == .healthy { return true }
                    if health.status == .unhealthy, !health.isUndecided {
                        throw try await self.failure(container, "is unhealthy")
                    }
                    break
                }
                if steadySince?.pid != state.pid { steadySince = (state.pid, now) }
                if let steadySince, now - steadySince.since >= Self.settling { return true }
            case .exited where state.exitCode == 0 && !container.restartsAfterSuccess:
                self.ended.withLock { _ = $0.insert(container.id) }
                return true
            case .exited, .dead:
                throw try await self.failure(container, "exited with code \(state.exitCode)")
            default: break
            }
            if now - began > container.readinessLimit {
                throw try await self.failure(container, "is not healthy after \(now - began)")
            }
            return false
        }
    }

    func awaitCompleted(_ id: String) async throws {
        let began = clock.now
        try await poll(id) { container, now in
            let state = container.state
            if state.status == .exited {
                if state.exitCode == 0 {
                    // Who waits for the job may be removed by hand some day; the record knows of its end all the same.
                    self.ended.withLock { _ = $0.insert(container.id) }
                    return true
                }
                throw try await self.failure(container, "exited with code \(state.exitCode)")
            }
            if container.restartCount >= 3 { throw try await self.failure(container, "keeps failing") }
            if now - began > Self.jobLimit { throw try await self.failure(container, "is still running after an hour") }
            return false
        }
    }

    /// Looks at a container again and again until `isDone` says so or throws.
    private func poll(
        _ id: String,
        until isDone: (ContainerInspect, ContinuousClock.Instant) async throws -> Bool
    ) async throws {
        var pause = Self.firstPause
        while true {
            if try await isDone(try await client.containers.inspect(id), clock.now) { return }
            if isCancelled() { throw OperationFailure("called off while waiting") }
            try await clock.sleep(for: pause)
            pause = min(pause * 2, Self.longestPause)
        }
    }

    /// A failure with what helps to find its cause: the last health check and the last lines of output.
    private func failure(_ container: ContainerInspect, _ what: String) async throws -> OperationFailure {
        let name = container.name.drop { $0 == "/" }
        var details: [String] = []
        if !container.state.error.isEmpty { details.append(container.state.error) }
        if let check = container.state.health?.log.last {
            let output = check.output.split(separator: "\n").suffix(5).map { String($0) }
            details.append("last health check exited with code \(check.exitCode)" + (output.isEmpty ? "" : ":"))
            details += output
        }
        let output = try? await client.containers.logs(container.id, tail: 10, tty: container.config.tty)
        let lines = (output ?? "").split(separator: "\n").suffix(10).map { String($0) }
        if !lines.isEmpty { details += ["last output:"] + lines }
        return OperationFailure("container \(name) \(what)", details: details)
    }
}

extension ContainerInspect {
    /// Whether the engine starts the container again although it ended well.
    fileprivate var restartsAfterSuccess: Bool {
        hostConfig.restartPolicy.name == "always" || hostConfig.restartPolicy.name == "unless-stopped"
    }

    /// How long a container may take to be ready: what its own health check allows, and half a minute on top.
    fileprivate var readinessLimit: Duration {
        let check = config.healthcheck ?? ContainerConfig.Healthcheck()
        // Where the check leaves a value out the engine takes 30 s, 30 s and 3.
        let interval = check.interval == 0 ? 30_000_000_000 : check.interval
        let timeout = check.timeout == 0 ? 30_000_000_000 : check.timeout
        let retries = Int64(check.retries == 0 ? 3 : check.retries)
        return .nanoseconds(check.startPeriod + (interval + timeout) * (retries + 1)) + .seconds(30)
    }
}
