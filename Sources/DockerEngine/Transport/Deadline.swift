import Synchronization

/// When a call counts as lost.
struct Deadline: Sendable {
    let duration: Duration
    /// Whether the time starts anew with each part of the answer.
    let restartsWithProgress: Bool

    static func total(_ duration: Duration) -> Deadline { Deadline(duration: duration, restartsWithProgress: false) }
    static func silence(_ duration: Duration) -> Deadline { Deadline(duration: duration, restartsWithProgress: true) }

    /// Runs `work` until it ends or the time is over, whichever is first; then `work` is cancelled.
    ///
    /// - Parameters:
    ///   - clock: What measures the time.
    ///   - call: What errors name.
    ///   - work: Gets a function to call at each sign of life.
    /// - Returns: What `work` gave.
    /// - Throws: What `work` gave, or `deadlinePassed`.
    func enforce<Answer: Sendable>(
        on clock: some Clock<Duration>,
        for call: EngineError.Call,
        _ work: @escaping @Sendable (_ touch: @escaping @Sendable () -> Void) async -> Result<Answer, EngineError>
    ) async throws(EngineError) -> Answer {
        let latest = LatestInstant(clock.now)
        let result = await withTaskGroup(of: Result<Answer, EngineError>.self) { group in
            group.addTask {
                await work { latest.set(clock.now) }
            }
            group.addTask {
                await .failure(expire(on: clock, after: latest, for: call))
            }
            let first = await group.next()
            group.cancelAll()
            return first
        }
        guard let result else { preconditionFailure("a group with two tasks gives a result") }
        return try result.get()
    }

    private func expire<C: Clock<Duration>>(
        on clock: C,
        after latest: LatestInstant<C.Instant>,
        for call: EngineError.Call
    ) async -> EngineError {
        var end = latest.value.advanced(by: duration)
        while true {
            do {
                try await clock.sleep(until: end, tolerance: nil)
            } catch {
                return .cancelled(call)
            }
            let newEnd = latest.value.advanced(by: duration)
            guard restartsWithProgress, newEnd > end else { return .deadlinePassed(call, after: duration) }
            end = newEnd
        }
    }
}

/// The instant of the last sign of life; written by the one task that reads the answer, read by the one that waits.
private final class LatestInstant<Instant: InstantProtocol>: Sendable {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) {
        self.instant = Mutex(instant)
    }

    var value: Instant { instant.withLock { $0 } }

    func set(_ newValue: Instant) {
        instant.withLock { $0 = newValue }
    }
}
