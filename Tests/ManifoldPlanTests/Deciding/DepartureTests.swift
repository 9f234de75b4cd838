import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("What is no longer wanted")
struct DepartureTests {
    @Test("containers and networks that left the manifest go, volumes stay and are noted")
    func leftManifest() throws {
        var scene = Self.scene
        scene.leaveOnlyWeb()
        let plan = try scene.plan()
        #expect(plan.actions("db") == [.destroy])
        #expect(plan.reasons("db") == [.leftManifest])
        #expect(plan.change("db")?.disruption == .downtime)
        #expect(plan.actions("network.back") == [.destroy])
        #expect(plan.notes == [.volumeKept(ResourceAddress(.volume, "data"), name: "shop_data")])
        #expect(
            plan.lines == [
                "stop shop-db-1", "remove shop-db-1", "disconnect shop-web-1 from shop_back",
                "remove network shop_back",
            ]
        )
        #expect(try plan.does("remove shop-db-1", waitFor: "stop shop-db-1"))
        #expect(try plan.does("remove network shop_back", waitFor: "remove shop-db-1"))
        #expect(try plan.does("remove network shop_back", waitFor: "disconnect shop-web-1 from shop_back"))
    }

    @Test("a volume goes only where a consent names it, after the last container that has it")
    func consented() throws {
        var scene = Self.scene
        scene.leaveOnlyWeb()
        scene.options.destroyableVolumes = [ResourceAddress(.volume, "other")]
        #expect(try scene.plan().change("volume.data") == nil)
        scene.options.destroyableVolumes = [ResourceAddress(.volume, "data")]
        let plan = try scene.plan()
        #expect(plan.actions("volume.data") == [.destroy])
        #expect(plan.change("volume.data")?.disruption == .dataLoss)
        #expect(plan.notes.isEmpty)
        #expect(try plan.does("remove volume shop_data", waitFor: "remove shop-db-1"))
    }

    @Test("a consent for a volume that is wanted destroys nothing")
    func consentForWanted() throws {
        var scene = Self.scene
        scene.options.destroyableVolumes = [ResourceAddress(.volume, "data")]
        #expect(try scene.plan().isEmpty)
    }

    @Test("a consent that destroys nothing is noted, whether the volume is wanted or there is none")
    func unusedConsent() throws {
        var scene = Self.scene
        let volumes = [ResourceAddress(.volume, "data"), ResourceAddress(.volume, "nowhere")]
        scene.options.destroyableVolumes = Set(volumes)
        #expect(try scene.plan().notes == volumes.map { .consentUnused($0) })
    }

    @Test("a volume without a name of its own stays when its container goes, and is noted with its place")
    func anonymousVolume() throws {
        var scene = Self.scene
        scene.drift("db") { $0.anonymousVolumes = ["/cache": "0123"] }
        let plan = try scene.planDestruction()
        #expect(
            plan.notes.contains(
                .anonymousVolumeKept(ResourceAddress(.service, "db", replica: 1), path: "/cache", name: "0123")
            )
        )
        #expect(!plan.lines.contains { $0.hasPrefix("remove volume") })
    }

    @Test("a volume that only held files of a container that is gone goes, whether the service is wanted or not")
    func strayVolume() throws {
        var scene = Self.scene
        scene.strayVolumes = [
            StrayVolume(name: "shop_manifold.files.b", address: ResourceAddress(.service, "web", replica: 1)),
            StrayVolume(name: "shop_manifold.files.a", address: ResourceAddress(.service, "gone", replica: 1)),
        ]
        let plan = try scene.plan()
        #expect(!plan.isEmpty)
        #expect(plan.lines == ["remove volume shop_manifold.files.a", "remove volume shop_manifold.files.b"])
        #expect(plan.actions("web") == [.destroy])
        #expect(plan.change("web")?.disruption == Disruption.none)
        #expect(try scene.planDestruction().lines.filter { $0.hasPrefix("remove volume") }.count == 2)
    }

    @Test("fewer instances are a smaller scale, and the highest go")
    func scaledDown() throws {
        var scene = Scene()
        for replica in 1...3 { scene.service("web", replica: replica) }
        scene.apply()
        scene.drop(ResourceAddress(.service, "web", replica: 2))
        scene.drop(ResourceAddress(.service, "web", replica: 3))
        let plan = try scene.plan()
        #expect(plan.changes.map(\.id.description) == ["service.web[2]", "service.web[3]"])
        #expect(plan.changes.allSatisfy { $0.reasons == [.scaledDown] && $0.actions == [.destroy] })
        #expect(plan.unchangedCount == 1)
    }

    @Test("destroying takes everything but the volumes, and says why")
    func destroy() throws {
        let plan = try Self.scene.planDestruction()
        #expect(plan.changes.map(\.id.description) == ["network.back", "service.db[1]", "service.web[1]"])
        #expect(plan.changes.allSatisfy { $0.reasons == [.destroyRequested] })
        #expect(plan.notes == [.volumeKept(ResourceAddress(.volume, "data"), name: "shop_data")])
    }

    @Test("destroying takes the services that a profile switches off, too")
    func destroyInactive() throws {
        var scene = Self.scene
        scene.inactiveServices = ["db"]
        #expect(try scene.planDestruction().actions("db") == [.destroy])
    }

    @Test("who depends on another goes before it")
    func order() throws {
        let plan = try Self.scene.planDestruction()
        #expect(try plan.does("stop shop-db-1", waitFor: "remove shop-web-1"))
        #expect(try plan.does("remove network shop_back", waitFor: "remove shop-db-1"))
        #expect(try plan.does("remove network shop_back", waitFor: "remove shop-web-1"))
    }

    @Test("containers that depend on each other in a circle go all the same")
    func circle() throws {
        var scene = Self.scene
        scene.drift("db") { $0.dependsOn = ["web"] }
        scene.drift("web") { $0.dependsOn = ["db", "web", "gone"] }
        #expect(try scene.planDestruction().lines.count == 5)
    }

    @Test(
        "only what runs is stopped before it is removed",
        arguments: [
            (ContainerState(.running), true), (ContainerState(.paused), true), (ContainerState(.restarting), true),
            (ContainerState(.exited), false), (ContainerState(.created, hasRun: false), false),
            (ContainerState(.dead), false),
        ]
    )
    func stopping(state: ContainerState, isStopped: Bool) throws {
        var scene = Self.scene
        scene.drift("db") { $0.state = state }
        let lines = try scene.planDestruction().lines
        #expect(lines.contains("stop shop-db-1") == isStopped)
        #expect(lines.contains("remove shop-db-1"))
    }

    @Test("a service that a profile switches off is left alone, and so is what it uses")
    func inactive() throws {
        var scene = Self.scene
        scene.leaveOnlyWeb()
        scene.inactiveServices = ["db"]
        scene.options.destroyableVolumes = [ResourceAddress(.volume, "data")]
        let plan = try scene.plan()
        #expect(plan.actions("db").isEmpty)
        #expect(plan.change("network.back") == nil)
        #expect(plan.change("volume.data") == nil)
        #expect(
            plan.notes == [
                .consentUnused(ResourceAddress(.volume, "data")), .inactiveService("db", containers: 1),
                .networkKept(ResourceAddress(.network, "back")),
            ]
        )
        #expect(!plan.lines.contains { $0.contains("shop-db-1") })
    }

    @Test("a network on which a service is that a profile switches off cannot be made anew")
    func inactiveOnReplacedNetwork() throws {
        var scene = Self.scene
        scene.drop(ResourceAddress(.service, "db", replica: 1))
        scene.wants[ResourceAddress(.service, "web", replica: 1)]?.needs = [:]
        scene.inactiveServices = ["db"]
        scene.network("back") { $0.isInternal = true }
        let found = scene.obstacles()
        #expect(found.count == 1)
        #expect(found.first?.message.contains("`db`") == true, "\(found)")
    }

    @Test("a network or a volume that is renamed in the engine departs under its old name")
    func renamedInEngine() throws {
        var scene = Scene()
        scene.network("back")
        scene.volume("data")
        scene.apply()
        scene.network("back") { $0.name = "other" }
        scene.volume("data") { $0.name = "other" }
        let plan = try scene.plan()
        #expect(plan.lines == ["create network other", "create volume other", "remove network shop_back"])
        #expect(plan.notes == [.volumeKept(ResourceAddress(.volume, "data"), name: "shop_data")])
    }

    @Test("a network or a volume that the manifest calls otherwise, but that keeps its name in the engine, stays")
    func renamedInManifest() throws {
        var scene = Scene()
        scene.network("back") { $0.name = "net" }
        scene.volume("data") { $0.name = "vol" }
        scene.service("web") {
            $0.endpoints = ["net": EndpointSpec()]
            $0.mounts = ["/a": MountSpec(.volume("vol"))]
        }
        scene.apply()
        scene.drop(ResourceAddress(.network, "back"))
        scene.drop(ResourceAddress(.volume, "data"))
        scene.network("rear") { $0.name = "net" }
        scene.volume("store") { $0.name = "vol" }
        scene.options.destroyableVolumes = [ResourceAddress(.volume, "data")]
        let plan = try scene.plan()
        #expect(!plan.lines.contains("remove network net"), "\(plan.lines)")
        #expect(!plan.lines.contains("remove volume vol"), "\(plan.lines)")
    }

    private static var scene: Scene {
        var scene = Scene()
        scene.network("back")
        scene.volume("data")
        scene.service("db") {
            $0.endpoints = ["shop_back": EndpointSpec()]
            $0.mounts = ["/data": MountSpec(.volume("shop_data"))]
        }
        scene.service("web", needs: ["db": .init(.started)]) { $0.endpoints = ["shop_back": EndpointSpec()] }
        scene.apply()
        scene.drift("web") { $0.dependsOn = ["db"] }
        return scene
    }
}

extension Scene {
    /// Takes everything out of the manifest but one service, which needs nothing.
    fileprivate mutating func leaveOnlyWeb() {
        let web = ResourceAddress(.service, "web", replica: 1)
        for address in wants.keys where address != web { drop(address) }
        wants[web]?.needs = [:]
        service("web") { $0.endpoints = [:] }
    }
}
