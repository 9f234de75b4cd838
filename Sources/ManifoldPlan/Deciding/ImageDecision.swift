import ManifoldGraph
import ManifoldResources

/// What is to become of one image, before it is lowered to steps.
struct ImageDecision {
    enum Outcome: Hashable {
        /// It is there, as far as anybody can tell the one that is wanted.
        case keep
        /// It is fetched, and has to be the one of this digest where the registry has said which that is.
        case pull(digest: String?)
        /// It is made from its context.
        case build
    }

    let desired: DesiredResource
    private(set) var outcome = Outcome.keep
    /// Whether it is only fetched where a container is made from it.
    private(set) var isOnDemand = false
    private(set) var reasons: [Reason] = []
    private(set) var notes: [Note] = []
    /// The image that the reference will mean; nil where that is known only once it is here.
    private(set) var result: ImageFacts<SealedText>?

    init(_ desired: DesiredResource, given facts: SealedFacts, _ inputs: BuildInputs) {
        self.desired = desired
        let present = facts.images[desired.name]
        let answer = facts.registry[desired.name]
        result = present
        if desired.isBuilt, isToBeBuilt(present, answer) {
            decideBuild(present, inputs)
        } else {
            decidePull(present, answer, successor: facts.successors[desired.name])
        }
    }

    /// Whether the image comes from its context rather than from a registry, which counts only where the manifest asks for
    /// it with a policy, and the registry has it.
    private func isToBeBuilt(_ present: ImageFacts<SealedText>?, _ answer: RegistryAnswer?) -> Bool {
        if case .digest? = answer { return false }
        guard desired.pullPolicy > .never, let present else { return true }
        // One that came from the registry stays what it is until somebody has another one.
        return present.record != nil || present.digests.isEmpty
    }

    private mutating func decideBuild(_ present: ImageFacts<SealedText>?, _ inputs: BuildInputs) {
        if let present {
            guard let record = present.record else {
                reasons.append(.inputsUnknown)
                return setBuild()
            }
            reasons += BuildComparison(desired: desired, record: record, inputs: inputs).reasons
            if !reasons.isEmpty { setBuild() }
        } else {
            reasons.append(.missing(.notBuilt))
            setBuild()
        }
    }

    private mutating func setBuild() {
        outcome = .build
        result = nil
    }

    private mutating func decidePull(
        _ present: ImageFacts<SealedText>?,
        _ answer: RegistryAnswer?,
        successor: ImageFacts<SealedText>?
    ) {
        guard let present else {
            guard desired.pullPolicy != .never else { return }
            isOnDemand = true
            reasons.append(.missing(.notPulled))
            switch answer {
            case .digest(let digest)?:
                outcome = .pull(digest: digest)
                reasons.append(.registryHas(digest: digest))
            case .unknown(let why)?:
                outcome = .pull(digest: nil)
                reasons.append(.knownAfterPull(why))
            case nil: outcome = .pull(digest: nil)
            }
            return
        }
        switch answer {
        case nil: return
        case .digest(let digest)?:
            guard !present.digests.contains(digest) else { return }
            outcome = .pull(digest: digest)
            reasons.append(.tagMoved(from: present.digests.min(), to: digest))
            result = successor
        case .unknown(let why)?:
            // What runs goes on with what is there; a new container is to have what the registry has.
            notes.append(.registryUnanswered(desired.id, why))
            outcome = .pull(digest: nil)
            isOnDemand = true
            reasons.append(.knownAfterPull(why))
        }
    }

    /// Whether containers that were made from what the reference meant so far are made anew.
    var replacesContainers: Bool { outcome != .keep && !isOnDemand }

    /// Whether nobody has it and nobody may fetch it.
    var isUnobtainable: Bool { outcome == .keep && result == nil }

    /// What the change is called; nil where nothing is done.
    var action: Action? {
        switch outcome {
        case .keep: nil
        case .pull: .pull
        case .build: .build
        }
    }
}

extension [ImageDecision] {
    /// The same without what is done only on demand and nobody demands.
    func demanded(by containers: [ContainerDecision]) -> [ImageDecision] {
        let references = Set(containers.filter(\.makesContainer).compactMap(\.desired.imageReference))
        return filter { !$0.isOnDemand || references.contains($0.desired.name) }
    }
}
