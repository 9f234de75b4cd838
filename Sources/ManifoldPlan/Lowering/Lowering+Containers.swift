import ManifoldGraph
import ManifoldResources

extension Lowering {
    /// Creates the new container of an instance, under a waiting name where the old one still has the proper one.
    mutating func prepare(_ decision: ContainerDecision) {
        guard decision.makesContainer else { return }
        let desired = decision.desired
        let name = decision.live == nil ? desired.name : EngineNames.incoming(desired.name)
        let endpoints = desired.networkNames
        var before = Set(decision.leftovers.compactMap { removalSteps[$0.id] })
        before.formUnion([nameReleases[name]].compactMap { $0 })
        before.formUnion(endpoints.prefix(1).compactMap { networkSteps[$0] })
        before.formUnion(desired.volumeNames.compactMap { volumeSteps[$0] })
        before.formUnion([desired.imageReference.flatMap { imageSteps[$0] }].compactMap { $0 })

        let sharing = shared(by: desired)
        for case .created(let step, _) in sharing.values { before.insert(step) }
        let create = steps.add(
            desired.id,
            .createContainer(desired.id, name: name, carrying: decision.carriedVolumes, sharing: sharing),
            after: before
        )
        let target = Step.Target.created(by: create, name: name)
        if decision.live != nil { steps.setUndo(of: create, to: .remove(target)) }
        var last: Set<Step.ID> = [create]
        for network in endpoints.dropFirst() {
            let after = Set([create, networkSteps[network]].compactMap { $0 })
            last.insert(steps.add(desired.id, .connect(desired.id, target, network: network), after: after))
        }
        if desired.fields["files"] != nil {
            last.insert(steps.add(desired.id, .putFiles(desired.id, target), after: [create]))
        }
        prepared[desired.id] = Prepared(target: target, steps: last)
    }

    /// Brings one instance to its wanted state, when those that it depends on are ready.
    mutating func roll(_ decision: ContainerDecision) {
        guard !decision.actions.isEmpty else { return }
        let gates = decision.startsContainer ? gates(of: decision) : []
        if decision.isReplaced, let live = decision.live {
            rollReplacement(decision, of: live, gates: gates)
        } else if let live = decision.live {
            rollExisting(decision, live, gates: gates)
        } else if let new = prepared[decision.desired.id] {
            start(decision, new.target, after: new.steps.union(gates), undo: nil)
        }
        removeLeftovers(decision)
    }

    private mutating func rollReplacement(
        _ decision: ContainerDecision,
        of live: LiveContainer<SealedText>,
        gates: Set<Step.ID>
    ) {
        guard let new = prepared[decision.desired.id] else { return }
        let id = decision.desired.id
        let name = decision.desired.name
        var old = Step.Target.existing(id: live.id, name: live.name)
        var after = new.steps.union(gates)
        if stopSteps[live.id] == nil {
            if live.state.isUp || isToBeRevived(live, decision) {
                stopOld(live, of: decision, gates: gates)
            } else {
                after.formUnion(rejoinRenewedNetworks(live, of: decision))
            }
        }
        after.formUnion([stopSteps[live.id]].compactMap { $0 })
        if vacated.contains(live.id) {
            old = old.named(EngineNames.outgoing(name))
        } else if live.name == name {
            let outgoing = old.named(EngineNames.outgoing(name))
            after = [
                steps.add(id, .rename(old, to: outgoing.name), after: after, undo: .rename(outgoing, to: name))
            ]
            old = outgoing
        }
        after.formUnion([nameReleases[name]].compactMap { $0 })
        let waiting = new.target
        let proper = waiting.named(name)
        after = [
            steps.add(id, .rename(waiting, to: name), after: after, undo: .rename(proper, to: waiting.name))
        ]
        let accepted = start(decision, proper, after: after, undo: .stop(proper))
        lastRenewed[id.withoutReplica] = accepted
        if sharers(of: id).isEmpty {
            removalSteps[live.id] = steps.add(id, .remove(old), after: [accepted])
        } else {
            superseded.append(Superseded(id: id, live: live, target: old))
        }
    }

