import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Secrets and plans")
struct SecrecyTests {
    private static let secret = "hunter2-hunter2"

    /// Every place of a container that takes a text of the author's own.
    private static let places: [(String, @Sendable (inout ContainerSpec) -> Void)] = [
        ("environment", { $0.environment = ["PASSWORD": hidden] }),
        ("command", { $0.command = [FreeText("run", isShowable: true), hidden] }),
        ("entrypoint", { $0.entrypoint = [hidden] }),
        ("labels", { $0.labels = ["token": hidden] }),
        ("healthcheck", { $0.healthCheck.test = [FreeText("CMD", isShowable: true), hidden] }),
        (
            "files",
            {
                $0.files = [
                    "/run/secrets/a": FileSpec(
                        source: ResourceAddress(.secret, "a"),
                        content: FreeText(content: Array(secret.utf8)),
                        userID: 0,
                        groupID: 0,
                        mode: 0o400
                    )
                ]
            }
        ),
    ]

    private static var hidden: FreeText { FreeText(secret, isShowable: false) }

    @Test("a wanted system holds no secret, at whichever place", arguments: places.indices)
    func desired(index: Int) {
        var scene = Scene()
        scene.service("web", Self.places[index].1)
        #expect(!leaks(of: Self.secret, in: scene.graph).isEmpty, "the test would see it")
        #expect(leaks(of: Self.secret, in: scene.desired).isEmpty)
    }

    @Test(
        "facts hold no secret once they are sealed, the manifest's secrets or the engine's own",
        arguments: places.indices
    )
    func facts(index: Int) {
        var scene = Scene()
        scene.service("web", Self.places[index].1)
        scene.apply()
        #expect(leaks(of: Self.secret, in: Scene.sealer.seal(scene.facts, for: scene.desired)).isEmpty)
        scene.drop(ResourceAddress(.service, "web", replica: 1))
        scene.service("other")
        #expect(leaks(of: Self.secret, in: Scene.sealer.seal(scene.facts, for: scene.desired)).isEmpty)
    }

    @Test("a plan that brings a secret, changes one or takes one away holds none of them", arguments: places.indices)
    func plans(index: Int) throws {
        var without = Scene()
        without.service("web")
        var with = without
        with.service("web", Self.places[index].1)
        #expect(leaks(of: Self.secret, in: try with.plan()).isEmpty)

        var bringing = without
        bringing.apply()
        bringing.wants = with.wants
        var taking = with
        taking.apply()
        taking.wants = without.wants
        for scene in [bringing, taking] {
            let plan = try scene.plan()
            #expect(plan.actions("web") == [.replace])
            #expect(leaks(of: Self.secret, in: plan).isEmpty)
        }
    }

    @Test("a label holds no secret, and no text at all", arguments: places.indices)
    func labels(index: Int) {
        var spec = ContainerSpec()
        Self.places[index].1(&spec)
        spec.environment["SHOWN"] = FreeText("plainly-visible", isShowable: true)
        let record = SpecRecord(Scene.sealer.seal(FieldTable.container.fields(of: spec)))
        let label = record.label(keyID: Scene.sealer.keyID)
        #expect(!label.contains(Self.secret))
        #expect(!label.contains("plainly-visible"))
    }

    @Test("networks' and volumes' texts are sealed too")
    func otherKinds() throws {
        var scene = Scene()
        scene.network("back") {
            $0.labels = ["a": Self.hidden]
            $0.driverOptions = ["b": Self.hidden]
        }
        scene.volume("data") {
            $0.labels = ["a": Self.hidden]
            $0.driverOptions = ["b": Self.hidden]
        }
        #expect(leaks(of: Self.secret, in: scene.desired).isEmpty)
        scene.apply()
        scene.network("back") { $0.labels = [:] }
        #expect(leaks(of: Self.secret, in: Scene.sealer.seal(scene.facts, for: scene.desired)).isEmpty)
        #expect(leaks(of: Self.secret, in: try scene.plan()).isEmpty)
    }

    @Test("an image's texts are sealed too")
    func images() {
        var scene = Scene()
        scene.images[Scene.image] = ImageSketch(defaults: ["environment": .map(["A": .text(Self.hidden)])])
        scene.service("web")
        scene.apply()
        #expect(leaks(of: Self.secret, in: Scene.sealer.seal(scene.facts, for: scene.desired)).isEmpty)
    }
}
