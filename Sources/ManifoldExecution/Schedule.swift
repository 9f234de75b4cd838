import ManifoldPlan
import ManifoldResources

/// Which steps may begin, which never will, and what has to be taken back: all that the executor decides, without any waiting.
///
/// A change whose steps can be taken back is all or nothing until it is accepted. When one of its steps does not succeed,
/// none of its other steps begins, what waits for any of them never begins either, and those that succeeded are taken back.
struct Schedule {
    /// Something to hand to the performer.
    enum Job {
        case step(Step)
        case undo(Step)
    }

    /// What may still begin.
    private enum Mode {
        case everything
        /// Only the taking back of changes that are half done.
        case undosOnly
        /// Not even that: the system belongs to somebody else by now.
        case nothing
    }

    private let graph: StepGraph
    private let failFast: Bool
    private var mode = Mode.everything
    private var outcomes: [Outcome?]
    /// For each position how many of the steps it waits for have not succeeded yet.
    private var missing: [Int]
    /// Positions that may begin, the first one last.
    private var ready: [Int]
    private var running: Set<Int> = []
    private var unsuccessful: Set<ResourceAddress> = []
    private var rollback = Rollback()
    private var news: [Int] = []

    init(_ steps: [Step], failFast: Bool) {
        graph = StepGraph(steps)
        self.failFast = failFast
        outcomes = Array(repeating: nil, count: steps.count)
        missing = steps.map(\.after.count)
        ready = steps.indices.filter { steps[$0].after.isEmpty }.reversed()
    }

    /// The next thing that may begin now: taking back goes first, steps follow in the order of their numbers.
    mutating func next() -> Job? {
        if mode != .nothing, let position = rollback.next(in: graph) { return .undo(graph.steps[position]) }
        guard mode == .everything, let position = ready.popLast() else { return nil }
        running.insert(position)
        return .step(graph.steps[position])
    }

    /// Whether not even taking back is allowed any more.
    var isAbandoned: Bool { mode == .nothing }

    /// Notes how a step ended that had begun.
    mutating func finish(_ step: Step, _ outcome: Outcome) {
        let position = graph.position(of: step.id)
        running.remove(position)
        settle(position, outcome)
        switch outcome {
        case .succeeded:
            release(graph.dependants[position])
        case .failed(let failure) where failure.isLockLost:
            abandon()
        case .failed:
            skip(whatFailsWith: position, because: step.id)
            if failFast { stop() }
        case .skipped, .cancelled:
            stop()
        }
        considerUndoing(step.group)
    }

    /// Notes how the taking back of a step ended.
    mutating func finishUndo(_ step: Step, _ failure: OperationFailure?) {
        rollback.finish(graph.position(of: step.id), of: step.group, failed: failure != nil)
        if failure?.isLockLost == true { abandon() }
    }

    /// Begins nothing new; changes that are half done are taken back.
    mutating func stop() {
        guard mode == .everything else { return }
        mode = .undosOnly
        cancelTheRest()
    }

    /// Begins nothing at all any more, taking back included.
    private mutating func abandon() {
        mode = .nothing
        cancelTheRest()
    }

    /// Steps that were settled without having begun since the last call, in order.
    mutating func takeNews() -> [(step: Step, outcome: Outcome)] {
        defer { news.removeAll() }
        return news.sorted().compactMap { position in outcomes[position].map { (graph.steps[position], $0) } }
    }

    /// What has come of the plan.
    func report(created: [Step.ID: String]) -> ExecutionReport {
        let settled = zip(graph.steps, outcomes).map { step, outcome in (step.id, outcome ?? .cancelled) }
        return ExecutionReport(
            outcomes: Dictionary(uniqueKeysWithValues: settled),
            rolledBack: changes(in: rollback.complete),
            leftHalfDone: changes(in: rollback.incomplete),
            created: created
        )
    }
}

extension Schedule {
    /// The changes that are taken back together as one of some groups.
    private func changes(in groups: Set<ResourceAddress>) -> Set<ResourceAddress> {
        Set(graph.steps.filter { groups.contains($0.group) }.map(\.change))
    }

    private mutating func settle(_ position: Int, _ outcome: Outcome) {
        outcomes[position] = outcome
        if outcome != .succeeded { unsuccessful.insert(graph.steps[position].group) }
    }

    private mutating func release(_ positions: [Int]) {
        for position in positions {
            missing[position] -= 1
            guard missing[position] == 0, outcomes[position] == nil else { continue }
            let place = ready.firstIndex { $0 < position } ?? ready.endIndex
            ready.insert(position, at: place)
        }
    }

    /// Skips everything that can no longer begin because the step at a position did not succeed, or does not last.
    private mutating func skip(whatFailsWith position: Int, because cause: Step.ID) {
        var work = [position]
        var touched: Set<ResourceAddress> = []
        while let next = work.popLast() {
            var affected = graph.dependants[next]
            let change = graph.steps[next].group
            if isAllOrNothing(change) {
                let members = graph.positions(of: change)
                affected += members + members.flatMap { graph.dependants[$0] }
            }
            for position in affected where outcomes[position] == nil && !running.contains(position) {
                settle(position, .skipped(because: cause))
                news.append(position)
                work.append(position)
                touched.insert(graph.steps[position].group)
            }
        }
        ready.removeAll { outcomes[$0] != nil }
        for change in touched { considerUndoing(change) }
    }

    private mutating func cancelTheRest() {
        ready.removeAll()
        var touched: Set<ResourceAddress> = []
        for position in graph.steps.indices where outcomes[position] == nil && !running.contains(position) {
            settle(position, .cancelled)
            news.append(position)
            touched.insert(graph.steps[position].group)
        }
        for change in touched { considerUndoing(change) }
    }

    /// Begins to take a change back once it is known to be unsuccessful and none of its steps is under way any more.
    private mutating func considerUndoing(_ change: ResourceAddress) {
        guard unsuccessful.contains(change), isAllOrNothing(change) else { return }
        let members = graph.positions(of: change)
        guard members.allSatisfy({ outcomes[$0] != nil }) else { return }
        let undone = members.filter { outcomes[$0] == .succeeded && graph.steps[$0].undo != nil }
        rollback.begin(change, undone)
    }

    /// Whether a failure in a change takes all of it back: it has a way back, and it is not accepted yet.
    ///
    /// Once all that is left of a change is to remove what it has replaced, that may be gone already or half gone.
    private func isAllOrNothing(_ change: ResourceAddress) -> Bool {
        graph.canUndo(change)
            && graph.positions(of: change)
                .contains {
                    !graph.steps[$0].operation.isRemoval && outcomes[$0] != .succeeded
                }
    }
}
