package import ManifoldDiagnostics
package import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// The order of services; all that compiling needs of a graph.
extension GraphBuilder {
    /// Finds services that wait for each other in a circle.
    package func checkOrder(of manifest: Manifest, reporting diagnostics: inout Diagnostics) {
        // Almost no manifest has one, and what is said of it needs each address in its order.
        guard Self.hasCircle(manifest.services) else { return }
        var needs: NeedCycle.Needs = [:]
        for service in manifest.services.values where service.isActive {
            let spans = service.dependsOn.map { (ResourceAddress(.service, $0.key), Optional($0.value.origin.span)) }
            needs[ResourceAddress(.service, service.name)] = Dictionary(uniqueKeysWithValues: spans)
        }
        for cycle in NeedCycle.cycles(among: needs) { diagnostics.report(GraphDiagnostics.cycle(cycle)) }
    }

    /// Whether some are left when, over and over, those are taken away that wait for none of the others.
    private static func hasCircle(_ services: OrderedDictionary<String, Service>) -> Bool {
        // Who waits for whom, by number: the edges that lead to a service hang together in a chain.
        var edges: [(from: Int, next: Int)] = []
        var chains = [Int](repeating: -1, count: services.count)
        var waiting = [Int](repeating: 0, count: services.count)
        for (number, service) in services.values.enumerated() where service.isActive {
            for name in service.dependsOn.keys {
                // One that is not there is an error of its own; one that is off waits for nothing.
                guard let needed = services.index(forKey: name) else { continue }
                edges.append((number, chains[needed]))
                chains[needed] = edges.count - 1
                waiting[number] += 1
            }
        }
        var free = waiting.indices.filter { waiting[$0] == 0 }
        var left = services.count - free.count
        while let number = free.popLast() {
            var edge = chains[number]
            while edge >= 0 {
                let (from, next) = edges[edge]
                waiting[from] -= 1
                if waiting[from] == 0 {
                    free.append(from)
                    left -= 1
                }
                edge = next
            }
        }
        return left > 0
    }
}
