import ManifoldPlan
import ManifoldResources

/// The taking back of changes that failed: within a change in reverse order, across changes what waited goes first.
struct Rollback {
    private var begun: Set<ResourceAddress> = []
    private var waiting: [ResourceAddress: Set<Int>] = [:]
    private var running: Set<Int> = []
    private var failed: Set<ResourceAddress> = []

    /// Sets out to take the steps at some positions back; a change is taken back once.
    mutating func begin(_ change: ResourceAddress, _ positions: [Int]) {
        guard !positions.isEmpty, begun.insert(change).inserted else { return }
        waiting[change] = Set(positions)
    }

    /// The next step to take back, if one may be now.
    mutating func next(in graph: StepGraph) -> Int? {
        let open = waiting.values.reduce(running) { $0.union($1) }
        for position in open.subtracting(running).sorted(by: >) {
            let change = graph.steps[position].group
            let later = open.filter { $0 > position }
            let isFree =
                !later.contains { graph.steps[$0].group == change }
                && later.isDisjoint(with: graph.everything(waitingFor: position))
            guard isFree else { continue }
            waiting[change]?.remove(position)
            running.insert(position)
            return position
        }
        return nil
    }

    /// Notes how the taking back of one step ended; the others of its change are taken back all the same.
    mutating func finish(_ position: Int, of change: ResourceAddress, failed isFailure: Bool) {
        running.remove(position)
        if isFailure { failed.insert(change) }
    }

    /// Changes whose earlier state is back.
    var complete: Set<ResourceAddress> {
        begun.subtracting(incomplete)
    }

    /// Changes of which something could not be taken back, or never was.
    var incomplete: Set<ResourceAddress> {
        failed.union(waiting.filter { !$0.value.isEmpty }.keys)
    }
}
