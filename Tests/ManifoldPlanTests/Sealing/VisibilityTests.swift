import ManifoldPlan
import ManifoldResources
import Testing

@Suite("What is shown of the engine's texts")
struct VisibilityTests {
    @Test("a text of the manifest is shown as its author may see it")
    func manifest() {
        let sealed = sealed {
            $0.environment = ["LEVEL": text("debug"), "TOKEN": FreeText("t", isShowable: false)]
            $0.command = [text("run"), FreeText("t", isShowable: false)]
        }
        #expect(shown(sealed, "environment", "LEVEL") == "debug")
        #expect(shown(sealed, "environment", "TOKEN") == nil)
        guard case .list(let words)? = sealed["command"] else {
            Issue.record("a command is a list")
            return
        }
        #expect(words.map(shown) == ["run", nil])
    }

    @Test(
        "a live text is shown only where the manifest or the record shows that very text at that very place",
        arguments: [
            ("environment", "LEVEL", "debug", true), ("environment", "LEVEL", "info", false),
            ("environment", "OTHER", "debug", false), ("labels", "LEVEL", "debug", false),
            ("environment", "TOKEN", "t", false),
        ]
    )
    func live(field: FieldName, entry: String, value: String, isShown: Bool) {
        let known = sealed {
            $0.environment = ["LEVEL": text("debug"), "TOKEN": FreeText("t", isShowable: false)]
        }
        let live: OpenFields = [field: .map([entry: .text(FreeText(value, isShowable: false))])]
        let sealedLive = Scene.sealer.seal(live, showing: [known])
        #expect(shown(sealedLive, field, entry) == (isShown ? value : nil))
    }

    @Test("what the engine says about showing does not count")
    func claims() {
        let live: OpenFields = ["environment": .map(["A": .text(FreeText("x", isShowable: true))])]
        #expect(shown(Scene.sealer.seal(live, showing: []), "environment", "A") == nil)
        var scene = Scene()
        scene.images[Scene.image] = ImageSketch(defaults: live)
        scene.service("web")
        scene.apply()
        let facts = Scene.sealer.seal(scene.facts, for: scene.desired)
        let defaults = [facts.images[Scene.image]?.defaults, facts.containers[0].imageDefaults].compactMap { $0 }
        #expect(defaults.count == 2)
        #expect(defaults.allSatisfy { shown($0, "environment", "A") == nil })
    }

    @Test("a text that has left the manifest stays visible through the record of the object")
    func record() throws {
        var scene = Scene()
        scene.service("web") { $0.environment = ["LEVEL": text("debug"), "TOKEN": FreeText("t", isShowable: false)] }
        scene.apply()
        scene.service("web") { $0.environment = [:] }
        let differences = try scene.plan().differences("web")
        #expect(differences.map(\.path.description) == ["environment.LEVEL", "environment.TOKEN"])
        #expect(differences.map { $0.before.flatMap(shown) } == ["debug", nil])
    }

    @Test("a text that somebody else put there is never shown, also where the manifest shows its own")
    func drift() throws {
        var scene = Scene()
        scene.service("web") { $0.environment = ["LEVEL": text("debug")] }
        scene.apply()
        scene.drift("web") { $0.spec.environment = ["LEVEL": text("their-secret")] }
        let difference = try #require(try scene.plan().differences("web").first)
        #expect(difference.before.flatMap(shown) == nil)
        #expect(difference.after.flatMap(shown) == "debug")
    }

    @Test("words of a list are shown one by one")
    func words() {
        let known = sealed { $0.command = [text("run"), FreeText("t", isShowable: false)] }
        let live: OpenFields = ["command": .list(["run", "t", "x"].map { .text(FreeText($0, isShowable: false)) })]
        guard case .list(let words)? = Scene.sealer.seal(live, showing: [known])["command"] else {
            Issue.record("a command is a list")
            return
        }
        #expect(words.map(shown) == ["run", nil, nil])
    }

    @Test("a member of a set is shown where the same field shows it, and nowhere else")
    func members() {
        let known: SealedFields = Scene.sealer.seal(["groups": .set([.text(text("run"))])])
        let live: OpenFields = [
            "groups": .set(Set(["run", "x"].map { .text(FreeText($0, isShowable: false)) })),
            "command": .text(FreeText("run", isShowable: false)),
            "labels": .map(["groups": .text(FreeText("run", isShowable: false))]),
        ]
        let sealed = Scene.sealer.seal(live, showing: [known])
        guard case .set(let members)? = sealed["groups"] else {
            Issue.record("the groups are a set")
            return
        }
        #expect(members.compactMap(shown) == ["run"])
        #expect(sealed["command"].flatMap(shown) == nil)
        #expect(shown(sealed, "labels", "groups") == nil)
    }

    private func sealed(_ change: (inout ContainerSpec) -> Void) -> SealedFields {
        var spec = ContainerSpec()
        change(&spec)
        return Scene.sealer.seal(FieldTable.container.fields(of: spec))
    }

    private func shown(_ fields: SealedFields, _ field: FieldName, _ entry: String) -> String? {
        fields.value(at: FieldPath(field, entry)).flatMap(shown)
    }

    private func shown(_ value: FieldValue<SealedText>) -> String? {
        if case .text(let text) = value { text.shown } else { nil }
    }
}
