import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Values that the image supplies")
struct ImageSuppliedTests {
    @Test("a value that the image supplies never shows, whatever else changes")
    func neverShown() throws {
        var scene = Scene()
        scene.images[Scene.image] = ImageSketch(defaults: Self.defaults)
        scene.service("web")
        scene.apply()
        #expect(try scene.plan().isEmpty)
        scene.service("web") { $0.environment = ["NEW": text("1")] }
        #expect(try scene.plan().paths("web") == ["environment.NEW"])
    }

    @Test("what left the manifest goes back to the image's value, entry by entry")
    func backToImage() {
        let comparing = Comparing(
            desired: { _ in },
            live: { $0.environment = ["A": text("mine"), "B": text("mine"), "C": text("image")] },
            recorded: { $0.environment = ["A": text("mine"), "B": text("mine")] },
            image: { $0.environment = ["A": text("image"), "C": text("image")] }
        )
        #expect(comparing.paths == ["environment.A", "environment.B"])
        let after = comparing.differences.map(\.after)
        #expect(after[1] == nil)
        #expect(after[0] != nil)
    }

    @Test("what left the manifest and is what the image says by itself is nothing to do")
    func sameAsImage() {
        let comparing = Comparing(
            live: {
                $0.environment = ["A": text("1")]
                $0.user = "u"
            },
            recorded: {
                $0.environment = ["A": text("1")]
                $0.user = "u"
            },
            image: {
                $0.environment = ["A": text("1")]
                $0.user = "u"
            }
        )
        #expect(comparing.paths.isEmpty)
    }

    @Test("what the manifest says is compared even where the image says the same")
    func manifestOverImage() {
        let comparing = Comparing(
            desired: { $0.user = "u" },
            live: { $0.user = "other" },
            image: { $0.user = "u" }
        )
        #expect(comparing.paths == ["user"])
        #expect(comparing.causes == [.drift])
    }

    @Test("a variable that the manifest hides is hidden, not left to the image")
    func hiddenVariable() {
        let comparing = Comparing(
            desired: { $0.environment.updateValue(nil, forKey: "A") },
            live: { $0.environment = ["A": text("image")] },
            image: { $0.environment = ["A": text("image")] }
        )
        #expect(comparing.paths == ["environment.A"])
        let hidden = Comparing(
            desired: { $0.environment.updateValue(nil, forKey: "A") },
            live: { $0.environment.updateValue(nil, forKey: "A") },
            image: { $0.environment = ["A": text("image")] }
        )
        #expect(hidden.paths.isEmpty)
    }

    @Test("an entrypoint of the manifest's own hides the image's command")
    func entrypointHidesCommand() throws {
        var scene = Scene()
        scene.service("web") { $0.entrypoint = [text("/own")] }
        scene.apply()
        #expect(scene.containers[0].fields["command"] == nil)
        #expect(try scene.plan().isEmpty)
    }

    @Test("a command that leaves the manifest beside an entrypoint goes to nothing, not to the image's command")
    func commandBesideEntrypoint() throws {
        var scene = Scene()
        scene.service("web") {
            $0.entrypoint = [text("/own")]
            $0.command = [text("arg")]
        }
        scene.apply()
        scene.service("web") { $0.command = nil }
        let plan = try scene.plan()
        #expect(plan.paths("web") == ["command"])
        #expect(plan.differences("web").first?.after == nil)
        scene.apply()
        #expect(try scene.plan().isEmpty)
    }

    @Test("an entrypoint that leaves the manifest goes back to the image's")
    func entrypointLeaves() throws {
        var scene = Scene()
        var image = ImageSketch()
        image.defaults["entrypoint"] = .list([.text(text("/image"))])
        scene.images[Scene.image] = image
        scene.service("web") { $0.entrypoint = [] }
        scene.apply()
        scene.service("web") { $0.entrypoint = nil }
        let difference = try #require(try scene.plan().differences("web").first)
        #expect(difference.path == FieldPath("entrypoint"))
        #expect(difference.before == .list([]))
        #expect(difference.cause == .manifestChanged)
    }

    @Test("part of a health check that leaves the manifest goes back to the image's part")
    func healthCheckParts() {
        let comparing = Comparing(
            desired: { $0.healthCheck.interval = 5 },
            live: {
                $0.healthCheck.interval = 5
                $0.healthCheck.timeout = 6
                $0.healthCheck.retries = 7
            },
            recorded: {
                $0.healthCheck.interval = 5
                $0.healthCheck.timeout = 6
            },
            image: {
                $0.healthCheck.timeout = 8
                $0.healthCheck.retries = 7
            }
        )
        #expect(comparing.paths == ["healthcheck.timeout"])
        #expect(comparing.differences.first?.after == .duration(8))
    }

    @Test("where the image is gone nobody's values are taken for the manifest's")
    func lostImage() throws {
        var scene = Scene()
        scene.service("web") { $0.environment = ["A": text("1")] }
        scene.apply()
        scene.drift("web") { $0.hasLostImage = true }
        #expect(try scene.plan().isEmpty)
        scene.service("web") { $0.environment = [:] }
        let plan = try scene.plan()
        #expect(plan.paths("web") == ["environment.A"])
        #expect(plan.differences("web").first?.after == nil)
    }

    private static let defaults: OpenFields = [
        "environment": .map(["PATH": .text(text("/bin")), "LANG": .text(text("C"))]),
        "labels": .map(["vendor": .text(text("x"))]), "command": .list([.text(text("serve"))]),
        "entrypoint": .list([.text(text("/entry"))]), "user": .word("app"), "working_dir": .word("/srv"),
        "stop_signal": .word("SIGQUIT"), "healthcheck": .map(["interval": .duration(1)]),
    ]
}
