import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// An apply dies, and before anybody applies again the manifest changes once more.
@Suite("Another change after an apply that died")
struct InterruptedChangeTests {
    @Test("wherever the first one died, the other change comes to its end", arguments: UInt64(1)...8)
    func killed(seed: UInt64) async throws {
        try await interrupt(seed) { Faults.death(at: $0, afterEffect: true) }
    }

    @Test(
        "wherever the first one died while it took something back, the other change comes to its end",
        arguments: UInt64(1)...8
    )
    func killedWhileTakingBack(seed: UInt64) async throws {
        try await interrupt(seed) { call in
            var faults = Faults.refusing(call: call)
            faults.death = call + 3
            return faults
        }
    }

    private func interrupt(_ seed: UInt64, _ faults: (Int) -> Faults) async throws {
        var generator = SystemGenerator(seed: seed)
        let sketch = generator.system()
        let first = touched(sketch, "first").graph
        let second = touched(generator.variation(of: sketch), "second").graph
        var call = 1
        while true {
            let rehearsal = Rehearsal()
            try await rehearsal.apply(sketch.graph)
            try await rehearsal.apply(first, faults: faults(call), parallelism: 1)
            guard rehearsal.engine.calls >= call else { return }
            let interrupted = rehearsal.engine.journal
            try await rehearsal.apply(second, parallelism: 1)
            let rest = try rehearsal.plan(second)
            try #require(
                rest.isEmpty,
                "killed at \(call): \(interrupted) then \(rehearsal.engine.journal) left \(rest.lines)"
            )
            call += 1
        }
    }

    /// The same system with every container to be replaced.
    private func touched(_ sketch: SystemSketch, _ value: String) -> SystemSketch {
        var sketch = sketch
        for index in sketch.services.indices { sketch.services[index].environment["TOUCHED"] = value }
        return sketch
    }
}