    /// Whether an interrupted apply may have stopped the old container: if the successor is not accepted this time
    /// either, the old one is to run again, and stopping it once more costs nothing.
    private func isToBeRevived(_ live: LiveContainer<SealedText>, _ decision: ContainerDecision) -> Bool {
        facts.revision?.isFinished == false && decision.desired.goal == .running && live.state.status == .exited
    }

    /// Stops a container whose successor is prepared; it is started again if the successor is not accepted.
    mutating func stopOld(
        _ live: LiveContainer<SealedText>,
        of decision: ContainerDecision,
        gates: Set<Step.ID>
    ) {
        let old = Step.Target.existing(id: live.id, name: live.name)
        var after = gates.union(prepared[decision.desired.id]?.steps ?? [])
        after.formUnion(rejoinRenewedNetworks(live, of: decision))
        // Who takes part in its namespaces stops before it does, and comes back after it if need be.
        after.formUnion(sharers(of: decision.desired.id).compactMap { $0.live.flatMap { stopSteps[$0.id] } })
        let stop = steps.add(decision.desired.id, .stop(old), after: after, undo: .start(old))
        stopSteps[live.id] = stop
        release(live, by: stop)
    }

    /// Brings the old container back onto networks that are made anew, so that it could be started again as it was.
    ///
    /// Those too that its successor is not on. Where its own network went for another one, that is the next best; but it
    /// was made on that one, an engine may refuse to connect it, and it could not be started again anyway.
    private mutating func rejoinRenewedNetworks(
        _ live: LiveContainer<SealedText>,
        of decision: ContainerDecision
    ) -> Set<Step.ID> {
        guard lostNetworks.reason(for: live) == nil else { return [] }
        let old = Step.Target.existing(id: live.id, name: live.name)
        var last: Set<Step.ID> = []
        let wanted = decision.desired.networkNames
        func detached(from network: String) -> Step.ID? {
            detachSteps[Attachment(container: live.id, network: network)]
        }
        let hasLost = vacatedNetworks.values.contains { detached(from: $0) != nil }
        for network in wanted + networkSteps.keys.filter({ !wanted.contains($0) }).sorted() {
            guard let made = networkSteps[network] else { continue }
            let left = detached(from: network)
            guard left != nil || hasLost && wanted.contains(network) && !live.isAttached(to: network) else { continue }
            let connect = Step.Operation.connect(decision.desired.id, old, network: network)
            let first = live.firstNetwork.flatMap { networkSteps[$0] }
            last.insert(steps.add(decision.desired.id, connect, after: Set([left, made, first].compactMap { $0 })))
        }
        return last
    }

    private mutating func rollExisting(
        _ decision: ContainerDecision,
        _ live: LiveContainer<SealedText>,
        gates: Set<Step.ID>
    ) {
        let id = decision.desired.id
        var target = Step.Target.existing(id: live.id, name: live.name)
        var after = Set(decision.leftovers.compactMap { removalSteps[$0.id] })
        if vacated.contains(live.id) {
            target = target.named(EngineNames.outgoing(decision.desired.name))
            after.formUnion([nameReleases[live.name]].compactMap { $0 })
        }
        if decision.isRenamed {
            after.formUnion([nameReleases[decision.desired.name]].compactMap { $0 })
            after = [steps.add(id, .rename(target, to: decision.desired.name), after: after)]
            target = target.named(decision.desired.name)
        }
        if let update = decision.update { after = [steps.add(id, .update(target, update), after: after)] }
        if let contents = decision.contents, live.state.hasRun {
            after = [steps.add(id, .rewriteFiles(id, target, paths: contents.paths), after: after)]
        }
        let removals = Set(decision.leftovers.compactMap { removalSteps[$0.id] })
        after.formUnion(lowerEndpoints(decision, of: live, after: removals))
        if decision.isUnpaused {
            let unpause = steps.add(id, .unpause(target), after: after)
            started[id] = unpause
            // Its health says nothing until the next check. One that is restarted is waited for when it is.
            if !decision.isRestarted {
                ready[id] = steps.add(id, decision.acceptance(of: target), after: [unpause])
            }
            after = [unpause]
        }
        if decision.isStarted, !live.state.hasRun, decision.desired.fields["files"] != nil {
            // Killed between creation and the writing of its files, a container says it has what it may not have.
            after = [steps.add(id, .putFiles(id, target), after: after)]
        }
        for signal in decision.signals { after = [steps.add(id, .signal(target, signal), after: after)] }
        if decision.isRestarted, haltSteps[live.id] == nil {
            after = [steps.add(id, .stop(target), after: after.union(gates))]
        }
        if decision.isStarted || decision.isRestarted {
            let accepted = start(decision, target, after: after.union(gates), undo: nil)
            if decision.isRestartedForContents { lastRenewed[id.withoutReplica] = accepted }
        }
    }

