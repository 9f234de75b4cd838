import ManifoldExecution
import ManifoldPlan
import ManifoldSimulation
import Synchronization

/// Performs nothing, but writes down what it is asked for, and fails where it is told to.
final class RecordingPerformer: OperationPerformer {
    private struct State {
        var performed: [String] = []
        var underWay = 0
        var peak = 0
    }

    private let state = Mutex(State())
    private let failures: [String: OperationFailure]
    private let during: @Sendable (String, RecordingPerformer) async -> Void

    /// Operations that fail are spelt as in the journal of the simulated engine; `during` happens while one is under way.
    init(
        failing failures: [String: OperationFailure] = [:],
        during: @escaping @Sendable (String, RecordingPerformer) async -> Void = { _, _ in }
    ) {
        self.failures = failures
        self.during = during
    }

    convenience init(failing first: String, _ others: String...) {
        let operations = [first] + others
        self.init(failing: Dictionary(uniqueKeysWithValues: operations.map { ($0, OperationFailure("refused")) }))
    }

    func perform(
        _ operation: Step.Operation,
        resolving created: [Step.ID: String]
    ) async throws(OperationFailure) -> String? {
        let line = operation.journalLine
        state.withLock { state in
            state.performed.append(line)
            state.underWay += 1
            state.peak = max(state.peak, state.underWay)
        }
        defer { state.withLock { $0.underWay -= 1 } }
        await during(line, self)
        if let failure = failures[line] { throw failure }
        if Task.isCancelled { throw OperationFailure("interrupted") }
        if case .createContainer(_, let name, _, _) = operation { return "id of \(name)" }
        return nil
    }

    /// Everything that was asked for, in order.
    var performed: [String] { state.withLock { $0.performed } }

    /// The greatest number of operations that were under way at once.
    var peak: Int { state.withLock { $0.peak } }
}

/// Waits until something holds, but not for ever; whether it does is for the test to say.
func wait(until condition: @Sendable () -> Bool) async {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(60)
    while !condition(), clock.now < deadline, !Task.isCancelled {
        do { try await clock.sleep(for: .milliseconds(1)) } catch { return }
    }
}

/// Collects the events of an execution.
final class EventLog: Sendable {
    private let state = Mutex<[ExecutionEvent]>([])

    func append(_ event: ExecutionEvent) {
        state.withLock { $0.append(event) }
    }

    var events: [ExecutionEvent] { state.withLock { $0 } }

    /// The events as lines: `began 1`, `finished 1`, `undid start web`.
    var lines: [String] {
        events.map { event in
            switch event {
            case .began(let step): "began \(step.id)"
            case .finished(let step, _, _): "finished \(step.id)"
            case .undid(let step, _): "undid \(step.id)"
            }
        }
    }
}

/// A switch that is off until somebody turns it on.
final class Switch: Sendable {
    private let state = Mutex(false)

    var isOn: Bool { state.withLock { $0 } }

    func turnOn() {
        state.withLock { $0 = true }
    }
}
