import ManifoldGraph
import ManifoldResources

/// Decides for one instance what is the mildest way from what is there to what is wanted.
struct ContainerDecider {
    let facts: SealedFacts
    /// Ids of the networks that stay, by engine name.
    let lastingNetworks: [String: String]
    /// The networks that are made or made anew, by engine name.
    let renewedNetworks: [String: (ResourceAddress, Action)]
    let lostNetworks: LostNetworks
    /// By reference.
    let images: [String: ImageDecision]
    var holders: Holders
    let options: PlanOptions

    func decide(_ desired: DesiredResource, among candidates: [LiveContainer<SealedText>]) -> ContainerDecision {
        let choice = CandidateChoice(among: candidates, named: desired.name) { live in
            !comparison(desired, live).differences().refusingSwaps(of: live.fields).contains(where: \.needsReplacement)
        }
        var decision = ContainerDecision(desired: desired, live: choice.chosen, leftovers: choice.others)
        decision.reasons += choice.others.map { _ in Reason.leftover }
        guard let live = choice.chosen else {
            let isAskedFor = options.asksToReplace(desired.id)
            decision.isDone = facts.hasRun(desired) && !holders.areNeeded(desired) && !isAskedFor
            guard !decision.isDone else { return decision }
            decision.reasons += (isAskedFor ? [.requested] : []) + [.missing(facts.absence(of: desired.id))]
            return decision
        }
        let compared = comparison(desired, live)
        decideReplacement(&decision, live, compared)
        decision.followHolders(holders)
        if !decision.isReplaced {
            decideEndpoints(&decision, live)
            if live.state.status == .restarting, !decision.connects.isEmpty || !decision.disconnects.isEmpty {
                // Off no network does the engine take a container that waits for its next attempt.
                decision.isRestarted = true
                decision.reasons.append(.state(live.state))
            }
            decideState(&decision, live)
            decision.followContents()
        }
        decision.dropped = decision.isReplaced ? [] : compared.dropped()
        return decision
    }

    private func comparison(
        _ desired: DesiredResource,
        _ live: LiveContainer<SealedText>
    ) -> FieldComparison<ContainerSpec> {
        var defaults = live.imageDefaults ?? [:]
        // The engine drops the image's command as soon as an entrypoint is given.
        if desired.fields["entrypoint"] != nil { defaults["command"] = nil }
        return FieldComparison(
            table: .container,
            desired: desired.fields,
            live: holders.resolving(live.fields, for: desired),
            defaults: defaults,
            record: live.record?.overlaid(with: facts.revision?.inPlace[live.id] ?? [:]),
            origins: desired.origins,
            contentPolicies: desired.contentPolicies,
            isInterrupted: facts.revision?.isFinished == false
        )
    }

    private func decideReplacement(
        _ decision: inout ContainerDecision,
        _ live: LiveContainer<SealedText>,
        _ comparison: FieldComparison<ContainerSpec>
    ) {
        if options.asksToReplace(decision.desired.id) {
            decision.isReplaced = true
            decision.reasons.append(.requested)
        }
        if live.maker == .compose, !options.adopts, facts.revision?.adopted.contains(live.id) != true {
            decision.isReplaced = true
            decision.reasons.append(.recreatedByCompose)
            return
        }
        if live.state.status == .dead {
            // The engine tried to remove it and failed: it can never be started again.
            decision.isReplaced = true
            decision.reasons.append(.state(live.state))
        }
        if let reason = lostNetworks.reason(for: live) {
            decision.isReplaced = true
            decision.reasons.append(reason)
        }
        var differences = comparison.differences().refusingSwaps(of: live.fields)
        if live.record == nil, decision.desired.fields["files"] != nil {
            differences.removeAll { $0.path.field == "files" }
            decision.isReplaced = true
            decision.reasons.append(.contentsUnverifiable)
        }
        if live.hasWaitingName(of: decision.desired.name) {
            differences.removeAll { $0.path.field == "container_name" }
            decision.reasons.append(.renamedByApply(live.name))
            decision.isRenamed = true
        }
        decision.reasons += differences.map { .field($0) }
        if live.record?.truncated.contains("files") == true, !decision.desired.contentPolicies.isEmpty,
            differences.contains(where: { $0.path.field == "files" })
        {
            decision.reasons.append(.contentsUnrecorded)
        }
        if differences.contains(where: \.needsReplacement) { decision.isReplaced = true }
        if let reference = decision.desired.imageReference, decision.desired.fields["image"] == live.fields["image"],
            let image = images[reference]
        {
            decision.followImage(image)
        }
        if !decision.isReplaced {
            decision.isRenamed = decision.isRenamed || differences.contains { $0.path.field == "container_name" }
            decision.update = ContainerUpdate(differences, desired: decision.desired.fields)
            decision.contents = ContentChange(differences)
        }
    }

