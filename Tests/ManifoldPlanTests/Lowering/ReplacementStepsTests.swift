import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("The steps of a replacement")
struct ReplacementStepsTests {
    @Test(
        "the new one is prepared while the old one serves, takes its place, and only when it is accepted the old one goes"
    )
    func order() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = "other" }
        let plan = try scene.plan()
        #expect(
            plan.lines == [
                "create shop-web-1.incoming", "connect shop-web-1.incoming to shop_b", "put files shop-web-1.incoming",
                "stop shop-web-1", "rename shop-web-1 to shop-web-1.outgoing",
                "rename shop-web-1.incoming to shop-web-1",
                "start shop-web-1", "await shop-web-1 ready", "remove shop-web-1.outgoing",
            ]
        )
        for line in plan.lines.prefix(3) { #expect(try plan.does("stop shop-web-1", waitFor: line)) }
        for (line, other) in zip(plan.lines.dropFirst(4), plan.lines.dropFirst(3)) {
            #expect(try plan.does(line, waitFor: other))
        }
    }

    @Test("every step before the acceptance that changes names or runs can be taken back to what was")
    func undo() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = "other" }
        let plan = try scene.plan()
        let old = Step.Target.existing(id: "id-web-1", name: "shop-web-1")
        let new = Step.Target.created(by: Step.ID(1), name: "shop-web-1.incoming")
        #expect(try plan.step("create shop-web-1.incoming").undo == .remove(new))
        #expect(try plan.step("stop shop-web-1").undo == .start(old))
        #expect(
            try plan.step("rename shop-web-1 to shop-web-1.outgoing").undo
                == .rename(old.named("shop-web-1.outgoing"), to: "shop-web-1")
        )
        #expect(
            try plan.step("rename shop-web-1.incoming to shop-web-1").undo
                == .rename(new.named("shop-web-1"), to: "shop-web-1.incoming")
        )
        #expect(try plan.step("start shop-web-1").undo == .stop(new.named("shop-web-1")))
        #expect(try plan.step("remove shop-web-1.outgoing").undo == nil)
    }

    @Test(
        "the old one could be started again on all its networks, one that is made anew and that the new one leaves too"
    )
    func renewedNetworks() throws {
        var scene = Self.scene
        scene.network("b") { $0.isInternal = true }
        scene.service("web") {
            $0.endpoints["shop_b"] = nil
            $0.user = "other"
        }
        let plan = try scene.plan()
        #expect(try plan.does("connect shop-web-1 to shop_b", waitFor: "create network shop_b"))
        #expect(try plan.does("stop shop-web-1", waitFor: "connect shop-web-1 to shop_b"))
        #expect(!plan.lines.contains("connect shop-web-1.incoming to shop_b"))
    }

    @Test("the old one stops when what the new one needs is ready, not before")
    func needs() throws {
        var scene = Self.scene
        scene.service("db")
        scene.service("web", needs: ["db": Need(.healthy)]) { $0.user = "other" }
        let plan = try scene.plan()
        #expect(try plan.does("stop shop-web-1", waitFor: "await shop-db-1 ready"))
        #expect(try !plan.does("create shop-web-1.incoming", waitFor: "await shop-db-1 ready"))
    }

    @Test("an old one that does not run is not stopped, and not started when all is taken back")
    func stoppedOld() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = "other" }
        scene.drift("web") { $0.state = ContainerState(.exited) }
        let plan = try scene.plan()
        #expect(!plan.lines.contains("stop shop-web-1"))
        let starts = plan.steps.compactMap(\.undo).filter { if case .start = $0 { true } else { false } }
        #expect(starts.isEmpty)
    }

    @Test("an old one that an interrupted apply may have stopped is started again when all is taken back")
    func revived() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = "other" }
        scene.drift("web") { $0.state = ContainerState(.exited) }
        scene.revision?.isFinished = false
        let undone = try scene.plan().steps.compactMap(\.undo)
        #expect(undone.contains(.start(.existing(id: "id-web-1", name: "shop-web-1"))))
    }

    @Test("an old one under another name keeps it: the proper one is free")
    func renamedOld() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = "other" }
        scene.drift("web") { $0.spec.name = "mine" }
        let plan = try scene.plan()
        #expect(!plan.lines.contains { $0.hasPrefix("rename mine") })
        #expect(plan.lines.contains("rename shop-web-1.incoming to shop-web-1"))
        #expect(plan.lines.last == "remove mine")
    }

    @Test("an old one on a network that is made anew is put on the new one, in case it has to be started again")
    func renewedNetwork() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = "other" }
        scene.network("a") { $0.isInternal = true }
        let plan = try scene.plan()
        #expect(try plan.does("create shop-web-1.incoming", waitFor: "create network shop_a"))
        #expect(try plan.does("connect shop-web-1 to shop_a", waitFor: "create network shop_a"))
        #expect(try plan.does("stop shop-web-1", waitFor: "connect shop-web-1 to shop_a"))
        #expect(try plan.does("remove network shop_a", waitFor: "disconnect shop-web-1 from shop_a"))
    }

    @Test("a new container that nobody replaced has nothing to go back to")
    func newContainer() throws {
        var scene = Scene()
        scene.service("web")
        #expect(try scene.plan().steps.allSatisfy { $0.undo == nil })
    }

    private static var scene: Scene {
        var scene = Scene()
        scene.network("a")
        scene.network("b")
        scene.service("web") {
            $0.endpoints = ["shop_a": EndpointSpec(), "shop_b": EndpointSpec()]
            $0.files = ["/f": file("f")]
        }
        scene.apply()
        return scene
    }
}
