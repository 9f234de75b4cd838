import ManifoldResources

/// Ports and addresses that go from one container to another: whoever has one lets go of it before the next one takes it.
extension Lowering {
    /// Lets go of what another instance is to have; that cannot wait for its turn, since two may exchange what they have.
    ///
    /// A container that only gets another address leaves that network, when those that want its old one are prepared. An old
    /// container is stopped for new ones, and for those that have left their network already; others wait until its
    /// successor is accepted.
    mutating func lowerEarlyReleases() {
        guard containers.contains(where: { $0.live?.state.isUp == true && ($0.isReplaced || !$0.disconnects.isEmpty) })
        else { return }
        let starting = claimants { $0.startsContainer ? lasting($0.desired.fields.claims) : [] }
        let joining = claimants { $0.startsContainer ? [] : lasting($0.desired.fields.claims, on: $0.connects) }
        guard !starting.isEmpty || !joining.isEmpty else { return }
        for decision in containers where !decision.isReplaced {
            guard let live = decision.live, live.state.isUp else { continue }
            for network in decision.disconnects.sorted() {
                let held = lasting(addressHolders.claims(of: live), on: [network])
                let others = held.flatMap { starting[$0, default: []] + joining[$0, default: []] }
                    .filter { $0 != decision.desired.id }
                if !others.isEmpty { leave(network, live, of: decision, releasing: held, to: others) }
            }
        }
        for decision in containers where decision.isReplaced {
            guard let live = decision.live, live.state.isUp else { continue }
            let held = lasting(addressHolders.claims(of: live))
            for claim in held { replacedHolders[claim] = decision.desired.id }
            let isWanted = held.contains { claim in
                starting[claim, default: []].contains { $0 != decision.desired.id }
                    || joining[claim, default: []].contains { hasLeft($0, claim) }
            }
            if isWanted, stopSteps[live.id] == nil { stopOld(live, of: decision, gates: []) }
        }
    }

    private func claimants(_ claims: (ContainerDecision) -> Set<Claim>) -> [Claim: [ResourceAddress]] {
        var claimants: [Claim: [ResourceAddress]] = [:]
        for decision in containers {
            for claim in claims(decision) { claimants[claim, default: []].append(decision.desired.id) }
        }
        return claimants
    }

    /// What of claims others can be in the way of: on a network that is made anew nobody is.
    private func lasting(_ claims: Set<Claim>, on networks: Set<String>? = nil) -> Set<Claim> {
        claims.filter { claim in
            guard case .address(_, let network) = claim else { return networks == nil }
            return networkSteps[network] == nil && networks?.contains(network) != false
        }
    }

    /// Whether a container that stays has left the network of an address that it is to get there.
    private func hasLeft(_ id: ResourceAddress, _ claim: Claim) -> Bool {
        guard case .address(_, let network) = claim, let live = decisions[id]?.live else { return false }
        return detachSteps[Attachment(container: live.id, network: network)] != nil
    }

    private mutating func leave(
        _ network: String,
        _ live: LiveContainer<SealedText>,
        of decision: ContainerDecision,
        releasing claims: Set<Claim>,
        to others: [ResourceAddress]
    ) {
        let target = Step.Target.existing(id: live.id, name: live.name)
        let after = others.reduce(into: halted(live, as: decision.desired.id)) { steps, other in
            steps.formUnion(prepared[other]?.steps ?? [])
        }
        let step = steps.add(decision.desired.id, .disconnect(target, network: network), after: after)
        detachSteps[Attachment(container: live.id, network: network)] = step
        for claim in claims { releases[claim, default: []].append(Release(address: live.address, step: step)) }
    }

    /// The replaced instances whose addresses a running container gets on a network that it has not left for others.
    func predecessors(
        of decision: ContainerDecision,
        _ live: LiveContainer<SealedText>,
        on network: String
    ) -> Set<ResourceAddress> {
        guard decision.connects.contains(network), !decision.startsContainer,
            detachSteps[Attachment(container: live.id, network: network)] == nil
        else { return [] }
        return Set(lasting(decision.desired.fields.claims, on: [network]).compactMap { replacedHolders[$0] })
            .subtracting([decision.desired.id])
    }

    /// Remembers that what a container claims is free behind a step.
    mutating func release(_ live: LiveContainer<SealedText>, by step: Step.ID) {
        for claim in addressHolders.claims(of: live) {
            releases[claim, default: []].append(Release(address: live.address, step: step))
        }
    }

    /// The steps after which nobody else has what an instance claims.
    func releases(of claims: Set<Claim>, for id: ResourceAddress) -> Set<Step.ID> {
        Set(claims.flatMap { releases[$0, default: []] }.filter { $0.address != id }.map(\.step))
    }
}
