import ManifoldResources

/// Ports and addresses that go from one container to another: whoever has one lets go of it before the next one takes it.
extension Lowering {
    /// Lets go of what another instance is to have; that cannot wait for its turn, since two may exchange what they have.
    ///
    /// The old container is stopped where a new one takes its place, and leaves a network on which it only gets another
    /// address.
    mutating func lowerEarlyReleases() {
        var claimants: [Claim: Set<ResourceAddress>] = [:]
        for decision in containers {
            for claim in decision.newClaims { claimants[claim, default: []].insert(decision.desired.id) }
        }
        guard !claimants.isEmpty else { return }
        for decision in containers {
            guard let live = decision.live, live.state.isUp else { continue }
            func isWantedByOthers(_ claim: Claim) -> Bool {
                claimants[claim].map { $0 != [decision.desired.id] } ?? false
            }
            if decision.isReplaced {
                guard stopSteps[live.id] == nil, live.fields.claims.contains(where: isWantedByOthers) else { continue }
                stopOld(live, of: decision, gates: [])
            } else {
                let held = live.fields.addressClaims
                for network in decision.disconnects.sorted() {
                    guard let claims = held[network], claims.contains(where: isWantedByOthers) else { continue }
                    leave(network, live, of: decision, releasing: claims)
                }
            }
        }
    }

    private mutating func leave(
        _ network: String,
        _ live: LiveContainer<SealedText>,
        of decision: ContainerDecision,
        releasing claims: Set<Claim>
    ) {
        let place = Attachment(container: live.id, network: network)
        guard detachSteps[place] == nil else { return }
        let target = Step.Target.existing(id: live.id, name: live.name)
        let step = steps.add(decision.desired.id, .disconnect(target, network: network))
        detachSteps[place] = step
        for claim in claims { releases[claim, default: []].append(Release(address: live.address, step: step)) }
    }

    /// Remembers that what a container claims is free behind a step.
    mutating func release(_ live: LiveContainer<SealedText>, by step: Step.ID) {
        for claim in live.fields.claims {
            releases[claim, default: []].append(Release(address: live.address, step: step))
        }
    }

    /// The steps after which nobody else has what an instance claims.
    func releases(of claims: Set<Claim>, for id: ResourceAddress) -> Set<Step.ID> {
        Set(claims.flatMap { releases[$0, default: []] }.filter { $0.address != id }.map(\.step))
    }
}
