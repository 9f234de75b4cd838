import ManifoldDiagnostics
import ManifoldPlan
import ManifoldResources
import Testing

/// Somebody removed a network of ours and made one of the same name, which carries nobody's labels.
@Suite("Networks remade by hand")
struct RemadeNetworkTests {
    @Test("one that nobody is on is replaced, and our container joins the new one")
    func empty() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.spec.endpoints = [:]
            $0.networkIDs = [:]
        }
        let plan = try scene.plan()
        #expect(plan.actions("network.back") == [.replace])
        #expect(plan.reasons("network.back") == [.remadeByHand])
        #expect(plan.change("network.back")?.disruption == Disruption.none)
        #expect(plan.actions("web") == [.reconnect])
        #expect(
            plan.lines == ["remove network shop_back", "create network shop_back", "connect shop-web-1 to shop_back"]
        )
        #expect(try plan.does("connect shop-web-1 to shop_back", waitFor: "create network shop_back"))
    }

    @Test("one that only our container is on is replaced by its id, and the container moves with its whole endpoint")
    func joined() throws {
        let plan = try Self.scene.plan()
        #expect(plan.reasons("network.back") == [.remadeByHand])
        #expect(plan.change("network.back")?.disruption == .connectionsDrop)
        #expect(plan.reasons("web") == [.because(ResourceAddress(.network, "back"), .replace)])
        #expect(
            plan.lines == [
                "disconnect shop-web-1 from shop_back", "remove network shop_back", "create network shop_back",
                "connect shop-web-1 to shop_back",
            ]
        )
        #expect(try plan.step("remove network shop_back").operation == .removeNetwork(id: "by-hand", name: "shop_back"))
    }

    @Test(
        "one that a stranger is on stays, and the error names the stranger and the way out",
        arguments: [true, false]
    )
    func inUse(isRunning: Bool) {
        var scene = Self.scene
        if isRunning { scene.networks[0].strangers = ["probe"] } else { scene.networks[0].stoppedStrangers = ["probe"] }
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.network-in-use"])
        #expect(
            found.first?.message
                == "network.back was remade by hand and has to be made anew, but container `probe`, which is not ours, is on it"
        )
        #expect(
            found.first?.help == "disconnect with `docker network disconnect shop_back probe`, or choose another `name`"
        )
    }

    @Test("its differences from the manifest are nothing to tell of: it goes anyway")
    func differences() throws {
        var scene = Self.scene
        scene.networks[0].spec.isInternal = true
        #expect(try scene.plan().reasons("network.back") == [.remadeByHand])
    }

    @Test("a network of the system that is no longer wanted goes by its labels only")
    func destroyed() throws {
        var scene = Self.scene
        scene.networks = []
        scene.drift("web") { $0.spec.endpoints = [:] }
        #expect(try !scene.planDestruction().lines.contains("remove network shop_back"))
    }

    @Test(
        "two networks of one name are told apart by nobody, so both are named, and that by which they can be removed",
        arguments: [true, false]
    )
    func twice(isOursThere: Bool) {
        var scene = Self.scene
        if isOursThere {
            scene.apply()
            scene.foreign = [
                ForeignObject(kind: .network, name: "shop_back", id: "b4b4b4b4b4b4b4b4", owner: "it belongs to X")
            ]
        } else {
            scene.networks.append(scene.networks[0])
            scene.networks[1].id = "b4b4b4b4b4b4b4b4"
        }
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.network-twice"])
        let first = isOursThere ? "id-shop_back (ours), b4b4b4b4b4b4 (it belongs to X)" : "b4b4b4b4b4b4, by-hand"
        #expect(
            found.first?.message == "network.back is called `shop_back`, and so are 2 networks of the engine: \(first)"
        )
        #expect(found.first?.help?.contains("`docker network rm \(isOursThere ? "b4b4b4b4b4b4" : "by-hand")`") == true)
    }

    @Test(
        "whether a network was remade is told by the last apply that came to its end, or by the one that was to replace it",
        arguments: [
            (RevisionFacts(members: [ResourceAddress(.network, "back")]), true), (RevisionFacts(), false),
            (RevisionFacts(members: [ResourceAddress(.network, "back")], isFinished: false), false),
            (RevisionFacts(isFinished: false, remadeNetworks: ["by-hand"]), true),
            (RevisionFacts(isFinished: false, remadeNetworks: ["another"]), false),
        ]
    )
    func remade(revision: RevisionFacts, isRemade: Bool) {
        #expect(revision.isRemade(ResourceAddress(.network, "back"), id: "by-hand") == isRemade)
    }

    /// Our container is on the network that was remade.
    private static var scene: Scene {
        var scene = Scene()
        scene.network("back")
        scene.service("web") { $0.endpoints = ["shop_back": EndpointSpec(aliases: ["web"])] }
        scene.apply()
        scene.networks[0].id = "by-hand"
        scene.networks[0].recorded = nil
        scene.networks[0].isLabelled = false
        scene.drift("web") { $0.networkIDs = ["shop_back": "by-hand"] }
        return scene
    }
}
