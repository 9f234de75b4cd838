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

    @Test("each of many containers is sealed as it is, also where an instance has two")
    func twins() {
        var scene = Scene()
        for number in 1...40 {
            scene.service("s\(number)") {
                $0.environment = ["LEVEL": text("debug"), "TOKEN": FreeText("t", isShowable: false)]
            }
        }
        scene.apply()
        scene.containers += scene.containers.indices.map { index in
            var twin = scene.containers[index]
            twin.id += "-twin"
            return twin
        }
        let facts = Scene.sealer.seal(scene.graph, scene.facts).facts
        #expect(facts.containers.map(\.id) == scene.facts.containers.map(\.id))
        let environments = Set(facts.containers.map { spelling($0.fields["environment"] ?? .map([:])) })
        #expect(environments.count == 1)
        #expect(environments.first?.contains("debug") == true)
        #expect(environments.first?.contains(" hidden") == true)
    }

    @Test("a name in another spelling of the same letters is another one, alone and among others")
    func spellings() throws {
        var scene = Scene()
        scene.service("web") { $0.labels = ["caf\u{e9}": text("x"), "plain": text("y")] }
        scene.apply()
        #expect(try scene.plan().isEmpty)
        scene.service("web") { $0.labels = ["cafe\u{301}": text("x"), "plain": text("y")] }
        #expect(try scene.plan().differences("web").map(\.path.field) == ["labels"])
        scene.service("web") { $0.labels = ["cafe\u{301}": text("x"), "plain": text("z")] }
        #expect(try scene.plan().differences("web").map(\.path.field) == ["labels", "labels"])
    }

    @Test("what is hidden in the manifest stays hidden in a live value that is the same, whatever the record says")
    func hidden() {
        let open: OpenFields = [
            "command": .list(["run", "t"].map { .text(FreeText($0, isShowable: $0 == "run")) }),
            "environment": .map(["TOKEN": .text(FreeText("t", isShowable: false))]),
        ]
        let wanted = WantedFields(open: open, sealed: Scene.sealer.seal(open))
        let live: OpenFields = [
            "command": .list(["run", "t"].map { .text(FreeText($0, isShowable: true)) }),
            "environment": .map(["TOKEN": .text(text("t")), "OTHER": .text(text("t"))]),
        ]
        let record = Scene.sealer.seal(live)
        let sealed = Scene.sealer.seal(live, beside: wanted, showing: [])
        #expect(spelling(sealed).split(separator: "hidden", omittingEmptySubsequences: false).count == 4)
        let shown = spelling(Scene.sealer.seal(live, beside: wanted, showing: [record]))
        #expect(shown.split(separator: "hidden", omittingEmptySubsequences: false).count == 3)
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
