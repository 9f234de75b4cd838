package import ManifoldDiagnostics
package import ManifoldResources

/// Everything that a system should be made of: closed (what is needed is there), free of cycles, in one fixed order.
package struct ResourceGraph: Sendable {
    package let system: SystemIdentity
    /// All resources, what is needed before what needs it; of those that could come at the same time, by address.
    package let ordered: [Resource]
    /// Services that no chosen profile switches on: left alone where they exist.
    package let inactiveServices: Set<String>
    /// Services that are switched on, those that ask for no instance included.
    package let activeServices: Set<String>
    private let positions: [ResourceAddress: Int]
    /// For each position the positions of what needs it, in order.
    private let dependants: [[Int]]

    /// Fails, with diagnostics, where a need points nowhere or the needs go in a circle.
    package init?(
        system: SystemIdentity,
        resources: some Sequence<Resource>,
        inactiveServices: Set<String> = [],
        activeServices: Set<String>? = nil,
        reporting diagnostics: inout Diagnostics
    ) {
        let resources = Array(resources)
        // Ranks stand for resources from here on, since moving numbers is cheaper than moving specs.
        let ids = resources.map(\.id)
        let byRank = ids.indices.sorted { ids[$0] < ids[$1] }
        let ranks = Self.ranks(of: resources, byRank)
        guard let needs = Self.needs(of: resources, byRank, ranks, reporting: &diagnostics) else { return nil }
        let order = TopologicalOrder(needs: needs)
        guard order.leftOver.isEmpty else {
            for cycle in NeedCycle.cycles(among: order.leftOver.map { resources[byRank[$0]] }) {
                diagnostics.report(GraphDiagnostics.cycle(cycle))
            }
            return nil
        }
        self.system = system
        self.inactiveServices = inactiveServices
        self.activeServices =
            activeServices ?? Set(ids.filter { $0.kind == .service }.map(\.name))
        ordered = order.ranks.map { resources[byRank[$0]] }

        var newPositions = [Int](repeating: 0, count: resources.count)
        for (position, rank) in order.ranks.enumerated() { newPositions[rank] = position }
        var dependants = [[Int]](repeating: [], count: resources.count)
        for rank in order.ranks {
            for need in needs[rank] { dependants[newPositions[need]].append(newPositions[rank]) }
        }
        self.dependants = dependants
        positions = ranks.mapValues { newPositions[$0] }
    }

    package subscript(_ id: ResourceAddress) -> Resource? {
        positions[id].map { ordered[$0] }
    }

    /// What needs a resource directly, in the order of the graph.
    package func dependants(of id: ResourceAddress) -> [ResourceAddress] {
        positions[id].map { dependants[$0].map { ordered[$0].id } } ?? []
    }

    private static func ranks(of resources: [Resource], _ byRank: [Int]) -> [ResourceAddress: Int] {
        var ranks: [ResourceAddress: Int] = [:]
        ranks.reserveCapacity(resources.count)
        for (rank, index) in byRank.enumerated() {
            let previous = ranks.updateValue(rank, forKey: resources[index].id)
            precondition(previous == nil, "two resources have the address \(resources[index].id)")
        }
        return ranks
    }

    /// By rank the ranks of what is needed; nil, and reported, where something does not exist.
    private static func needs(
        of resources: [Resource],
        _ byRank: [Int],
        _ ranks: [ResourceAddress: Int],
        reporting diagnostics: inout Diagnostics
    ) -> [[Int]]? {
        let needs = byRank.map { index in resources[index].needs.keys.compactMap { ranks[$0] } }
        let incomplete = byRank.indices.filter { needs[$0].count < resources[byRank[$0]].needs.count }
        for rank in incomplete {
            let resource = resources[byRank[rank]]
            for (address, need) in resource.needs.sorted(by: { $0.key < $1.key }) where ranks[address] == nil {
                diagnostics.report(GraphDiagnostics.missingNeed(of: resource, on: address, need))
            }
        }
        return incomplete.isEmpty ? needs : nil
    }
}
