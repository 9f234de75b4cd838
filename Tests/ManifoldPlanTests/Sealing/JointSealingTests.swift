import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("Sealing what is wanted and what is there at once")
struct JointSealingTests {
    @Test("gives every text the digest and the visibility that it has by itself", arguments: UInt64(1)...30)
    func same(seed: UInt64) async throws {
        for generated in try await GeneratedPlan.all(seed: seed) {
            guard let graph = generated.graph else { continue }
            let sealer = generated.rehearsal.sealer
            let alone = DesiredSystem(graph, sealer: sealer)
            let joint = sealer.seal(graph, generated.facts)
            #expect(joint.desired.ordered.map { spelling($0.fields) } == alone.ordered.map { spelling($0.fields) })
            #expect(spelling(joint.facts) == spelling(sealer.seal(generated.facts, for: alone)))
        }
    }

    @Test("of two containers of one instance each is sealed as it is")
    func twins() {
        var scene = Scene()
        scene.service("web") { $0.environment = ["LEVEL": text("debug"), "TOKEN": FreeText("t", isShowable: false)] }
        scene.apply()
        scene.containers.append(scene.containers[0])
        scene.containers[1].id = "twin"
        let facts = Scene.sealer.seal(scene.graph, scene.facts).facts
        #expect(Set(facts.containers.map { spelling($0.fields) }).count == 1)
    }

    private func spelling(_ facts: SealedFacts) -> [String] {
        facts.networks.map { "\($0.id) \(spelling($0.fields))" }
            + facts.volumes.map { "\($0.name) \(spelling($0.fields))" }
            + facts.containers.map { "\($0.id) \(spelling($0.fields)) \(spelling($0.imageDefaults ?? [:]))" }
    }

    private func spelling(_ fields: SealedFields) -> String {
        fields.sorted { $0.key < $1.key }.map { "\($0.key): \(spelling($0.value))" }.joined(separator: ", ")
    }

    /// All of a value, while two texts are equal by their digests alone.
    private func spelling(_ value: FieldValue<SealedText>) -> String {
        switch value {
        case .text(let text): "\(text.digest) \(text.shown ?? "hidden")"
        case .list(let values): "[\(values.map(spelling).joined(separator: ", "))]"
        case .set(let values): "{\(values.map(spelling).sorted().joined(separator: ", "))}"
        case .map(let entries):
            "{\(entries.map { "\($0): \(spelling($1))" }.sorted().joined(separator: ", "))}"
        default: "\(value)"
        }
    }
}
