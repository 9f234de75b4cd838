import ManifoldResources

/// Networks that containers were made on and that are gone, or go with this plan.
///
/// An engine keeps the name of that network with a container. From version 24.0.7 on (API 1.43; `normalizeNetMode` of its
/// sources, seen on 26.1) it looks for it whenever it starts the container or connects it to another network, and refuses
/// both where there is none of that name. Nothing but a new container helps.
struct LostNetworks {
    private var reasons: [String: Reason] = [:]

    private static let level = APILevel(1, 43)

    init(_ facts: SealedFacts, _ networks: [NetworkDecision], _ departures: Departures) {
        guard let level = APILevel(facts.engine.apiVersion), level >= Self.level else { return }
        // The name is what counts: one that is made, or made anew, will do.
        let wanted = Set(networks.map(\.desired.name))
        for name in facts.lostNetworks.subtracting(wanted) { reasons[name] = .networkLost(name) }
        for network in departures.networks {
            guard let address = network.address else { continue }
            for name in [network.name, network.id] { reasons[name] = .because(address, .destroy) }
        }
    }

    /// Whether a container can never be started again because this network goes.
    func include(_ network: LiveNetwork<SealedText>, of live: LiveContainer<SealedText>) -> Bool {
        [network.name, network.id].contains(live.firstNetwork) && reason(for: live) != nil
    }

    /// Why a container can never be started again.
    func reason(for live: LiveContainer<SealedText>) -> Reason? {
        live.firstNetwork.flatMap { reasons[$0] }
    }
}
