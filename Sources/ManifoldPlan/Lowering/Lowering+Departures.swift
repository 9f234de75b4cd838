import ManifoldResources

extension Lowering {
    /// Stops and removes containers that are no longer wanted, dependants before what they depend on.
    mutating func lowerDepartures(_ departing: [Departures.Container]) {
        let byService = Dictionary(grouping: departing.indices) { departing[$0].address.name }
        var dependants: [String: Set<String>] = [:]
        for departure in departing {
            for service in departure.live.flatMap(\.dependsOn) where byService[service] != nil {
                dependants[service, default: []].insert(departure.address.name)
            }
        }
        var visited: Set<String> = []
        func visit(_ service: String, _ lower: (String) -> Void) {
            guard visited.insert(service).inserted else { return }
            for dependant in dependants[service, default: []].sorted() { visit(dependant, lower) }
            lower(service)
        }
        var order: [String] = []
        for service in byService.keys.sorted() { visit(service) { order.append($0) } }
        for service in order {
            let waiting = dependants[service, default: []].subtracting([service])
                .flatMap { byService[$0, default: []] }
                .flatMap { departing[$0].live }
                .compactMap { removalSteps[$0.id] }
            for index in byService[service, default: []] {
                for live in departing[index].live {
                    lowerRemoval(of: live, as: departing[index].address, after: Set(waiting))
                }
            }
        }
    }

    /// Removes further containers of an address that hold its name, never ran, or are not ours to keep.
    ///
    /// One that worked once is kept until the chosen one is accepted; that is part of rolling the chosen one.
    mutating func lowerObstructingLeftovers(_ decision: ContainerDecision) {
        for leftover in decision.leftovers where decision.isObstructing(leftover) {
            lowerRemoval(of: leftover, as: decision.desired.id, after: [])
        }
    }

    mutating func lowerRemoval(
        of live: LiveContainer<SealedText>,
        as change: ResourceAddress,
        after: Set<Step.ID>
    ) {
        let target = Step.Target.existing(id: live.id, name: live.name)
        var after = after
        if live.state.isUp {
            let stop = steps.add(change, .stop(target), after: after)
            stopSteps[live.id] = stop
            release(live, by: stop)
            after = [stop]
        }
        removalSteps[live.id] = steps.add(change, .remove(target), after: after)
    }

    /// Removes networks once nothing is attached any more.
    mutating func lowerDepartures(_ networks: [LiveNetwork<SealedText>]) {
        for network in networks where vacatedNetworks[network.id] == nil {
            guard let address = network.address else { continue }
            _ = steps.add(
                address,
                .removeNetwork(id: network.id, name: network.name),
                after: lastUses { $0.isAttached(to: network.name) }
            )
        }
    }

    /// Removes volumes whose destruction was consented to, once no container has them any more.
    mutating func lowerDepartures(_ volumes: [LiveVolume<SealedText>]) {
        for volume in volumes {
            guard let address = volume.address else { continue }
            _ = steps.add(
                address,
                .removeVolume(name: volume.name),
                after: lastUses { $0.volumeNames.contains(volume.name) }
            )
        }
    }

    /// The steps after which no container of ours uses something any more.
    private func lastUses(_ isUser: (LiveContainer<SealedText>) -> Bool) -> Set<Step.ID> {
        let users = facts.containers.filter(isUser)
        let disconnected = steps.all.filter { step in
            guard case .disconnect(.existing(let id, _), _) = step.operation else { return false }
            return users.contains { $0.id == id }
        }
        return Set(users.compactMap { removalSteps[$0.id] } + disconnected.map(\.id))
    }
}

extension ContainerDecision {
    func isObstructing(_ leftover: LiveContainer<SealedText>) -> Bool {
        let waitingNames = [EngineNames.incoming(desired.name), EngineNames.outgoing(desired.name)]
        return !leftover.state.hasRun || leftover.maker == .compose || leftover.name == desired.name
            || leftover.state.isUp || isReplaced && waitingNames.contains(leftover.name)
    }
}

extension ContainerState {
    /// Whether there is a process to stop.
    var isUp: Bool {
        switch status {
        case .running, .paused, .restarting: true
        case .created, .exited, .removing, .dead: false
        }
    }
}
