import ManifoldResources

/// Finds drift: a pure function of what the engine reports and of what its own records say was applied.
package struct DriftDetector {
    private let facts: SealedFacts
    private let revision: RevisionFacts
    private let holders: AppliedHolders
    private var findings: [Drift.Finding] = []
    private var unrecorded: [ResourceAddress] = []

    /// Only an apply that came to its end tells what was applied, so the revision has to be that of one.
    package init(_ facts: SealedFacts, since revision: RevisionFacts) {
        precondition(revision.isFinished, "after an apply without an end nobody can tell what is drift")
        self.facts = facts
        self.revision = revision
        holders = AppliedHolders(facts)
    }

    package func drift() -> Drift {
        var detector = self
        let containers = Dictionary(grouping: facts.containers, by: \.address)
        for (address, candidates) in containers { detector.compare(candidates, at: address) }
        for network in facts.networks { detector.compare(network) }
        for volume in facts.volumes { detector.compare(volume) }
        var present = Set(containers.keys)
        present.formUnion(facts.networks.compactMap(\.address))
        present.formUnion(facts.volumes.compactMap(\.address))
        let gone = revision.members.filter { Self.kinds.contains($0.kind) }.subtracting(present)
        for address in gone { detector.findings.append(Drift.Finding(id: address, name: nil, differences: [.gone])) }
        return Drift(
            findings: detector.findings.sorted { ($0.id, $0.name ?? "") < ($1.id, $1.name ?? "") },
            count: present.count + gone.count,
            unrecorded: detector.unrecorded.sorted()
        )
    }

    /// Images and contents are no objects of a system's own.
    private static let kinds: Set<ResourceAddress.Kind> = [.network, .volume, .service]

    private mutating func add(_ id: ResourceAddress, _ name: String, _ differences: [Drift.Difference]) {
        guard !differences.isEmpty else { return }
        findings.append(Drift.Finding(id: id, name: name, differences: differences))
    }

    // MARK: Networks and volumes

    private mutating func compare(_ network: LiveNetwork<SealedText>) {
        guard let address = network.address else { return }
        guard let record = network.record else { return unrecorded.append(address) }
        let comparison = AppliedComparison(table: .network, live: network.fields, record: record)
        add(address, network.name, comparison.differences)
    }

    private mutating func compare(_ volume: LiveVolume<SealedText>) {
        guard let address = volume.address else { return }
        guard let record = volume.record else { return unrecorded.append(address) }
        let comparison = AppliedComparison(table: .volume, live: volume.fields, record: record)
        add(address, volume.name, comparison.differences)
    }

    // MARK: Containers

    private mutating func compare(_ candidates: [LiveContainer<SealedText>], at address: ResourceAddress) {
        let proper = candidates.lazy.compactMap { $0.record?.fields["container_name"]?.wordText }.first
        let choice = CandidateChoice(among: candidates, named: proper ?? "") { _ in true }
        for other in choice.others { add(address, other.name, [.surplus]) }
        guard let live = choice.chosen else { return }
        guard live.maker == .manifold else { return add(address, live.name, [.recreatedByCompose]) }
        var differences: [Drift.Difference] = []
        if let record = live.record {
            differences += comparison(of: live, record).differences
        } else {
            unrecorded.append(address)
        }
        differences += remadeNetworks(of: live).map { .networkRemade($0) }
        if hasStateDrifted(live) { differences.append(.state(live.state)) }
        add(address, live.name, differences)
    }

    private func comparison(
        of live: LiveContainer<SealedText>,
        _ record: SpecRecord
    ) -> AppliedComparison<ContainerSpec> {
        let changed = revision.inPlace[live.id] ?? [:]
        var record = record.overlaid(with: changed)
        record.truncated.subtract(changed.keys)
        var defaults = live.imageDefaults ?? [:]
        // The engine drops the image's command as soon as an entrypoint is given.
        if record.fields["entrypoint"] != nil { defaults["command"] = nil }
        let fields = holders.resolving(live.fields, recorded: record.fields)
        return AppliedComparison(table: .container, live: fields, record: record, defaults: defaults)
    }

    /// Networks of ours that a container is on by name, but not on the one that there is now.
    private func remadeNetworks(of live: LiveContainer<SealedText>) -> [String] {
        facts.networks
            .filter { network in
                network.address != nil && live.networkIDs[network.name].map { $0 != network.id } ?? false
            }
            .map(\.name).sorted()
    }

    /// Whether a container is not what an apply leaves behind: running, or done where it was to come to an end.
    private func hasStateDrifted(_ live: LiveContainer<SealedText>) -> Bool {
        // What is no member any more belongs to a service that is switched off; nobody says how it should be.
        guard revision.members.contains(live.address) else { return false }
        switch live.state.status {
        case .running, .restarting: return false
        case .exited where live.state.exitCode == 0:
            let isJob = facts.containers.contains { $0.awaitsCompletion.contains(live.address.name) }
            return !isJob && !revision.completed.contains(live.id)
        case .exited, .paused, .created, .removing, .dead: return true
        }
    }
}
