import ManifoldDiagnostics
import ManifoldResources

/// A circle of needs, told among services rather than instances, from its smallest address onward.
struct NeedCycle: Hashable {
    struct Edge: Hashable {
        let from: ResourceAddress
        let to: ResourceAddress
        let span: SourceSpan?
    }

    let edges: [Edge]

    /// The cycles among some resources: one for each need that closes a circle in a walk in the order of addresses.
    ///
    /// There may be exponentially many circles; these are enough to see each need that has to go. Their sum of
    /// lengths is limited too, so that a hostile manifest gets an error and not a flood.
    static func cycles(among resources: [Resource], printedEdges limit: Int = 1_000) -> [NeedCycle] {
        var needs: Needs = [:]
        for resource in resources { needs[resource.id.withoutReplica] = [:] }
        for resource in resources {
            for (id, need) in resource.needs {
                needs[resource.id.withoutReplica]?[id.withoutReplica] = .some(need.span)
            }
        }
        return cycles(among: needs, printedEdges: limit)
    }

    /// What needs what, with the place that asks for it.
    typealias Needs = [ResourceAddress: [ResourceAddress: SourceSpan?]]

    /// The same among addresses; a need of one that is not there is no part of a circle.
    static func cycles(among needs: Needs, printedEdges limit: Int = 1_000) -> [NeedCycle] {
        var walk = Walk(needs)
        var found: [NeedCycle] = []
        var seen: Set<NeedCycle> = []
        var budget = limit
        walk.forEachCycle { cycle in
            if budget > 0, seen.insert(cycle).inserted {
                found.append(cycle)
                budget -= cycle.edges.count
            }
            return budget > 0
        }
        return found
    }

    /// Turns the circle so that it begins at its smallest address: one circle has one spelling.
    private init(rotating edges: [Edge]) {
        let start = edges.indices.min { edges[$0].from < edges[$1].from } ?? edges.startIndex
        self.edges = Array(edges[start...] + edges[..<start])
    }
}

extension NeedCycle {
    /// A depth-first walk without recursion, since a chain of needs may be as long as the manifest.
    private struct Walk {
        private enum Mark {
            case unseen
            case onPath
            case done
        }

        private let addresses: [ResourceAddress]
        private let edges: [[Edge]]
        private let positions: [ResourceAddress: Int]

        init(_ needs: Needs) {
            addresses = needs.keys.sorted()
            positions = Dictionary(uniqueKeysWithValues: zip(addresses, addresses.indices))
            edges = addresses.map { from in
                (needs[from] ?? [:]).filter { needs[$0.key] != nil }
                    .sorted { $0.key < $1.key }
                    .map { Edge(from: from, to: $0.key, span: $0.value) }
            }
        }

        /// Calls `body` with each circle found until it returns false.
        mutating func forEachCycle(_ body: (NeedCycle) -> Bool) {
            var marks = [Mark](repeating: .unseen, count: addresses.count)
            var next = [Int](repeating: 0, count: addresses.count)
            for root in addresses.indices where marks[root] == .unseen {
                var path: [Edge] = []
                var current = root
                marks[root] = .onPath
                while true {
                    guard next[current] < edges[current].count else {
                        marks[current] = .done
                        guard let last = path.popLast() else { break }
                        current = position(of: last.from)
                        continue
                    }
                    let edge = edges[current][next[current]]
                    next[current] += 1
                    let target = position(of: edge.to)
                    switch marks[target] {
                    case .done: continue
                    case .onPath:
                        let start = path.lastIndex { $0.from == edge.to } ?? path.endIndex
                        guard body(NeedCycle(rotating: path[start...] + [edge])) else { return }
                    case .unseen:
                        marks[target] = .onPath
                        path.append(edge)
                        current = target
                    }
                }
            }
        }

        private func position(of address: ResourceAddress) -> Int {
            positions[address] ?? 0
        }
    }
}
