import DockerEngine
import ManifoldPlan
import ManifoldResources

extension FactsReader {
    /// A network that is ours.
    struct OwnNetwork: Sendable {
        var network: NetworkInspect
        let address: ResourceAddress
        let isLabelled: Bool
    }

    /// The networks of a list that are ours.
    func ownNetworks(_ list: [NetworkInspect], _ ownership: Ownership) -> [OwnNetwork] {
        let labelled = list.compactMap { network in
            ownership.address(.network, network.labels, compose: LabelNames.composeNetwork)
                .map { OwnNetwork(network: network, address: $0, isLabelled: true) }
        }
        let known = (ids: Set(labelled.map(\.network.id)), addresses: Set(labelled.map(\.address)))
        let wanted = wantedNames(of: .network)
        let remade = list.compactMap { network -> OwnNetwork? in
            guard !known.ids.contains(network.id), let wanted = wanted[network.name], !wanted.isExternal,
                !known.addresses.contains(wanted.address), isRemade(network, wanted.address)
            else { return nil }
            return OwnNetwork(network: network, address: wanted.address, isLabelled: false)
        }
        return labelled + remade
    }

    /// The same with who is attached to them, which a list leaves out.
    func inspected(_ candidates: [OwnNetwork]) async throws(EngineError) -> [OwnNetwork] {
        try await candidates.parallelMap { candidate throws(EngineError) -> OwnNetwork? in
            do throws(EngineError) {
                var candidate = candidate
                candidate.network = try await client.networks.inspect(candidate.network.id)
                return candidate
            } catch  where error.isNotFound {
                return nil
            }
        }
        .compactMap { $0 }
    }

    /// Reads the networks that are ours, and finds those of others under names that the graph wants.
    func readNetworks(
        _ ours: [OwnNetwork],
        of list: [NetworkInspect],
        _ ownership: Ownership,
        beside containers: [ContainerSummary],
        into facts: inout OpenFacts
    ) {
        let wanted = wantedNames(of: .network)
        let known = Set(ownNetworks(list, ownership).map(\.network.id))
        for network in list where !known.contains(network.id) {
            guard let wanted = wanted[network.name] else { continue }
            if wanted.isExternal {
                facts.networks.append(LiveNetwork(network, address: nil, keyID: keyID))
            } else {
                facts.foreign.append(
                    ForeignObject(
                        kind: .network,
                        name: network.name,
                        id: network.id,
                        owner: Ownership.describe(network.labels),
                        isAdoptable: ownership.canAdopt(network.labels)
                    )
                )
            }
        }
        let own = Set(facts.containers.map(\.id))
        let others = containers.filter { !own.contains($0.id) }
        for candidate in ours {
            let network = candidate.network
            // A container that does not run is attached to nothing, but would not start without its network.
            let stopped = others.filter { $0.names(network) }.map { ($0.id, $0.name) }
            let running = network.containers.filter { !own.contains($0.key) }.mapValues(\.name)
            facts.networks.append(
                LiveNetwork(
                    network,
                    address: candidate.address,
                    keyID: keyID,
                    guests: running.merging(stopped) { $1 },
                    isLabelled: candidate.isLabelled
                )
            )
        }
    }

    /// Whether a network of nobody was made in the place of one of ours.
    private func isRemade(_ network: NetworkInspect, _ address: ResourceAddress) -> Bool {
        Ownership.describe(network.labels) == nil && revision?.isRemade(address, id: network.id) == true
    }
}

extension ContainerSummary {
    /// Whether a container is on a network, or will be when it starts: one that never ran knows it by name only.
    fileprivate func names(_ network: NetworkInspect) -> Bool {
        networkSettings.networks.contains { name, endpoint in
            endpoint.networkID.isEmpty
                ? name == network.name || name == network.id : endpoint.networkID == network.id
        }
    }
}
