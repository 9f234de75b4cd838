import ManifoldDiagnostics
import ManifoldGraph
import ManifoldResources

/// Addresses on networks that a container asks for and cannot have, found before anything is done.
struct AddressConflicts {
    let system: DesiredSystem
    let facts: SealedFacts
    let networks: [NetworkDecision]
    let containers: [ContainerDecision]
    let departures: Departures
    let scope: PlanScope

    func report(to diagnostics: inout Diagnostics) {
        let asking = containers.filter { !$0.desired.fields.addressClaims.isEmpty }
        guard !asking.isEmpty else { return }
        reportTwice(asking, to: &diagnostics)
        let lasting = Set(networks.filter { $0.outcome == .keep }.map(\.desired.name))
        let holders = AddressHolders(facts)
        let known = Dictionary(facts.containers.map { ($0.id, $0) }) { first, _ in first }
        let decisions = Dictionary(containers.map { ($0.desired.id, $0) }) { first, _ in first }
        let departing = Set(departures.containers.flatMap(\.live).map(\.id))
        for decision in asking {
            for (network, address) in decision.askedAddresses where lasting.contains(network) {
                guard decision.startsContainer || decision.connects.contains(network) else { continue }
                let claim = Claim.address(address, network: network)
                guard let id = holders[claim], id != decision.live?.id, !departing.contains(id) else { continue }
                guard let holder = known[id] else {
                    let name = facts.networks.first { $0.name == network }?.guests[id] ?? id
                    report(decision, address, network, .foreign(name: name, id: id), to: &diagnostics)
                    continue
                }
                if let other = decisions[holder.address] {
                    // Two that ask for the same address have been told of.
                    guard !other.frees(id, on: network), !isTwice(other, decision, claim) else { continue }
                }
                report(decision, address, network, reason(of: holder, keeping: claim), to: &diagnostics)
            }
        }
    }

    /// Whether two are told of as asking for the same address.
    private func isTwice(_ one: ContainerDecision, _ other: ContainerDecision, _ claim: Claim) -> Bool {
        [one, other].allSatisfy { $0.desired.goal != .completed && $0.desired.fields.claims.contains(claim) }
    }

    /// Who has an address, and why it stays there.
    enum Holder {
        case foreign(name: String, id: String)
        case inactive(ResourceAddress)
        case leftOut(ResourceAddress)
        /// It asks for it, or the engine gave it one without being asked.
        case staying(ResourceAddress, hasAsked: Bool)
    }

    private func reason(of holder: LiveContainer<SealedText>, keeping claim: Claim) -> Holder {
        if system.inactiveServices.contains(holder.address.name) { return .inactive(holder.address) }
        guard scope.contains(holder.address) else { return .leftOut(holder.address) }
        return .staying(holder.address, hasAsked: holder.fields.claims.contains(claim))
    }

    private func report(
        _ decision: ContainerDecision,
        _ address: String,
        _ network: String,
        _ holder: Holder,
        to diagnostics: inout Diagnostics
    ) {
        diagnostics.report(PlanDiagnostics.addressTaken(decision.desired, address, network, by: holder))
    }

    /// Two containers of the system cannot have one address; a job has gone when another one of its address begins.
    private func reportTwice(_ asking: [ContainerDecision], to diagnostics: inout Diagnostics) {
        var holders: [Claim: DesiredResource] = [:]
        for decision in asking where decision.desired.goal != .completed {
            for (network, address) in decision.askedAddresses {
                let claim = Claim.address(address, network: network)
                if let other = holders[claim] {
                    diagnostics.report(PlanDiagnostics.addressTwice(decision.desired, address, network, other))
                } else {
                    holders[claim] = decision.desired
                }
            }
        }
    }
}

extension ContainerDecision {
    /// The addresses that it asks for, by network and then by address.
    fileprivate var askedAddresses: [(network: String, address: String)] {
        desired.fields.addressClaims.values.joined()
            .compactMap { if case .address(let address, let network) = $0 { (network, address) } else { nil } }
            .sorted { $0 < $1 }
    }

    /// Whether a container that there is lets go of its addresses on a network in the course of the decision.
    fileprivate func frees(_ id: String, on network: String) -> Bool {
        if leftovers.contains(where: { $0.id == id }) { return true }
        return live?.id == id && (isReplaced || disconnects.contains(network))
    }
}
