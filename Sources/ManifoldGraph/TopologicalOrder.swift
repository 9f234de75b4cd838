/// Ranks in waves: a wave holds all whose needs lie in earlier waves, in ascending order.
///
/// Linear in ranks and needs, and the same result whatever order each list of needs has.
struct TopologicalOrder {
    /// What is needed before what needs it.
    let ranks: [Int]
    /// What is in a cycle or needs something in one, ascending.
    let leftOver: [Int]

    init(needs: [[Int]]) {
        var missing = needs.map(\.count)
        var dependants = [[Int]](repeating: [], count: needs.count)
        for (position, list) in needs.enumerated() {
            for need in list { dependants[need].append(position) }
        }
        var order: [Int] = []
        order.reserveCapacity(needs.count)
        var wave = needs.indices.filter { missing[$0] == 0 }
        while !wave.isEmpty {
            order += wave
            var next: [Int] = []
            for position in wave {
                for dependant in dependants[position] {
                    missing[dependant] -= 1
                    if missing[dependant] == 0 { next.append(dependant) }
                }
            }
            wave = next.sorted()
        }
        ranks = order
        leftOver = needs.indices.filter { missing[$0] > 0 }
    }
}
