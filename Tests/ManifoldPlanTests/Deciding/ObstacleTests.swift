import ManifoldDiagnostics
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("What stands in the way of a plan")
struct ObstacleTests {
    @Test(
        "a name that somebody else holds",
        arguments: [
            (ResourceAddress.Kind.service, "shop-web-1"), (.network, "shop_back"), (.volume, "shop_data"),
        ]
    )
    func foreignName(kind: ResourceAddress.Kind, name: String) {
        var scene = Self.scene
        scene.networks = []
        scene.foreign = [ForeignObject(kind: kind, name: name, id: "0123456789abcdef", owner: "it belongs to X")]
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.name-taken"])
        #expect(found.first?.message.contains("`\(name)`") == true)
        #expect(found.first?.message.contains("it belongs to X") == true)
        #expect(found.first?.help?.isEmpty == false)
    }

    @Test("a foreign object that holds a name which nobody wants, or of another kind, is in nobody's way")
    func harmless() throws {
        var scene = Self.scene
        scene.foreign = [
            ForeignObject(kind: .service, name: "other", id: "1", owner: nil),
            ForeignObject(kind: .volume, name: "shop-web-1", id: "2", owner: nil),
        ]
        #expect(try scene.plan().isEmpty)
    }

    @Test("a name that a container of ours holds which is left alone, because a profile switches its service off")
    func nameOfInactive() {
        var scene = Scene()
        scene.service("old") { $0.name = "app" }
        scene.apply()
        scene.drop(ResourceAddress(.service, "old", replica: 1))
        scene.inactiveServices = ["old"]
        scene.service("new") { $0.name = "app" }
        #expect(scene.obstacles().count == 1, "the name cannot be had")
    }

    @Test("an external network or volume that is not there, with the command that makes it")
    func externalMissing() {
        var scene = Scene()
        scene.network("back") {
            $0.isExternal = true
            $0.name = "theirs"
        }
        scene.volume("data") {
            $0.isExternal = true
            $0.name = "theirs"
        }
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.external-missing", "plan.external-missing"])
        #expect(found.allSatisfy { $0.message.contains("`theirs`") })
        #expect(found.map { $0.help?.contains("docker network create theirs") == true } == [true, false])
        #expect(found.map { $0.help?.contains("docker volume create theirs") == true } == [false, true])
        scene.apply()
        #expect(scene.obstacles().isEmpty)
    }

    @Test("a volume that would have to be made anew, with the fields that say so")
    func volumeCannotChange() {
        var scene = Self.scene
        scene.volume("data") {
            $0.driver = "nfs"
            $0.driverOptions = ["o": text("ro")]
        }
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.volume-cannot-change"])
        #expect(found.first?.message.contains("`driver`") == true)
        #expect(found.first?.message.contains("`driver_opts.o`") == true)
        #expect(found.first?.help?.contains("--allow-destroy volume.data") == true)
    }

    @Test("an option of a volume that nobody asked for is in nobody's way")
    func foreignVolumeOption() throws {
        var scene = Self.scene
        scene.volumes[0].spec.driverOptions = ["o": text("ro")]
        #expect(try scene.plan().isEmpty)
    }

    @Test(
        "a network that has to be made anew while strangers are on it, running or not",
        arguments: [
            (["probe"], [], "container `probe`, which is not ours, is on it"),
            ([], ["probe"], "container `probe`, which is not ours, is on it"),
            (["a", "b"], ["c", "d"], "containers `a`, `b`, `c` and 1 more, which are not ours, are on it"),
        ] as [(Set<String>, Set<String>, String)]
    )
    func networkInUse(running: Set<String>, stopped: Set<String>, says: String) {
        var scene = Self.scene
        scene.network("back") { $0.isInternal = true }
        scene.networks[0].strangers = running
        scene.networks[0].stoppedStrangers = stopped
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.network-in-use"])
        #expect(found.first?.message == "network.back has to be made anew, but \(says)")
    }

    @Test("strangers on a network that stays are in nobody's way")
    func strangersStay() throws {
        var scene = Self.scene
        scene.networks[0].strangers = ["stranger"]
        #expect(try scene.plan().isEmpty)
    }

    @Test("all obstacles are told at once")
    func together() {
        var scene = Self.scene
        scene.volume("data") { $0.driver = "nfs" }
        scene.network("theirs") { $0.isExternal = true }
        scene.foreign = [ForeignObject(kind: .service, name: "shop-web-1", id: "1", owner: nil)]
        #expect(
            Set(scene.obstacles().map(\.code.description)) == [
                "plan.volume-cannot-change", "plan.external-missing", "plan.name-taken",
            ]
        )
    }

    @Test("labels of a volume that differ are noted and left")
    func volumeLabels() throws {
        var scene = Self.scene
        scene.volume("data") { $0.labels = ["team": text("red")] }
        let plan = try scene.plan()
        #expect(plan.isEmpty)
        #expect(
            plan.notes == [.volumeLabelsKept(ResourceAddress(.volume, "data"), FieldPath("labels", "team"))]
        )
    }

    @Test("a volume that somebody else made under our name is used and noted")
    func volumeAdopted() throws {
        var scene = Self.scene
        scene.volumes[0].isLabelled = false
        scene.volumes[0].recorded = nil
        let plan = try scene.plan()
        #expect(plan.isEmpty)
        #expect(plan.notes == [.volumeAdopted(ResourceAddress(.volume, "data"), name: "shop_data")])
    }

    @Test("a volume that was removed is made again, and the loss is noted")
    func volumeLost() throws {
        var scene = Self.scene
        scene.volumes = []
        var plan = try scene.plan()
        #expect(plan.actions("volume.data") == [.create])
        #expect(plan.notes == [.volumeLost(ResourceAddress(.volume, "data"), name: "shop_data")])
        scene.revision?.isFinished = false
        plan = try scene.plan()
        #expect(plan.notes.isEmpty, "it may never have been made")
        scene.revision = nil
        plan = try scene.plan()
        #expect(plan.notes.isEmpty, "nobody knows that there was one")
    }

    @Test("a container that runs badly is noted as long as nothing is done to it")
    func badHealth() throws {
        var scene = Self.scene
        scene.drift("web") { $0.state = ContainerState(.running, health: .unhealthy) }
        #expect(try scene.plan().notes == [.unhealthy(ResourceAddress(.service, "web", replica: 1))])
        scene.drift("web") { $0.state = ContainerState(.restarting) }
        #expect(try scene.plan().notes == [.crashLoop(ResourceAddress(.service, "web", replica: 1))])
        scene.service("web") { $0.user = "other" }
        #expect(try scene.plan().notes.isEmpty)
    }

    @Test("somebody who is applying right now is noted")
    func applyUnderWay() throws {
        var scene = Self.scene
        scene.revision?.holder = "ann on host"
        let plan = try scene.plan()
        #expect(plan.isEmpty)
        #expect(plan.notes == [.applyUnderWay("ann on host")])
    }

    private static var scene: Scene {
        var scene = Scene()
        scene.network("back")
        scene.volume("data")
        scene.service("web") {
            $0.endpoints = ["shop_back": EndpointSpec()]
            $0.mounts = ["/data": MountSpec(.volume("shop_data"))]
        }
        scene.apply()
        return scene
    }
}
