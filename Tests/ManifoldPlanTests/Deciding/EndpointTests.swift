import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Places on networks")
struct EndpointTests {
    @Test("a network that is missing is joined, and nothing is left")
    func missing() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.spec.endpoints["shop_back"] = nil
            $0.networkIDs["shop_back"] = nil
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.reconnect])
        #expect(plan.lines == ["connect shop-web-1 to shop_back"])
    }

    @Test("a network that nobody wants is left, whoever joined it")
    func extra() throws {
        var scene = Self.scene
        scene.drift("web") { $0.spec.endpoints["bridge"] = EndpointSpec() }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.reconnect])
        #expect(plan.lines == ["disconnect shop-web-1 from bridge"])
        #expect(plan.change("web")?.disruption == .connectionsDrop)
    }

    @Test("other aliases are a new place: the engine cannot change one")
    func aliases() throws {
        var scene = Self.scene
        scene.service("web") { $0.endpoints["shop_back"]?.aliases = ["web", "www"] }
        let plan = try scene.plan()
        #expect(plan.lines == ["disconnect shop-web-1 from shop_back", "connect shop-web-1 to shop_back"])
        #expect(try plan.does("connect shop-web-1 to shop_back", waitFor: "disconnect shop-web-1 from shop_back"))
    }

    @Test("a stopped container on a network that was made again is put on the new one, or it would not start")
    func staleNetwork() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.state = ContainerState(.exited)
            $0.networkIDs["shop_back"] = "id-of-old"
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.reconnect, .start])
        #expect(plan.reasons("web") == [.networkRemade("shop_back"), .state(ContainerState(.exited))])
        #expect(try plan.does("start shop-web-1", waitFor: "connect shop-web-1 to shop_back"))
    }

    @Test(
        "a container without a process has no hardware address for the time being, and lacks none",
        arguments: [ContainerState.Status.created, .restarting, .exited]
    )
    func hardwareAddress(status: ContainerState.Status) throws {
        var scene = Scene()
        scene.network("back")
        scene.service("web") {
            var endpoint = EndpointSpec()
            endpoint.macAddress = "02:42:0a:e7:00:42"
            $0.endpoints = ["shop_back": endpoint]
        }
        scene.apply()
        scene.drift("web") {
            $0.state = ContainerState(status)
            $0.spec.endpoints["shop_back"]?.macAddress = nil
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == (status == .restarting ? [] : [.start]))
        scene.drift("web") { $0.state = ContainerState(.running) }
        #expect(try scene.plan().actions("web") == [.replace])
    }

    @Test("a container that never ran has no network id yet, and needs none")
    func neverRan() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.state = ContainerState(.created, hasRun: false)
            $0.networkIDs = [:]
        }
        #expect(try scene.plan().actions("web") == [.start])
    }

    @Test("a network that was removed is made, and its containers are put on it")
    func networkRemoved() throws {
        var scene = Self.scene
        scene.networks.removeAll { $0.spec.name == "shop_back" }
        let plan = try scene.plan()
        #expect(plan.actions("network.back") == [.create])
        #expect(plan.reasons("network.back") == [.missing(.removedOutside)])
        #expect(plan.reasons("web") == [.because(ResourceAddress(.network, "back"), .create)])
        #expect(try plan.does("connect shop-web-1 to shop_back", waitFor: "create network shop_back"))
    }

    @Test("a network that is made anew takes its containers along")
    func networkReplaced() throws {
        var scene = Self.scene
        scene.network("back") { $0.isInternal = true }
        let plan = try scene.plan()
        #expect(plan.actions("network.back") == [.replace])
        #expect(plan.change("network.back")?.disruption == .connectionsDrop)
        #expect(plan.reasons("web") == [.because(ResourceAddress(.network, "back"), .replace)])
        #expect(
            plan.lines == [
                "disconnect shop-web-1 from shop_back", "remove network shop_back", "create network shop_back",
                "connect shop-web-1 to shop_back",
            ]
        )
        for (line, other) in zip(plan.lines.dropFirst(), plan.lines) { #expect(try plan.does(line, waitFor: other)) }
    }

    @Test("a container that never ran is on the network that is made anew, too")
    func networkReplacedUnderNewContainer() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.state = ContainerState(.created, hasRun: false)
            $0.networkIDs = [:]
        }
        scene.network("back") { $0.isInternal = true }
        let plan = try scene.plan()
        // Left for the old network's sake, it has to join the new one, or it would start without it.
        if plan.lines.contains("disconnect shop-web-1 from shop_back") {
            #expect(plan.lines.contains("connect shop-web-1 to shop_back"), "\(plan.lines)")
        }
    }

    @Test("an external network is used as it is")
    func external() throws {
        var scene = Scene()
        scene.network("back") {
            $0.isExternal = true
            $0.name = "theirs"
        }
        scene.service("web") { $0.endpoints = ["theirs": EndpointSpec()] }
        scene.apply()
        #expect(try scene.plan().isEmpty)
        scene.drift("web") { $0.networkIDs["theirs"] = "id-of-old" }
        #expect(try scene.plan().reasons("web") == [.networkRemade("theirs")])
    }

    @Test("a network of ours that the manifest calls external from now on is used as it is, and stays")
    func becomesExternal() throws {
        var scene = Self.scene
        scene.network("back") { $0.isExternal = true }
        #expect(try scene.plan().isEmpty)
    }

    private static var scene: Scene {
        var scene = Scene()
        scene.network("back")
        scene.network("front")
        scene.service("web") {
            $0.endpoints = ["shop_back": EndpointSpec(aliases: ["web"]), "shop_front": EndpointSpec(aliases: ["web"])]
        }
        scene.apply()
        return scene
    }
}
