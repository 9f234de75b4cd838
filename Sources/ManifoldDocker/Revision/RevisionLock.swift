import Synchronization
package import ManifoldPlan
import DockerEngine
package import ManifoldResources

/// The right to change one system, held by being the highest revision; who is exceeded stops by himself.
package final class RevisionLock: Sendable {
    private let store: RevisionStore
    private let holder: LockHolder
    private let held: Mutex<Held>

    private struct Held {
        var number: Int
        var record: RevisionRecord
    }

    init(store: RevisionStore, holder: LockHolder, number: Int, record: RevisionRecord) {
        self.store = store
        self.holder = holder
        held = Mutex(Held(number: number, record: record))
    }

    /// Whether the lock is still ours: our number is there and the highest.
    func isHeld() async throws(EngineError) -> Bool {
        let number = held.withLock(\.number)
        return try await store.list().last?.number == number
    }

    /// Writes down, before anything is done, what the apply is about to change in place and what is to be there after it.
    package func announce(
        _ plan: Plan,
        for desired: DesiredSystem,
        given facts: SealedFacts,
        adopting adopts: Bool = false,
        from source: String?
    ) async throws(SessionProblem) {
        try await advance { record in
            record.isFinished = false
            record.source = source ?? record.source
            // What the plan leaves out is a member, or none, as before.
            let leftOut = Set(plan.leftOut)
            let kept = record.members.filter { ResourceAddress($0).map(leftOut.contains) ?? false }
            record.members =
                desired.ordered.filter { !$0.isExternal && !leftOut.contains($0.id) }.map(\.id.description) + kept
            let present = Set(facts.containers.map(\.id))
            record.inPlace = record.inPlace.filter { present.contains($0.key) }
            record.completed = record.completed.filter { present.contains($0) }
            let takenOver = adopts ? facts.containers.filter { $0.maker == .compose }.map(\.id) : record.adopted
            record.adopted = takenOver.filter { present.contains($0) && !plan.removes($0) }.sorted()
            record.remadeNetworks = facts.networks.filter { !$0.isLabelled }.map(\.id).sorted()
            record.noteVolumes(facts.volumes, leavingOut: leftOut)
            let images = desired.engineNames(of: .image)
            record.pulled = record.pulled.filter { images.contains($0.key) }
            for (container, fields) in plan.fieldsChangedInPlace(for: desired) {
                for (name, value) in fields { record.note(value, of: name, on: container) }
            }
        }
    }

    /// Gives the lock back; `completed` are containers that came to their own good end meanwhile, `jobs` all that have
    /// run when the apply has come to its end but for those that it was `leavingOut`, `contents` what was written into
    /// containers and is known to their processes, `pulled` the times of pulls that are to be remembered, `madeVolumes` those
    /// at which volumes were made.
    package func release(
        isFinished: Bool,
        completed: Set<String> = [],
        jobs: [ResourceAddress: JobRun]? = nil,
        leavingOut leftOut: [ResourceAddress] = [],
        contents: [String: SealedFields] = [:],
        pulled: [String: Int64] = [:],
        madeVolumes: [ResourceAddress: Int64] = [:]
    ) async throws(SessionProblem) {
        try await advance { record in
            record.isFinished = record.isFinished || isFinished
            if record.isFinished { record.remadeNetworks = [] }
            if let jobs {
                // Of what the apply left out nothing new is known.
                let old = record.jobs.filter { key, _ in leftOut.contains { $0.description == key } }
                let new = jobs.filter { !leftOut.contains($0.key) }.map { ($0.key.description, $0.value) }
                record.jobs = old.merging(new) { $1 }
            }
            for (container, fields) in contents {
                for (name, value) in fields { record.note(value, of: name, on: container) }
            }
            record.completed = Set(record.completed).union(completed).sorted()
            record.pulled.merge(pulled) { $1 }
            record.volumes.merge(madeVolumes.map { ($0.key.description, $0.value) }) { $1 }
            record.holder = nil
        }
        try await removeRevisions(upTo: held.withLock(\.number) - 1)
    }

    /// Gives the lock back together with the whole record, when nothing of the system is left.
    package func dissolve() async throws(SessionProblem) {
        try await removeRevisions(upTo: held.withLock(\.number))
    }

    private func advance(_ change: (inout RevisionRecord) -> Void) async throws(SessionProblem) {
        let current = held.withLock { $0 }
        var record = current.record.successor(holder: holder)
        change(&record)
        do {
            guard try await isHeld(), try await store.create(current.number + 1, record) else {
                throw SessionProblem("another apply has taken over the lock of `\(store.system)`", help: "plan again")
            }
        } catch {
            throw SessionProblem(any: error)
        }
        held.withLock { $0 = Held(number: current.number + 1, record: record) }
    }

    private func removeRevisions(upTo number: Int) async throws(SessionProblem) {
        do {
            // Lowest first: as long as ours is the highest of several, the system is held.
            for revision in try await store.list() where revision.number <= number {
                try await store.remove(revision.number)
            }
        } catch {
            throw SessionProblem(error)
        }
    }
}

extension RevisionRecord {
    /// Remembers when the volumes were made that are there; of what a plan leaves out nothing new is known.
    fileprivate mutating func noteVolumes(_ present: [LiveVolume<SealedText>], leavingOut leftOut: Set<ResourceAddress>)
    {
        volumes = volumes.filter { key, _ in ResourceAddress(key).map(leftOut.contains) ?? false }
        for volume in present {
            guard let address = volume.address, !leftOut.contains(address) else { continue }
            volumes[address.description] = volume.created
        }
    }
}
