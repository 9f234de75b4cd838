import ManifoldGraph
import ManifoldResources

/// What would come of replacing one resource and nothing else: the same consequences that a plan draws.
struct ReplacementEffects {
    private let desired: DesiredSystem
    private let containers: [ResourceAddress: LiveContainer<SealedText>]

    init(_ desired: DesiredSystem, _ facts: SealedFacts) {
        self.desired = desired
        containers = Dictionary(facts.containers.map { ($0.address, $0) }) { first, _ in first }
    }

    func effects(of resource: DesiredResource) -> [Explanation.Effect] {
        switch resource.id.kind {
        case .service: return effects(ofContainer: resource.id)
        case .network where !resource.isExternal:
            return containers.values.filter { $0.isAttached(to: resource.name) && $0.state.status == .running }
                .sorted { $0.address < $1.address }
                .map { effect(on: $0.address, .reconnect, because: resource.id) }
        case .network, .volume, .config, .secret, .image: return []
        }
    }

    /// The container itself, those that share something with it, and those that are restarted with either.
    private func effects(ofContainer id: ResourceAddress) -> [Explanation.Effect] {
        var effects = [effect(on: id, .replace, because: nil)]
        var begunAnew: [ResourceAddress: Action] = [id: .replace]
        // What is needed comes before what needs it, so one pass sees the whole chain.
        for other in desired.ordered where other.id.kind == .service && other.id != id {
            let holders = other.sharing.holders.compactMap { holder -> ResourceAddress? in
                guard case .service(let name) = holder else { return nil }
                return ResourceAddress(.service, name, replica: 1)
            }
            let followed = other.needs.filter { $0.value.restartsDependant && begunAnew[$0.key] != nil }.keys.min()
            if let holder = holders.filter({ begunAnew[$0] == .replace }).min() {
                effects.append(effect(on: other.id, .replace, because: holder))
                begunAnew[other.id] = .replace
            } else if let cause = followed ?? holders.filter({ begunAnew[$0] != nil }).min() {
                effects.append(effect(on: other.id, .restart, because: cause))
                begunAnew[other.id] = .restart
            }
        }
        return effects
    }

    private func effect(
        on id: ResourceAddress,
        _ action: Action,
        because cause: ResourceAddress?
    ) -> Explanation.Effect {
        let live = containers[id].flatMap { $0.state.status == .running ? $0 : nil }
        var outage: Outage?
        if let live, action != .reconnect {
            let others = desired.ordered.contains { other in
                other.id != id && other.id.withoutReplica == id.withoutReplica
                    && containers[other.id]?.state.status == .running
            }
            // Only the one that is replaced alone leaves the other instances running for sure.
            outage = Outage(of: live, isCovered: others && cause == nil)
        }
        let mild: Disruption = action == .reconnect && live != nil ? .connectionsDrop : .none
        return Explanation.Effect(
            id: id,
            action: action,
            because: cause,
            disruption: outage?.disruption ?? mild,
            outage: outage
        )
    }
}
