import ManifoldResources

/// Containers that take part in the namespaces or volumes of others.
extension Lowering {
    /// Those that are replaced because a container is.
    func sharers(of id: ResourceAddress) -> [ContainerDecision] {
        sharers[id, default: []].compactMap { decisions[$0] }
    }

    /// Who is replaced because a container is, by that container.
    static func sharers(
        _ containers: [ContainerDecision],
        _ decisions: [ResourceAddress: ContainerDecision]
    ) -> [ResourceAddress: [ResourceAddress]] {
        var sharers: [ResourceAddress: [ResourceAddress]] = [:]
        for decision in containers where decision.isReplaced {
            for holder in decision.renewedHolders(decisions) {
                sharers[holder, default: []].append(decision.desired.id)
            }
        }
        return sharers
    }

    /// Whoever is replaced together with what it shares stands or falls with that: its old container could not run
    /// without the other's old one.
    mutating func groupSharers() {
        for decision in containers where decision.isReplaced {
            // Holders come first in the order of needs, so theirs is known.
            guard let holder = decision.renewedHolders(decisions).first else { continue }
            steps.groups[decision.desired.id] = steps.groups[holder] ?? holder
        }
    }

    /// The containers that a new one is to share with, those that this plan makes included.
    func shared(by desired: DesiredResource) -> [NamespaceMode: Step.Target] {
        var targets: [NamespaceMode: Step.Target] = [:]
        for holder in desired.sharing.holders {
            switch holder {
            case .named: continue
            case .container(let name):
                targets[holder] = facts.outsiders[name].map { .existing(id: $0, name: name) }
            case .service(let name):
                let id = ResourceAddress(.service, name, replica: 1)
                targets[holder] =
                    prepared[id]?.target
                    ?? decisions[id]?.live.map { .existing(id: $0.id, name: $0.name) }
            }
        }
        return targets
    }

    /// Stops the old containers of those that share something before what they share with stops.
    mutating func lowerStopsOfSharers() {
        for decision in containers.reversed() where !decision.renewedHolders(decisions).isEmpty {
            guard let live = decision.live, live.state.isUp, stopSteps[live.id] == nil else { continue }
            stopOld(live, of: decision, gates: [])
        }
    }

    /// Removes old containers that were kept until those that shared something with them were accepted too.
    mutating func removeSuperseded() {
        for old in superseded {
            let sharers = sharers(of: old.id).compactMap { ready[$0.desired.id] }
            let after = Set([ready[old.id]].compactMap { $0 } + sharers)
            removalSteps[old.live.id] = steps.add(old.id, .remove(old.target), after: after)
        }
    }
}
