import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

/// Containers that were made on a network which is gone, or goes.
@Suite("Networks that containers were made on")
struct LostNetworkTests {
    /// A service that moves from one network to another, of which the first leaves the manifest.
    private func scene(_ apiVersion: String) -> Scene {
        var scene = Scene()
        scene.apiVersion = apiVersion
        scene.network("old")
        scene.service("web") { $0.endpoints = ["shop_old": EndpointSpec()] }
        scene.apply()
        scene.drift("web") { $0.firstNetwork = "shop_old" }
        scene.drop(ResourceAddress(.network, "old"))
        scene.network("new")
        scene.service("web") { $0.endpoints = ["shop_new": EndpointSpec()] }
        return scene
    }

    @Test("an engine that would not start the container again gets a new one, others connect it")
    func going() throws {
        let newer = try scene("1.43").plan()
        #expect(newer.actions("web") == [.replace])
        #expect(newer.reasons("web").contains(.because(ResourceAddress(.network, "old"), .destroy)))
        #expect(try newer.does("remove network shop_old", waitFor: "remove shop-web-1.outgoing"))
        #expect(try scene("1.42").plan().actions("web") == [.reconnect])
    }

    @Test("so it does where the network has gone already, whatever the container is on since")
    func gone() throws {
        var scene = Scene()
        scene.apiVersion = "1.45"
        scene.network("new")
        scene.service("web") { $0.endpoints = ["shop_new": EndpointSpec()] }
        scene.apply()
        scene.drift("web") { $0.firstNetwork = "shop_old" }
        #expect(try scene.plan().isEmpty, "it is there, and somebody else's")
        scene.lostNetworks = ["shop_old"]
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(plan.reasons("web") == [.networkLost("shop_old")])
        scene.apiVersion = "1.41"
        #expect(try scene.plan().isEmpty)
    }

    @Test("a part of a plan does not take it from a container that is left out, though that is on another one by now")
    func leftOut() throws {
        var scene = scene("1.43")
        scene.drift("web") { $0.spec.endpoints = ["shop_new": EndpointSpec()] }
        scene.options.exclusions = [ResourceAddress(.service, "web")]
        let obstacles = scene.obstacles()
        #expect(obstacles.map(\.code.description) == ["plan.held-by-left-out"])
        #expect(obstacles.first?.message.contains("`shop_old`") == true)
        #expect(obstacles.first?.message.hasSuffix("was made on it and could not be started again without it") == true)
        scene.apiVersion = "1.42"
        _ = try scene.plan().step("remove network shop_old")
    }

    @Test("one that is made again under its name is as good as before")
    func madeAgain() throws {
        var scene = Scene()
        scene.apiVersion = "1.45"
        scene.network("back")
        scene.service("web") { $0.endpoints = ["shop_back": EndpointSpec()] }
        scene.apply()
        scene.drift("web") { $0.firstNetwork = "shop_back" }
        scene.networks = []
        scene.lostNetworks = ["shop_back"]
        #expect(try scene.plan().actions("web") == [.reconnect])
    }

    @Test("a container joins others only when the network that it was made on is there again")
    func renewed() throws {
        var scene = Scene()
        scene.network("first")
        scene.network("second")
        scene.service("web") { $0.endpoints = ["shop_first": EndpointSpec(), "shop_second": EndpointSpec()] }
        scene.apply()
        scene.drift("web") { $0.firstNetwork = "shop_first" }
        scene.network("first") { $0.isInternal = true }
        scene.network("second") { $0.isInternal = true }
        let plan = try scene.plan()
        #expect(try plan.does("connect shop-web-1 to shop_second", waitFor: "create network shop_first"))
    }
}
