import ManifoldResources

extension Lowering {
    /// Makes networks, or makes them anew: every container leaves the old one first, and joins again as part of its own
    /// change.
    ///
    /// All that go do so before any is made that is to have their addresses, those too that have left the manifest.
    mutating func lowerNetworks(_ departing: [LiveNetwork<SealedText>]) {
        let made = networks.filter { $0.outcome != .keep }
        var removals: [(network: LiveNetwork<SealedText>, step: Step.ID)] = []
        for network in made {
            guard network.outcome == .replace, let live = network.live else { continue }
            removals.append((live, vacate(live, as: network.desired.id)))
        }
        for network in departing where network.canGoEarly {
            guard let address = network.address,
                made.contains(where: { $0.desired.fields.sharesAddresses(with: network.fields) })
            else { continue }
            removals.append((network, vacate(network, as: address)))
            vacatedNetworks[network.id] = network.name
        }
        let chosen = made.map(\.desired).filter { !$0.fields.subnets().isEmpty }
        let automatic = made.map(\.desired).filter { $0.fields.subnets().isEmpty }
        for desired in chosen + automatic {
            let going = removals.filter { network, _ in
                network.name == desired.name || desired.fields.sharesAddresses(with: network.fields)
            }
            var before = Set(going.map(\.step))
            // The engine looks for addresses that no network has, and could find those that another one is to have.
            if desired.fields.subnets().isEmpty { before.formUnion(chosen.compactMap { networkSteps[$0.name] }) }
            networkSteps[desired.name] = steps.add(
                desired.id,
                .createNetwork(desired.id, name: desired.name),
                after: before
            )
        }
    }

    /// Removes a network that our containers are on, each of which leaves it first.
    private mutating func vacate(_ network: LiveNetwork<SealedText>, as change: ResourceAddress) -> Step.ID {
        var before: Set<Step.ID> = []
        // Ids are random; only addresses and names give the same plan for the same state.
        let inOrder = facts.containers.sorted { ($0.address, $0.name) < ($1.address, $1.name) }
        for container in inOrder where container.isAttached(to: network.name) {
            let place = Attachment(container: container.id, network: network.name)
            if let gone = removalSteps[container.id] ?? detachSteps[place] {
                before.insert(gone)
                continue
            }
            // The engine takes one that it is removing off by itself, and refuses everything else that is asked of it.
            guard container.state.status != .dead, container.state.status != .removing else { continue }
            let target = Step.Target.existing(id: container.id, name: container.name)
            let step = steps.add(
                container.address,
                .disconnect(target, network: network.name),
                after: halted(container, as: container.address)
            )
            detachSteps[place] = step
            before.insert(step)
        }
        return steps.add(change, .removeNetwork(id: network.id, name: network.name), after: before)
    }

    /// Stops a container that waits for its next attempt: until then the engine has it on no network, and takes it off none
    /// (20.10: "is not connected to network").
    mutating func halted(_ live: LiveContainer<SealedText>, as change: ResourceAddress) -> Set<Step.ID> {
        guard live.state.status == .restarting else { return [] }
        let halt = haltSteps[live.id] ?? steps.add(change, .stop(.existing(id: live.id, name: live.name)))
        haltSteps[live.id] = halt
        return [halt]
    }

    /// The steps after which a container is on its networks as wanted, besides the one it is created on.
    mutating func lowerEndpoints(
        _ decision: ContainerDecision,
        of live: LiveContainer<SealedText>,
        after: Set<Step.ID>
    ) -> Set<Step.ID> {
        var last: Set<Step.ID> = []
        for network in decision.disconnects.union(decision.connects).sorted() {
            if predecessors(of: decision, live, on: network).isEmpty {
                last.formUnion(lowerEndpoint(decision, of: live, on: network, after: after))
            } else {
                waitingEndpoints.append(WaitingEndpoint(decision: decision, live: live, network: network))
            }
        }
        return last
    }

    /// Gives running containers the addresses of others that were replaced: as long as those are not accepted, the old ones
    /// may need their addresses again.
    mutating func lowerWaitingEndpoints() {
        for waiting in waitingEndpoints {
            let holders = predecessors(of: waiting.decision, waiting.live, on: waiting.network)
            // Who shares something with such a one stands or falls with it.
            let accepted = holders.flatMap { [$0] + sharers(of: $0).map(\.desired.id) }.compactMap { ready[$0] }
            _ = lowerEndpoint(waiting.decision, of: waiting.live, on: waiting.network, after: Set(accepted))
        }
    }

    private mutating func lowerEndpoint(
        _ decision: ContainerDecision,
        of live: LiveContainer<SealedText>,
        on network: String,
        after: Set<Step.ID>
    ) -> Set<Step.ID> {
        let id = decision.desired.id
        let target = Step.Target.existing(id: live.id, name: live.name)
        // Some engines connect a container only while they have the network that it was made on.
        let made = [network, live.firstNetwork].compactMap { $0.flatMap { networkSteps[$0] } }
        var after = after.union(made).union(halted(live, as: id))
        if let detached = detachSteps[Attachment(container: live.id, network: network)] {
            after.insert(detached)
        } else if decision.disconnects.contains(network) {
            after = [steps.add(id, .disconnect(target, network: network), after: after)]
        }
        guard decision.connects.contains(network) else { return after }
        after.formUnion(releases(of: decision.desired.fields.addressClaims[network] ?? [], for: id))
        return [steps.add(id, .connect(id, target, network: network), after: after)]
    }
}

extension LiveContainer {
    func isAttached(to network: String) -> Bool {
        if case .map(let endpoints)? = fields["networks"] { endpoints[network] != nil } else { false }
    }
}
