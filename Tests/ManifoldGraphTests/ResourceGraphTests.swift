import ManifoldDiagnostics
import ManifoldGraph
import ManifoldResources
import Testing

@Suite("A resource graph")
struct ResourceGraphTests {
    @Test("puts what is needed first, and of equals the smaller address")
    func order() {
        let graph = graph(["service.a": ["service.z"], "service.z": ["network.n"], "service.b": [], "network.n": []])
        #expect(graph.addresses == ["network.n", "service.b", "service.z", "service.a"])
    }

    @Test("has the same order whatever the order of the input")
    func isStable() {
        let names = ["service.web10", "service.web9", "service.web1", "volume.data", "network.back"]
        let orders = [names, names.reversed(), Array(names[2...] + names[..<2])]
            .map { names in
                graph(names.map { ($0, []) }).addresses
            }
        #expect(orders == Array(repeating: orders[0], count: 3))
        #expect(orders[0] == ["network.back", "volume.data", "service.web1", "service.web9", "service.web10"])
    }

    @Test("finds a resource by its address and knows what needs it")
    func lookup() {
        let result = graph(["service.b": ["network.n"], "service.a": ["network.n"], "network.n": []]).graph
        #expect(result?[ResourceAddress(.network, "n")]?.id.name == "n")
        #expect(result?[ResourceAddress(.network, "other")] == nil)
        let dependants = result?.dependants(of: ResourceAddress(.network, "n")).map(\.description)
        #expect(dependants == ["service.a", "service.b"])
        #expect(result?.dependants(of: ResourceAddress(.network, "other")) == [])
    }

    @Test("reports every need that points nowhere, with its place")
    func missingNeeds() {
        let result = graph(["service.a": ["network.x", "volume.y"]])
        #expect(result.graph == nil)
        #expect(result.codes == ["graph.missing-need", "graph.missing-need"])
        #expect(result.diagnostics.allSatisfy { $0.primary != nil })
    }

    @Test("tells a cycle once, from its smallest address, with the place of each need")
    func cycle() throws {
        let result = graph(["service.c": ["service.a"], "service.b": ["service.c"], "service.a": ["service.b"]])
        #expect(result.graph == nil)
        let diagnostic = try #require(result.diagnostics.first)
        #expect(result.codes == ["graph.cycle"])
        #expect(diagnostic.message.hasSuffix("`service.a` → `service.b` → `service.c` → `service.a`"))
        #expect(diagnostic.primary?.text == "`service.a` needs `service.b`")
        #expect(diagnostic.related.map(\.text) == ["`service.b` needs `service.c`", "`service.c` needs `service.a`"])
    }

    @Test("tells a cycle of services once, however many instances they have")
    func cycleOfInstances() {
        var needs: [(String, [String])] = []
        for replica in 1...3 {
            needs.append(("service.a[\(replica)]", (1...3).map { "service.b[\($0)]" }))
            needs.append(("service.b[\(replica)]", (1...3).map { "service.a[\($0)]" }))
        }
        let result = graph(needs)
        #expect(result.codes == ["graph.cycle"])
        #expect(result.diagnostics.first?.message.hasSuffix("`service.a` → `service.b` → `service.a`") == true)
    }

    @Test("tells each of several cycles, but nothing of what only hangs on one")
    func severalCycles() {
        let result = graph([
            "service.a": ["service.b"], "service.b": ["service.a", "service.c"], "service.c": ["service.b"],
            "service.d": ["service.d"], "service.e": ["service.a"],
        ])
        #expect(
            result.diagnostics.map { $0.message.split(separator: ": ").last.map(String.init) } == [
                "`service.a` → `service.b` → `service.a`", "`service.b` → `service.c` → `service.b`",
                "`service.d` → `service.d`",
            ]
        )
    }

    @Test("walks a chain as long as a manifest may be, straight or closed to a circle")
    func longChain() {
        let count = 20_000
        let chain = (1..<count).map { ("service.s\($0)", ["service.s\($0 + 1)"]) }
        let straight = graph(chain + [("service.s\(count)", [])])
        #expect(straight.addresses.first == "service.s\(count)")
        let closed = graph(chain + [("service.s\(count)", ["service.s1"])])
        #expect(closed.codes == ["graph.cycle"])
        let stations = [
            "`service.s1` → `service.s2` → `service.s3` → `service.s4`", "\(count - 6) more",
            "`service.s\(count - 1)` → `service.s\(count)` → `service.s1`",
        ]
        #expect(closed.diagnostics.first?.message.hasSuffix(": " + stations.joined(separator: " → ")) == true)
    }

    private func graph(_ needs: KeyValuePairs<String, [String]>) -> Built {
        graph(needs.map { ($0.key, $0.value) })
    }

    private func graph(_ needs: [(String, [String])]) -> Built {
        var offset: UInt32 = 0
        let resources = needs.compactMap { text, needs -> Resource? in
            guard let id = ResourceAddress(text) else { return nil }
            var edges: [ResourceAddress: Need] = [:]
            for address in needs.compactMap({ ResourceAddress($0) }) {
                offset += 1
                edges[address] = Need(.started, at: span(offset))
            }
            return Resource(id: id, spec: .container(ContainerSpec()), needs: edges, declaration: span(offset))
        }
        var diagnostics = Diagnostics()
        let system = SystemIdentity(name: "shop", directory: "/srv", files: [])
        let graph = ResourceGraph(system: system, resources: resources, reporting: &diagnostics)
        return Built(graph: graph, diagnostics: diagnostics.sorted)
    }
}
