import DockerEngine
import ManifoldPlan
import ManifoldResources

extension FactsReader {
    /// A network to be looked at.
    private struct Candidate {
        let network: NetworkInspect
        let address: ResourceAddress
        let isLabelled: Bool
    }

    /// Reads the networks that are ours, and finds those of others under names that the graph wants.
    func readNetworks(
        _ list: [NetworkInspect],
        _ ownership: Ownership,
        beside containers: [ContainerSummary],
        into facts: inout OpenFacts
    ) async throws(EngineError) {
        let wanted = wantedNames(of: .network)
        var candidates = list.compactMap { network in
            ownership.address(.network, network.labels, compose: LabelNames.composeNetwork)
                .map { Candidate(network: network, address: $0, isLabelled: true) }
        }
        let labelled = (ids: Set(candidates.map(\.network.id)), addresses: Set(candidates.map(\.address)))
        for network in list where !labelled.ids.contains(network.id) {
            guard let wanted = wanted[network.name] else { continue }
            if wanted.isExternal {
                facts.networks.append(LiveNetwork(network, address: nil, keyID: keyID))
            } else if !labelled.addresses.contains(wanted.address), isRemade(network, wanted.address) {
                candidates.append(Candidate(network: network, address: wanted.address, isLabelled: false))
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
        // The list leaves out who is attached.
        let inspected =
            try await candidates.parallelMap { candidate throws(EngineError) -> LiveNetwork<FreeText>? in
                do throws(EngineError) {
                    let network = try await client.networks.inspect(candidate.network.id)
                    // A container that does not run is attached to nothing, but would not start without its network.
                    let stopped = others.filter { $0.names(network) }.map { ($0.id, $0.name) }
                    let running = network.containers.filter { !own.contains($0.key) }.mapValues(\.name)
                    return LiveNetwork(
                        network,
                        address: candidate.address,
                        keyID: keyID,
                        guests: running.merging(stopped) { $1 },
                        isLabelled: candidate.isLabelled
                    )
                } catch  where error.isNotFound {
                    return nil
                }
            }
        facts.networks += inspected.compactMap { $0 }
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
