import ManifoldDiagnostics
import ManifoldPlan
import ManifoldResources
import Testing

/// A Compose project that becomes a system.
@Suite("Taking over what Compose made")
struct AdoptionTests {
    /// What `docker compose up` leaves for the same manifest.
    private static var composed: Scene {
        var scene = Scene()
        scene.network("back")
        scene.volume("data")
        scene.service("web") {
            $0.environment = ["A": text("1")]
            $0.endpoints = ["shop_back": EndpointSpec(aliases: ["web"])]
        }
        scene.apply()
        scene.drift("web") {
            $0.maker = .compose
            $0.recorded = nil
            $0.spec.endpoints["shop_back"]?.aliases.insert("shop-web-1")
        }
        for index in scene.networks.indices { scene.networks[index].recorded = nil }
        for index in scene.volumes.indices { scene.volumes[index].recorded = nil }
        scene.revision = nil
        return scene
    }

    @Test("Without differences the plan is empty, and says what is taken over")
    func nothingDiffers() throws {
        var scene = Self.composed
        scene.options.adopts = true
        let plan = try scene.plan()
        #expect(plan.isEmpty)
        #expect(plan.notes == [.takenOver(containers: 1, networks: 1, volumes: 1)])
    }

    @Test("Once it is in the record, nothing is left to say, asked for or not", arguments: [true, false])
    func isRecorded(adopts: Bool) throws {
        var scene = Self.composed
        scene.options.adopts = adopts
        scene.revision = RevisionFacts(adopted: ["id-web-1"])
        let plan = try scene.plan()
        #expect(plan.isEmpty)
        #expect(plan.notes.isEmpty)
    }

    @Test("What differs is listed, and nothing else")
    func differs() throws {
        var scene = Self.composed
        scene.options.adopts = true
        scene.service("web") { $0.environment = ["A": text("2")] }
        let plan = try scene.plan()
        let change = try #require(plan.changes.first)
        #expect(plan.changes.count == 1)
        #expect(change.actions == [.replace])
        #expect(change.reasons.count == 1)
        #expect(plan.notes == [.takenOver(containers: 0, networks: 1, volumes: 1)])
    }

    @Test("What Compose made anew behind our back is made anew again")
    func recreated() throws {
        var scene = Self.composed
        scene.revision = RevisionFacts(adopted: ["another"])
        let change = try #require(try scene.plan().changes.first)
        #expect(change.reasons == [.recreatedByCompose])
    }

    @Test("Without consent there is one error with the way out")
    func refused() {
        var scene = Self.composed
        scene.containers = []
        scene.networks = []
        scene.volumes = []
        scene.foreign = [
            ForeignObject(kind: .service, name: "shop-web-1", id: "1", owner: "Compose", isAdoptable: true),
            ForeignObject(kind: .network, name: "shop_back", id: "2", owner: "Compose", isAdoptable: true),
        ]
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.compose-project"])
        #expect(found.first?.help?.contains("--adopt") == true)
    }
}
