import ManifoldDiagnostics
import ManifoldResources

/// Addresses that a network is to have and that another network has, found before anything is done.
///
/// The engine gives no address to two of its networks, whichever driver they have.
struct SubnetConflicts {
    let facts: SealedFacts
    let networks: [NetworkDecision]
    let departures: Departures

    func report(to diagnostics: inout Diagnostics) {
        let made = networks.filter { $0.outcome != .keep }
        guard made.contains(where: { !$0.desired.fields.subnets().isEmpty }) else { return }
        let going = Set(made.compactMap { $0.live?.id } + departures.networks.filter(\.canGoEarly).map(\.id))
        var taken = facts.heldSubnets.compactMap { held in
            AddressBlock(held.subnet)
                .map { Taken(block: $0, subnet: held.subnet, holder: held.holder, owner: held.owner) }
        }
        for network in facts.networks.sorted(by: { $0.name < $1.name }) where !going.contains(network.id) {
            taken += network.fields.subnets().map { Taken(block: $0, subnet: $1, holder: network.name, owner: nil) }
        }
        for decision in made {
            let own = decision.desired.fields.subnets()
            for (block, subnet) in own {
                guard let other = taken.first(where: { $0.block.overlaps(block) }) else { continue }
                diagnostics.report(
                    PlanDiagnostics.subnetTaken(decision.desired, subnet, other.subnet, other.holder, other.owner)
                )
            }
            taken += own.map { Taken(block: $0, subnet: $1, holder: decision.desired.name, owner: nil) }
        }
    }

    private struct Taken {
        let block: AddressBlock
        let subnet: String
        let holder: String
        let owner: String?
    }
}