    /// Starts a container and waits until it is accepted; returns the step after which it is.
    @discardableResult
    private mutating func start(
        _ decision: ContainerDecision,
        _ target: Step.Target,
        after: Set<Step.ID>,
        undo: Step.Operation?
    ) -> Step.ID {
        let id = decision.desired.id
        let freed = releases.isEmpty ? [] : releases(of: decision.desired.fields.claims, for: id)
        let start = steps.add(id, .start(target), after: after.union(freed), undo: undo)
        let accepted = steps.add(id, decision.acceptance(of: target), after: [start])
        started[id] = start
        ready[id] = accepted
        return accepted
    }

    /// What must have been reached before an instance may start.
    private mutating func gates(of decision: ContainerDecision) -> Set<Step.ID> {
        var gates: Set<Step.ID> = []
        let services = decision.desired.needs.filter { $0.key.kind == .service }
        for (address, need) in services.sorted(by: { $0.key < $1.key }) {
            switch need.condition {
            case .existing: continue
            case .started: gates.formUnion([started[address]].compactMap { $0 })
            case .healthy, .completed: gates.formUnion(observation(of: address, need, for: decision.desired.id))
            }
        }
        // Instances of one service are replaced, or restarted for new contents, one after the other, so that the service as
        // a whole goes on, and so that a new version which does not come up takes down no more than one of them.
        if decision.isReplaced || decision.isRestartedForContents,
            let previous = lastRenewed[decision.desired.id.withoutReplica]
        {
            gates.insert(previous)
        }
        return gates
    }

    /// The step that tells when another instance is as far as it is needed; one that does not change is looked at as it is.
    private mutating func observation(
        of address: ResourceAddress,
        _ need: Need,
        for dependant: ResourceAddress
    ) -> Set<Step.ID> {
        if let step = ready[address] { return [step] }
        guard let live = decisions[address]?.live else { return [] }
        let target = Step.Target.existing(id: live.id, name: live.name)
        let step = steps.add(dependant, need.condition == .completed ? .awaitCompleted(target) : .awaitReady(target))
        ready[address] = step
        return [step]
    }

    /// Removes what an interrupted replacement left, once the chosen container is accepted.
    private mutating func removeLeftovers(_ decision: ContainerDecision) {
        let remaining = decision.leftovers.filter { !decision.isObstructing($0) }
        guard !remaining.isEmpty else { return }
        let id = decision.desired.id
        var accepted = ready[id]
        // One that is not up and is not started either has come to its own good end.
        if accepted == nil, let live = decision.live, live.state.isUp {
            accepted = steps.add(id, decision.acceptance(of: .existing(id: live.id, name: live.name)))
        }
        for leftover in remaining {
            let target = Step.Target.existing(id: leftover.id, name: leftover.name)
            removalSteps[leftover.id] = steps.add(id, .remove(target), after: Set([accepted].compactMap { $0 }))
        }
    }
}