    /// Finds endpoints to mend: missing, superfluous, with other aliases, or on a network that is no longer the same one.
    private func decideEndpoints(_ decision: inout ContainerDecision, _ live: LiveContainer<SealedText>) {
        let wanted = decision.desired.fields["networks"]?.entries ?? [:]
        let present = live.fields["networks"]?.entries ?? [:]
        for (network, endpoint) in wanted where present[network] != endpoint {
            if present[network] != nil { decision.disconnects.insert(network) }
            decision.connects.insert(network)
        }
        decision.disconnects.formUnion(Set(present.keys).subtracting(wanted.keys))
        for network in wanted.keys.sorted() where !decision.connects.contains(network) {
            if let (renewed, action) = renewedNetworks[network], action == .replace || live.networkIDs[network] != nil {
                decision.reasons.append(.because(renewed, action))
            } else if let attached = live.networkIDs[network], network != Self.defaultNetwork,
                attached != lastingNetworks[network]
            {
                decision.reasons.append(.networkRemade(network))
            } else {
                // Still on it; or one that never ran has no network id yet and joins by name when it starts.
                continue
            }
            decision.disconnects.insert(network)
            decision.connects.insert(network)
        }
    }

    /// The engine's own network, which has another id after each start of the engine.
    private static let defaultNetwork = "bridge"

    private func decideState(_ decision: inout ContainerDecision, _ live: LiveContainer<SealedText>) {
        switch live.state.status {
        case .running, .restarting: return
        case .paused: decision.isUnpaused = true
        case .created, .exited, .removing, .dead:
            let hasEndedWell = live.state.status == .exited && live.state.exitCode == 0
            if hasEndedWell, decision.desired.goal == .completed || isCompleted(live) { return }
            decision.isStarted = true
        }
        decision.reasons.append(.state(live.state))
    }

    /// Whether the last apply saw the container come to its own good end.
    private func isCompleted(_ live: LiveContainer<SealedText>) -> Bool {
        facts.revision?.completed.contains(live.id) == true
    }
}

extension LiveContainer {
    /// Whether the name is one that a replacement uses on its way to the proper one.
    fileprivate func hasWaitingName(of proper: String) -> Bool {
        name == EngineNames.incoming(proper) || name == EngineNames.outgoing(proper)
    }
}

extension Facts {
    /// Why an object that is wanted is not there, as far as the revision record tells.
    func absence(of id: ResourceAddress) -> Reason.Absence {
        // One that is there under another name was renamed by the manifest, not removed by anybody.
        let isRenamed = networks.contains { $0.address == id } || volumes.contains { $0.address == id }
        guard let revision, revision.members.contains(id), !isRenamed else { return .new }
        return revision.isFinished ? .removedOutside : .unfinished
    }
}

extension [FieldDifference] {
    /// The same, a new container being needed where `cpus` and the older limits take each other's place: the engine
    /// refuses that, for ever.
    fileprivate func refusingSwaps(of live: SealedFields) -> [FieldDifference] {
        let hasOlder = live["cpu_period"] != nil || live["cpu_quota"] != nil
        return map { difference in
            let isSwap =
                switch difference.path.field {
                case "cpus": hasOlder
                case "cpu_period", "cpu_quota": live["cpus"] != nil
                default: false
                }
            return isSwap && difference.after != nil ? difference.needingReplacement : difference
        }
    }
}

extension FieldDifference {
    fileprivate var needingReplacement: FieldDifference {
        FieldDifference(
            path: path,
            before: before,
            after: after,
            cause: cause,
            origin: origin,
            needsReplacement: true
        )
    }
}
