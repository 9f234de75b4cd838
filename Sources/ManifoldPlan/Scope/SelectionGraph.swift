import ManifoldResources

/// What can be chosen of a system, wanted or only there, with what has to come along.
///
/// What is wanted needs what it depends on. What goes needs that those who use it go, or let go of it, before.
struct SelectionGraph {
    let all: Set<ResourceAddress>
    private let needs: [ResourceAddress: Set<ResourceAddress>]

    init(_ desired: DesiredSystem, _ facts: SealedFacts) {
        var needs: [ResourceAddress: Set<ResourceAddress>] = [:]
        for resource in desired.ordered { needs[resource.id] = Set(resource.needs.keys) }
        let containers = facts.containers.filter { container in
            !desired.inactiveServices.contains(container.address.name) || desired[container.address] != nil
        }
        let departing = containers.filter { desired[$0.address] == nil }
        for container in departing {
            let dependants = departing.filter { $0.dependsOn.contains(container.address.name) }.map(\.address)
            needs[container.address, default: []].formUnion(dependants)
        }
        for case (let address?, let name) in facts.networks.map({ ($0.address, $0.name) }) where desired[address] == nil
        {
            let users = containers.filter { $0.isAttached(to: name) }.map(\.address)
            needs[address, default: []].formUnion(users)
        }
        for case (let address?, let name) in facts.volumes.map({ ($0.address, $0.name) }) where desired[address] == nil
        {
            let users = containers.filter { $0.volumeNames.contains(name) }.map(\.address)
            needs[address, default: []].formUnion(users)
        }
        for volume in facts.strayFileVolumes { needs[volume.address, default: []].formUnion([]) }
        self.needs = needs
        all = Set(needs.keys)
    }

    /// All instances for a service, the address itself for everything else; none where there is no such thing.
    func matches(_ selector: ResourceAddress) -> Set<ResourceAddress> {
        all.filter { $0 == selector || $0.withoutReplica == selector }
    }

    /// What people can write.
    var names: Set<String> {
        Set(all.flatMap { [$0.description, $0.withoutReplica.description] })
    }

    /// Some addresses with everything that they need, directly or not.
    func withNeeds(of addresses: Set<ResourceAddress>) -> Set<ResourceAddress> {
        Self.closure(of: addresses, along: needs)
    }

    /// Some addresses with everything that needs them, directly or not.
    func withDependants(of addresses: Set<ResourceAddress>) -> Set<ResourceAddress> {
        var dependants: [ResourceAddress: Set<ResourceAddress>] = [:]
        for (address, needed) in needs {
            for needed in needed { dependants[needed, default: []].insert(address) }
        }
        return Self.closure(of: addresses, along: dependants)
    }

    private static func closure(
        of addresses: Set<ResourceAddress>,
        along edges: [ResourceAddress: Set<ResourceAddress>]
    ) -> Set<ResourceAddress> {
        var found = addresses
        var work = Array(addresses)
        while let next = work.popLast() {
            for address in edges[next] ?? [] where found.insert(address).inserted { work.append(address) }
        }
        return found
    }
}
