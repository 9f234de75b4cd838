import ManifoldResources

extension Lowering {
    /// Makes a network, or makes it anew: every container leaves it first, and joins again as part of its own change.
    mutating func lowerNetwork(_ network: NetworkDecision) {
        let id = network.desired.id
        let name = network.desired.name
        var before: Set<Step.ID> = []
        if network.outcome == .replace, let live = network.live {
            // Ids are random; only addresses and names give the same plan for the same state.
            let inOrder = facts.containers.sorted { ($0.address, $0.name) < ($1.address, $1.name) }
            for container in inOrder where container.isAttached(to: name) {
                let target = Step.Target.existing(id: container.id, name: container.name)
                let gone: Set<Step.ID> = removalSteps[container.id].map { [$0] } ?? []
                guard gone.isEmpty else {
                    before.formUnion(gone)
                    continue
                }
                let step = steps.add(container.address, .disconnect(target, network: name))
                detachSteps[Attachment(container: container.id, network: name)] = step
                before.insert(step)
            }
            before = [steps.add(id, .removeNetwork(id: live.id, name: live.name), after: before)]
        }
        guard network.outcome != .keep else { return }
        networkSteps[name] = steps.add(id, .createNetwork(id, name: name), after: before)
    }

    /// The steps after which a container is on its networks as wanted, besides the one it is created on.
    mutating func lowerEndpoints(_ decision: ContainerDecision, of live: LiveContainer<SealedText>) -> Set<Step.ID> {
        let target = Step.Target.existing(id: live.id, name: live.name)
        var last: Set<Step.ID> = []
        for network in decision.disconnects.union(decision.connects).sorted() {
            var after = Set([networkSteps[network]].compactMap { $0 })
            if let detached = detachSteps[Attachment(container: live.id, network: network)] {
                after.insert(detached)
            } else if decision.disconnects.contains(network) {
                after = [steps.add(decision.desired.id, .disconnect(target, network: network), after: after)]
            }
            if decision.connects.contains(network) {
                after = [
                    steps.add(
                        decision.desired.id,
                        .connect(decision.desired.id, target, network: network),
                        after: after
                    )
                ]
            }
            last.formUnion(after)
        }
        return last
    }
}

extension LiveContainer {
    func isAttached(to network: String) -> Bool {
        if case .map(let endpoints)? = fields["networks"] { endpoints[network] != nil } else { false }
    }
}
