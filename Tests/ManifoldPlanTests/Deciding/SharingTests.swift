import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Namespaces of other containers")
struct SharingTests {
    private static let web = ResourceAddress(.service, "web", replica: 1)

    /// `side` shares the network of `web`, `deep` that of `side`; the engine says so by id.
    private static var scene: Scene {
        var scene = Scene()
        scene.service("web")
        scene.service("side", needs: ["web": Need(.started)]) { $0.sharing.network = .service("web") }
        scene.service("deep", needs: ["side": Need(.started)]) { $0.sharing.processes = .service("side") }
        scene.apply()
        scene.drift("side") { $0.spec.sharing.network = .container("id-web-1") }
        scene.drift("deep") { $0.spec.sharing.processes = .container("id-side-1") }
        return scene
    }

    @Test("the id of the present container is what the manifest means by the service")
    func same() throws {
        #expect(try Self.scene.plan().isEmpty)
    }

    @Test("another id is a difference")
    func other() throws {
        var scene = Self.scene
        scene.drift("side") { $0.spec.sharing.network = .container("id-of-somebody") }
        let plan = try scene.plan()
        #expect(plan.actions("side") == [.replace])
        #expect(plan.paths("side") == ["network_mode"])
        #expect(plan.differences("side").map(\.cause) == [.drift])
        #expect(plan.actions("web").isEmpty)
    }

    @Test("a new container makes new ones of all that share with it, down the line, and no field is said to differ")
    func cascade() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = "other" }
        let plan = try scene.plan()
        #expect(plan.reasons("side") == [.because(Self.web, .replace)])
        #expect(plan.reasons("deep") == [.because(ResourceAddress(.service, "side", replica: 1), .replace)])
        #expect(["web", "side", "deep"].allSatisfy { plan.actions($0) == [.replace] })
        #expect(try plan.does("create shop-side-1.incoming", waitFor: "create shop-web-1.incoming"))
        #expect(try plan.does("stop shop-web-1", waitFor: "stop shop-side-1"))
        #expect(try plan.does("stop shop-side-1", waitFor: "stop shop-deep-1"))
        #expect(try plan.does("start shop-side-1", waitFor: "start shop-web-1"))
        #expect(try plan.does("remove shop-web-1.outgoing", waitFor: "await shop-side-1 ready"))
        #expect(Set(plan.steps.map(\.group)) == [Self.web], "all of it is taken back together")
        let create = try plan.step("create shop-web-1.incoming").id
        guard case .createContainer(_, _, _, let sharing) = try plan.step("create shop-side-1.incoming").operation
        else {
            return
        }
        #expect(sharing == [.service("web"): .created(by: create, name: "shop-web-1.incoming")])
    }

    @Test("a change in place leaves them alone")
    func inPlace() throws {
        var scene = Self.scene
        scene.service("web") { $0.limits.pids = 5 }
        #expect(try scene.plan().changes.map(\.id) == [Self.web])
    }

    @Test("one that was removed is made again, and so is what shared with it")
    func removed() throws {
        var scene = Self.scene
        scene.containers.removeAll { $0.address == Self.web }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.create])
        #expect(plan.reasons("side") == [.because(Self.web, .create)])
        #expect(plan.actions("deep") == [.replace])
    }

    @Test("a namespace that went with a start of its holder is got back by a restart")
    func restarted() throws {
        var scene = Self.scene
        scene.drift("web") { $0.started = "2026-11-24T11:00:00Z" }
        var plan = try scene.plan()
        #expect(plan.actions("side") == [.restart])
        #expect(plan.reasons("side") == [.holderRestarted(Self.web)])
        #expect(plan.reasons("deep") == [.because(ResourceAddress(.service, "side", replica: 1), .restart)])
        scene.drift("web") { $0.state = ContainerState(.exited) }
        plan = try scene.plan()
        #expect(plan.actions("web") == [.start])
        #expect(plan.reasons("side") == [.because(Self.web, .start)])
        #expect(try plan.does("stop shop-side-1", waitFor: "start shop-web-1"))
        scene.drift("side") { $0.state = ContainerState(.exited) }
        #expect(try scene.plan().actions("side") == [.start])
    }

    @Test("volumes of another container come back with a new one, and do not mind a restart")
    func volumes() throws {
        var scene = Scene()
        scene.service("web")
        scene.service("side", needs: ["web": Need(.started)]) { $0.sharing.volumesFrom = [.service("web"): true] }
        scene.apply()
        scene.drift("side") { $0.spec.sharing.volumesFrom = [.container("id-web-1"): true] }
        #expect(try scene.plan().isEmpty)
        scene.drift("web") { $0.started = "2026-11-24T11:00:00Z" }
        #expect(try scene.plan().isEmpty)
        scene.service("side") { $0.sharing.volumesFrom = [.service("web"): false] }
        #expect(try scene.plan().paths("side") == ["volumes_from.service:web"])
        scene.service("web") { $0.user = "other" }
        #expect(try scene.plan().reasons("side").contains(.because(Self.web, .replace)))
    }

    @Test("a container of others is known by its name, and has to be there")
    func outsider() throws {
        var scene = Scene()
        scene.service("side") { $0.sharing.network = .container("mine") }
        scene.apply()
        scene.drift("side") { $0.spec.sharing.network = .container("id-1") }
        #expect(scene.obstacles().map(\.code.description) == ["plan.holder-missing"])
        scene.outsiders = ["mine": "id-1"]
        #expect(try scene.plan().isEmpty)
        scene.outsiders = ["mine": "id-2"]
        #expect(try scene.plan().actions("side") == [.replace])
    }
}
