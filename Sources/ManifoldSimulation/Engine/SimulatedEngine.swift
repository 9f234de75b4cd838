package import ManifoldExecution
package import ManifoldGraph
package import ManifoldPlan
package import ManifoldResources
import Synchronization

/// An engine in memory that follows a real one's rules where planner and executor rely on them.
package final class SimulatedEngine: OperationPerformer {
    private struct Session {
        var state: SimulatedState
        var faults = Faults.none
        var calls = 0
        var journal: [String] = []
    }

    private let session: Mutex<Session>

    /// - Parameters:
    ///   - specs: what operations name by address.
    ///   - images: references of the images that the engine has.
    ///   - seal: how records are made of what an object is made from.
    package init(
        specs: [ResourceAddress: ResourceSpec] = [:],
        images: [String] = [],
        seal: @escaping @Sendable (OpenFields) -> SealedFields
    ) {
        var state = SimulatedState(specs: specs, seal: seal)
        for image in images { state.addImage(image, SimulatedImage.plainDefaults) }
        session = Mutex(Session(state: state))
    }

    private init(_ state: SimulatedState) {
        session = Mutex(Session(state: state))
    }

    /// Another engine that holds the same, and goes its own way from here.
    package func fork() -> SimulatedEngine {
        SimulatedEngine(session.withLock { $0.state })
    }

    package func perform(
        _ operation: Step.Operation,
        resolving created: [Step.ID: String]
    ) throws(OperationFailure) -> String? {
        try session.withLock { session throws(OperationFailure) in
            session.calls += 1
            try session.faults.strike(session.calls, operation)
            let id = try session.state.carryOut(operation, resolving: created)
            session.journal.append(operation.journalLine)
            if session.calls == session.faults.death { throw Faults.dead }
            return id
        }
    }

    /// The operations that were carried out so far, as lines such as `start shop-web-1`.
    package var journal: [String] {
        session.withLock { $0.journal }
    }

    /// How many operations were asked for so far, refused ones included.
    package var calls: Int {
        session.withLock { $0.calls }
    }

    /// All that planning needs to know.
    package func facts() -> OpenFacts {
        session.withLock { $0.state.facts() }
    }

    /// The contents of configs and secrets that were written into a container, by path.
    package func files(of name: String) -> [String: FreeText] {
        session.withLock { $0.state.container(named: name)?.files ?? [:] }
    }

    /// Those that the container's process has read, when it began or was sent a signal.
    package func filesRead(by name: String) -> [String: FreeText] {
        session.withLock { $0.state.container(named: name)?.readFiles ?? [:] }
    }

    /// Everything that is not ours, as lines to compare.
    package var strangers: [String] {
        session.withLock { $0.state.strangers }
    }

    /// Begins an apply: the revision record names what it means to be there and what it changes in place, calls are
    /// counted and written down anew.
    package func beginApply(
        members: Set<ResourceAddress> = [],
        changing changed: [String: [FieldName: FieldValue<SealedText>?]] = [:],
        faults: Faults = .none
    ) {
        session.withLock { session in
            session.faults = faults
            session.calls = 0
            session.journal = []
            var revision = session.state.revision ?? RevisionFacts()
            revision.members = members
            revision.isFinished = false
            revision.remadeNetworks = Set(session.state.facts().networks.filter { !$0.isLabelled }.map(\.id))
            revision.volumes = session.state.volumeTimes
            for (id, fields) in changed { revision.inPlace[id, default: [:]].merge(fields) { $1 } }
            session.state.revision = revision
        }
    }

    /// Ends an apply, unless its process is dead; `contents` are what was written into containers and is known to their
    /// processes.
    package func endApply(succeeded: Bool, contents: [String: SealedFields] = [:]) {
        session.withLock { session in
            let isDead = session.faults.death.map { $0 <= session.calls } ?? false
            if !isDead { session.state.revision?.isFinished = succeeded }
            let times = session.state.volumeTimes
            if !isDead { session.state.revision?.volumes = times }
            for (id, fields) in contents where !isDead {
                session.state.revision?.inPlace[id, default: [:]].merge(fields.mapValues { .some($0) }) { $1 }
            }
            if session.state.revision?.isFinished == true { session.state.revision?.remadeNetworks = [] }
            session.faults = .none
        }
    }

    /// Takes the specs from a graph from now on.
    package func follow(_ graph: ResourceGraph) {
        session.withLock { session in
            session.state.specs = Dictionary(uniqueKeysWithValues: graph.ordered.map { ($0.id, $0.spec) })
            session.state.imageOrder = graph.ordered.map(\.id).filter { $0.kind == .image }
            session.state.dependencies = graph.ordered.reduce(into: [:]) { dependencies, resource in
                let services = resource.needs.keys.filter { $0.kind == .service }.map(\.name)
                dependencies[resource.id.name, default: []].formUnion(services)
            }
        }
    }

    /// Changes what the engine holds behind the back of whoever plans.
    func change<Value: Sendable>(
        _ body: (inout SimulatedState) throws(OperationFailure) -> Value
    ) throws(OperationFailure) -> Value {
        try session.withLock { session throws(OperationFailure) in try body(&session.state) }
    }
}

extension Faults {
    /// What anything gets for an answer once the process is dead.
    static let dead = OperationFailure("the process is dead", isLockLost: true)

    /// Fails where the faults say so.
    fileprivate func strike(_ call: Int, _ operation: Step.Operation) throws(OperationFailure) {
        if let death, call > death || call == death && !deathComesAfterEffect { throw Self.dead }
        if let lockLoss, call >= lockLoss { throw OperationFailure("another apply has taken over", isLockLost: true) }
        if refusedCalls.contains(call) { throw OperationFailure("call \(call) is refused") }
        let line = operation.journalLine
        if refusedOperations.contains(line) { throw OperationFailure("`\(line)` is refused") }
    }
}
