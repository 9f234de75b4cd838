import ManifoldResources

/// Which containers a plan stops, and whether others serve meanwhile: told from the order of its steps, not from intentions.
struct Outages {
    private let siblings: [ResourceAddress: [ContainerDecision]]
    /// The step that stops a container, by its id.
    private let stops: [String: Step]
    /// The step after which an instance is accepted.
    private let ready: [ResourceAddress: Step.ID]
    /// The ports that somebody publishes when the plan is carried out; none where nothing goes for good.
    private let wantedPorts: Set<String>

    /// Networks that have left the manifest and go early, by id.
    private let vacated: Set<String>

    init(_ lowering: Lowering, _ departures: Departures) {
        siblings = Dictionary(grouping: lowering.containers, by: \.desired.id.withoutReplica)
        ready = lowering.ready
        vacated = Set(lowering.vacatedNetworks.keys)
        wantedPorts =
            departures.containers.isEmpty
            ? [] : lowering.containers.reduce(into: []) { $0.formUnion($1.desired.fields.publishedPorts) }
        var stops: [String: Step] = [:]
        for step in lowering.steps.all {
            if case .stop(.existing(let id, _)) = step.operation { stops[id] = step }
        }
        self.stops = stops
    }

    /// Whether running containers lose a network that goes before they are on another one.
    func cutsConnections(_ network: LiveNetwork<SealedText>) -> Bool {
        vacated.contains(network.id) && !network.attached.isEmpty
    }

    /// What is away while an instance is replaced or restarted; nil where nothing that serves is stopped.
    func outage(of decision: ContainerDecision) -> Outage? {
        guard let live = decision.live, decision.isReplaced || decision.isRestarted,
            live.state.status == .running || live.state.status == .paused
        else { return nil }
        return Outage(of: live, isCovered: isCovered(decision, live))
    }

    /// What goes with a container that is no longer wanted.
    func outage(of departure: Departures.Container) -> Outage? {
        guard let live = departure.live.first(where: { $0.state.status == .running }) else { return nil }
        let others = siblings[departure.address.withoutReplica] ?? []
        // What is not wanted goes first, so only who serves now counts.
        let ports = live.fields.publishedPorts
        return Outage(
            of: live,
            isForGood: ports.isEmpty || !ports.isSubset(of: wantedPorts),
            isCovered: others.contains { $0.live?.serves == true }
        )
    }

    /// Whether some other instance serves from before this one stops until this one is accepted again.
    private func isCovered(_ decision: ContainerDecision, _ live: LiveContainer<SealedText>) -> Bool {
        let id = decision.desired.id
        guard let stop = stops[live.id], let accepted = ready[id] else { return false }
        return (siblings[id.withoutReplica] ?? [])
            .contains { other in
                guard other.desired.id != id else { return false }
                if let back = ready[other.desired.id], stop.after.contains(back) { return true }
                guard let live = other.live, live.serves else { return false }
                guard let stop = stops[live.id] else { return other.connects.isEmpty && other.disconnects.isEmpty }
                return stop.after.contains(accepted)
            }
    }
}

extension LiveContainer {
    /// Whether users can count on it right now.
    fileprivate var serves: Bool {
        state.status == .running && state.health != .unhealthy
    }
}
