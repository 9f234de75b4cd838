import ManifoldGraph
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("The generator of systems")
struct SystemGeneratorTests {
    @Test("the same seed gives the same systems, other seeds give others")
    func seeds() {
        func systems(_ seed: UInt64) -> [String] {
            var generator = SystemGenerator(seed: seed)
            let first = generator.system()
            return [first, generator.variation(of: first)]
                .map { sketch in
                    sketch.services
                        .map { "\($0.name) \($0.image) \($0.replicas) \($0.environment.sorted { $0.key < $1.key })" }
                        .joined(separator: "\n")
                }
        }
        #expect((1...50).allSatisfy { systems($0) == systems($0) })
        #expect(Set((1...50).map { systems($0) }).count > 45)
    }

    @Test("every system and every variation of it is a graph", arguments: UInt64(1)...50)
    func graphs(seed: UInt64) {
        var generator = SystemGenerator(seed: seed)
        var sketch = generator.system()
        for _ in 1...10 {
            let graph = sketch.graph
            #expect(graph.ordered.count { $0.id.kind == .service } == sketch.services.map(\.replicas).reduce(0, +))
            sketch = generator.variation(of: sketch)
        }
    }
}
