import ManifoldGraph
import ManifoldPlan
import ManifoldResources

extension Step.Operation {
    /// The container that the operation acts on, unless it makes it.
    var target: Step.Target? {
        switch self {
        case .putFiles(_, let target), .connect(_, let target, _), .disconnect(let target, _), .start(let target),
            .rewriteFiles(_, let target, _), .stop(let target), .unpause(let target), .signal(let target, _),
            .rename(let target, _), .update(let target, _),
            .remove(let target), .awaitReady(let target), .awaitCompleted(let target):
            target
        default: nil
        }
    }

    var createsContainer: Bool {
        if case .createContainer = self { true } else { false }
    }

    var isObservation: Bool {
        switch self {
        case .awaitReady, .awaitCompleted: true
        default: false
        }
    }

    /// Whether the operation completes a container that a step has made, before it is started.
    func prepares(_ maker: Step.ID) -> Bool {
        switch self {
        case .putFiles(_, .created(maker, _)), .connect(_, .created(maker, _), _): true
        default: false
        }
    }

    /// Whether taking the operation back is what keeps the old container's name and run state.
    var needsUndo: Bool {
        switch self {
        case .createContainer, .start, .stop, .rename: true
        default: false
        }
    }

    /// Whether a container has left a network after the operation.
    func takes(_ id: String, off network: String) -> Bool {
        switch self {
        case .disconnect(.existing(id, _), network), .remove(.existing(id, _)): true
        default: false
        }
    }
}

extension Step {
    /// Whether the step brings an instance as far as a need wants it, or sees that it is.
    func reaches(_ condition: Need.Condition, of address: ResourceAddress, given facts: OpenFacts) -> Bool {
        let ids = Set(facts.containers.filter { $0.address == address }.map(\.id))
        let isOfAddress =
            switch operation.target {
            case .existing(let id, _)?: ids.contains(id)
            case .created?: change == address
            case nil: false
            }
        guard isOfAddress else { return false }
        switch (condition, operation) {
        case (.started, .start), (.healthy, .awaitReady), (.completed, .awaitCompleted): return true
        default: return false
        }
    }
}
