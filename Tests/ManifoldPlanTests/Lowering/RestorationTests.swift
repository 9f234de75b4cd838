import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("Taking a replacement back")
struct RestorationTests {
    /// All steps before a replacement's acceptance are carried out, then those of the replacement are taken back.
    @Test(
        "taking the steps of a replacement back restores the old container: name, run state, networks",
        arguments: UInt64(1)...60
    )
    func restoration(seed: UInt64) async throws {
        for position in 0..<10 {
            let generated = try await GeneratedPlan.changed(seed: seed)
            let replacements = generated.plan.changes.filter { $0.actions == [.replace] && $0.id.kind == .service }
            guard position < replacements.count else { return }
            try restore(replacements[position], generated)
        }
    }

    private func restore(_ change: Change, _ generated: GeneratedPlan) throws {
        let engine = generated.rehearsal.engine
        let steps = generated.plan.steps
        let old = try #require(generated.facts.containers.first { $0.address == change.id })
        let accepted = try #require(steps.last { $0.change == change.id && $0.operation.isObservation })
        // A port that another one has by then cannot be had back.
        guard !isPortTaken(of: old, generated) else { return }

        var created: [Step.ID: String] = [:]
        let done = steps.prefix { $0.id < accepted.id }
        for step in done { created[step.id] = try engine.perform(step.operation, resolving: created) }
        for step in done.reversed() where step.change == change.id {
            guard let undo = step.undo else { continue }
            do {
                _ = try engine.perform(undo, resolving: created)
            } catch {
                Issue.record("\(undo): \(error): \(generated.plan.lines)")
            }
        }
        let restored = engine.facts().containers.filter { $0.address == change.id }
        #expect(restored.map(\.id) == [old.id])
        #expect(restored.first?.name == old.name)
        #expect(restored.first?.state.status == old.state.status)
        let networks = Set(engine.facts().networks.map(\.name))
        #expect(
            restored.first.map(networksOf) == networksOf(old).intersection(networks),
            "\(generated.plan.lines)"
        )
    }

    @Test("an old container whose network went for a renamed one is put back onto that")
    func renamedNetwork() throws {
        var scene = Scene()
        func network(_ name: String) {
            scene.network(name) {
                var pool = AddressManagement.Pool()
                pool.subnet = "10.1.0.0/16"
                $0.addresses.pools = [pool]
            }
        }
        network("front")
        scene.service("api") { $0.endpoints = ["shop_front": EndpointSpec()] }
        scene.apply()
        scene.drop(ResourceAddress(.network, "front"))
        network("edge")
        scene.service("api") {
            $0.endpoints = ["shop_edge": EndpointSpec()]
            $0.user = "1"
        }
        let lines = try scene.plan().lines
        let joins = try #require(lines.firstIndex(of: "connect shop-api-1 to shop_edge"))
        let stops = try #require(lines.firstIndex(of: "stop shop-api-1"))
        #expect(joins < stops, "\(lines)")
    }

    private func networksOf(_ container: LiveContainer<FreeText>) -> Set<String> {
        if case .map(let endpoints)? = container.fields["networks"] { Set(endpoints.keys) } else { [] }
    }

    private func isPortTaken(of old: LiveContainer<FreeText>, _ generated: GeneratedPlan) -> Bool {
        guard let graph = generated.graph, let ports = old.fields["ports"] else { return false }
        return graph.ordered.contains { $0.id != old.address && $0.spec.fields["ports"] == ports }
    }
}
