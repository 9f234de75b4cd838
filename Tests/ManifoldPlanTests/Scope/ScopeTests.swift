import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Plans for a part of a system")
struct ScopeTests {
    @Test("a target comes with everything that it needs, and nothing else changes")
    func target() throws {
        var scene = Self.scene
        scene.options.targets = [web]
        let plan = try scene.plan()
        #expect(
            plan.changes.map(\.id.description) == ["network.back", "volume.data", "service.db[1]", "service.web[1]"]
        )
        #expect(
            plan.leftOut.filter { $0.kind != .image }.map(\.description) == [
                "network.front", "service.job[1]", "service.proxy[1]",
            ]
        )
    }

    @Test("an exclusion takes along everything that needs it")
    func exclusion() throws {
        var scene = Self.scene
        scene.options.exclusions = [ResourceAddress(.service, "db")]
        #expect(
            try scene.plan().changes.map(\.id.description) == [
                "network.back", "network.front", "volume.data", "service.job[1]",
            ]
        )
        scene.options.targets = [web, ResourceAddress(.service, "job")]
        #expect(try scene.plan().changes.map(\.id.description) == ["service.job[1]"])
    }

    @Test("one instance alone, or all instances of a service", arguments: [nil, 2])
    func instances(replica: Int?) throws {
        var scene = Scene()
        for replica in 1...3 { scene.service("web", replica: replica) }
        scene.apply()
        for replica in 1...3 { scene.service("web", replica: replica) { $0.user = "other" } }
        scene.options.targets = [ResourceAddress(.service, "web", replica: replica)]
        #expect(try scene.plan().changes.map(\.id.replica) == (replica.map { [$0] } ?? [1, 2, 3]))
    }

    @Test("what left the manifest stays, unless it is a target")
    func departures() throws {
        var scene = Self.scene
        scene.apply()
        for service in ["db", "web", "proxy"] { scene.drop(ResourceAddress(.service, service, replica: 1)) }
        scene.drop(ResourceAddress(.network, "back"))
        scene.drop(ResourceAddress(.volume, "data"))
        scene.options.destroyableVolumes = [ResourceAddress(.volume, "data")]
        scene.options.targets = [ResourceAddress(.service, "job")]
        var plan = try scene.plan()
        #expect(plan.isEmpty)
        #expect(plan.notes == [.consentUnused(ResourceAddress(.volume, "data"))])
        // Who goes has to go before what he depends on.
        scene.options.targets = [ResourceAddress(.service, "db")]
        plan = try scene.plan()
        #expect(plan.changes.map(\.id.name) == ["db", "proxy", "web"])
        #expect(plan.changes.allSatisfy { $0.actions == [.destroy] })
        scene.options.targets = []
        scene.options.exclusions = [ResourceAddress(.service, "proxy")]
        plan = try scene.plan()
        #expect(plan.isEmpty, "what proxy stands on stays with it: \(plan.changes.map(\.id))")
    }

    @Test("a replacement that was asked for says so, and takes a network's containers along")
    func replacement() throws {
        var scene = Self.scene
        scene.apply()
        #expect(try scene.plan().isEmpty)
        scene.options.replacements = [web]
        var plan = try scene.plan()
        #expect(plan.changes.map(\.actions) == [[.replace]])
        #expect(plan.reasons("web") == [.requested])
        #expect(plan.leftOut.isEmpty)
        scene.options.replacements = [ResourceAddress(.network, "back")]
        plan = try scene.plan()
        #expect(plan.reasons("network.back") == [.requested])
        #expect(plan.actions("db") == [.reconnect])
    }

    @Test("it is told with whatever else differs")
    func replacementAndMore() throws {
        var scene = Self.scene
        scene.apply()
        scene.service("web") { $0.limits.pids = 7 }
        scene.options.replacements = [web]
        let plan = try scene.plan()
        #expect(plan.reasons("web").first == .requested)
        #expect(plan.paths("web") == ["pids_limit"])
        #expect(plan.actions("web") == [.replace])
    }

    @Test("what there is not is an error with the name that was probably meant")
    func unknown() {
        var scene = Self.scene
        scene.inactiveServices = ["tools"]
        scene.options.targets = [ResourceAddress(.service, "wbe")]
        scene.options.exclusions = [
            ResourceAddress(.network, "elsewhere"), ResourceAddress(.service, "web", replica: 9),
        ]
        scene.options.replacements = [ResourceAddress(.service, "tools")]
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == Array(repeating: "plan.unknown-address", count: 4))
        let helps = Set(found.compactMap(\.help))
        #expect(
            helps == [
                "did you mean `service.web`?", "`manifold status` lists the addresses",
                "did you mean `service.web[1]`?", "switch service `tools` on with `--profile`",
            ]
        )
    }

    @Test("what cannot be replaced is an error")
    func irreplaceable() {
        var scene = Self.scene
        scene.network("outside") { $0.isExternal = true }
        scene.service("gone")
        scene.apply()
        scene.drop(ResourceAddress(.service, "gone", replica: 1))
        scene.options.exclusions = [web]
        scene.options.replacements = [
            web, ResourceAddress(.network, "outside"), ResourceAddress(.service, "gone"),
        ]
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == Array(repeating: "plan.cannot-replace", count: 3))
    }

    @Test("a container that is left out is not pushed off a network, nor out of its name")
    func heldByOthers() {
        var scene = Self.scene
        scene.apply()
        scene.network("back") { $0.isInternal = true }
        scene.options.targets = [ResourceAddress(.network, "back")]
        #expect(scene.obstacles().map(\.code.description) == ["plan.held-by-left-out"])
        scene = Self.scene
        scene.apply()
        scene.service("job") { $0.name = "shop-proxy-1" }
        scene.service("proxy") { $0.name = "shop-job-1" }
        scene.options.targets = [ResourceAddress(.service, "job")]
        #expect(scene.obstacles().map(\.code.description) == ["plan.held-by-left-out"])
    }

    @Test("what stands in the way of what is left out is no obstacle")
    func othersObstacles() throws {
        var scene = Self.scene
        scene.network("outside") { $0.isExternal = true }
        #expect(!scene.obstacles().isEmpty)
        scene.options.targets = [web]
        #expect(try !scene.plan().isEmpty)
    }

    private var web: ResourceAddress { ResourceAddress(.service, "web") }

    /// proxy → web → db on a network with a volume, and a job on its own.
    private static var scene: Scene {
        var scene = Scene()
        scene.images[Scene.image] = ImageSketch()
        scene.network("back")
        scene.network("front")
        scene.volume("data")
        scene.service("db") {
            $0.endpoints = ["shop_back": EndpointSpec()]
            $0.mounts = ["/data": MountSpec(.volume("shop_data"))]
        }
        scene.service("web", needs: ["db": Need(.started)])
        scene.service("proxy", needs: ["web": Need(.started)])
        scene.service("job")
        let db = ResourceAddress(.service, "db", replica: 1)
        for needed in [ResourceAddress(.network, "back"), ResourceAddress(.volume, "data")] {
            scene.wants[db]?.needs[needed] = Need(.existing)
        }
        return scene
    }
}
