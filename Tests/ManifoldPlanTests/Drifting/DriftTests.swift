import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("What drifted since the last apply")
struct DriftDetectorTests {
    @Test("nothing, right after an apply, whatever the manifest says by now")
    func nothing() throws {
        var scene = Self.scene
        #expect(scene.drift.isEmpty)
        #expect(scene.drift.count == 4)
        scene.service("web") { $0.limits.memory = 5 << 20 }
        scene.service("new")
        scene.drop(ResourceAddress(.volume, "data"))
        #expect(scene.drift.isEmpty)
    }

    @Test("a field that was changed live, from what was applied to what there is")
    func fields() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.spec.limits.pids = 50
            $0.spec.endpoints["shop_extra"] = EndpointSpec()
            $0.spec.endpoints["shop_back"] = nil
            $0.spec.restart = .always
        }
        #expect(
            scene.differences("web") == [
                .field(FieldPath("networks", "shop_back"), applied: .set([.word("web")]), live: nil),
                .field(FieldPath("networks", "shop_extra"), applied: nil, live: .set([])),
                .field(FieldPath("restart"), applied: nil, live: .word("always")),
                .field(FieldPath("pids_limit"), applied: .number(100), live: .number(50)),
            ]
        )
    }

    @Test("what an apply changed in place since is what was applied")
    func inPlace() throws {
        var scene = Self.scene
        scene.drift("web") { $0.spec.limits.pids = 50 }
        scene.revision?.inPlace = ["id-web-1": ["pids_limit": .some(.number(50))]]
        #expect(scene.drift.isEmpty)
        scene.drift("web") { $0.spec.limits.pids = nil }
        #expect(scene.differences("web") == [.field(FieldPath("pids_limit"), applied: .number(50), live: nil)])
        scene.revision?.inPlace = ["id-web-1": ["pids_limit": nil]]
        #expect(scene.drift.isEmpty)
    }

    @Test("what the image supplies, and what nobody ever set, is none of it")
    func suppliedValues() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.spec.user = "somebody"
            $0.hasLostImage = true
        }
        #expect(scene.drift.isEmpty)
    }

    @Test("a container made again by hand with our labels but other settings")
    func copiedLabels() throws {
        var scene = Self.scene
        scene.drift("web") { $0.spec.environment["MODE"] = text("debug") }
        let path = FieldPath("environment", "MODE")
        guard case .field(path, let applied?, let live?)? = scene.differences("web").first else {
            Issue.record("the variable is no drift: \(scene.differences("web"))")
            return
        }
        #expect(applied != live)
        #expect(FieldText.shown(applied) == nil && FieldText.shown(live) == nil, "a record has no texts to show")
    }

    @Test(
        "the state of a container that should be running",
        arguments: [
            (ContainerState(.running, health: .unhealthy), false), (ContainerState(.restarting, exitCode: 1), false),
            (ContainerState(.paused), true), (ContainerState(.exited, exitCode: 143), true),
            (ContainerState(.exited, exitCode: 0), true), (ContainerState(.created, hasRun: false), true),
            (ContainerState(.dead, exitCode: 1), true),
        ] as [(ContainerState, Bool)]
    )
    func states(state: ContainerState, isDrift: Bool) throws {
        var scene = Self.scene
        scene.drift("web") { $0.state = state }
        #expect(scene.differences("web") == (isDrift ? [.state(state)] : []))
    }

    @Test("a job that is done, and a container that came to its good end, are as applied; one that failed is not")
    func jobs() throws {
        var scene = Self.scene
        scene.service("seed", goal: .completed)
        scene.service("web", needs: ["seed": Need(.completed)])
        scene.service("once")
        scene.apply()
        let done = ContainerState(.exited, exitCode: 0)
        scene.drift("once") { $0.state = done }
        #expect(scene.differences("once") == [.state(done)])
        scene.revision?.completed = ["id-once-1"]
        #expect(scene.drift.isEmpty)
        let failed = ContainerState(.exited, exitCode: 2)
        scene.drift("seed") { $0.state = failed }
        #expect(scene.differences("seed") == [.state(failed)])
    }

    @Test("what was removed, whatever it is; images and contents are nobody's own")
    func gone() throws {
        var scene = Self.scene
        scene.revision?.members.insert(ResourceAddress(.config, "settings"))
        scene.containers = []
        scene.networks = []
        scene.volumes = []
        #expect(
            scene.drift.findings.map { "\($0.id) \($0.differences)" } == [
                "network.back [ManifoldPlan.Drift.Difference.gone]", "volume.data [ManifoldPlan.Drift.Difference.gone]",
                "service.db[1] [ManifoldPlan.Drift.Difference.gone]",
                "service.web[1] [ManifoldPlan.Drift.Difference.gone]",
            ]
        )
        #expect(scene.drift.count == 4)
    }

    @Test("a new name, another network of the same name, another maker, and one too many")
    func existence() throws {
        var scene = Self.scene
        scene.drift("web") { $0.spec.name = "mine" }
        #expect(
            scene.differences("web") == [
                .field(FieldPath("container_name"), applied: .word("shop-web-1"), live: .word("mine"))
            ]
        )
        scene = Self.scene
        scene.networks[0].id = "remade"
        #expect(scene.differences("web") == [.networkRemade("shop_back")])
        scene = Self.scene
        scene.drift("web") {
            $0.maker = .compose
            $0.recorded = nil
        }
        #expect(scene.differences("web") == [.recreatedByCompose])
        scene = Self.scene
        scene.twin(of: "web", id: "twin") { $0.spec.name = "copy" }
        #expect(scene.drift.findings.map(\.name) == ["copy"])
        #expect(scene.differences("web") == [.surplus])
    }

    @Test("a service that is switched off by now may be in any state")
    func switchedOff() throws {
        var scene = Self.scene
        scene.revision?.members.remove(ResourceAddress(.service, "web", replica: 1))
        scene.drift("web") { $0.state = ContainerState(.exited, exitCode: 1) }
        #expect(scene.drift.isEmpty)
    }

    @Test("an object without a readable record is named, and nothing is guessed")
    func unrecorded() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.recorded = nil
            $0.spec.limits.pids = 1
        }
        #expect(scene.drift.isEmpty)
        #expect(scene.drift.unrecorded == [ResourceAddress(.service, "web", replica: 1)])
    }

    @Test("a field that did not fit into the record drifts as a whole")
    func truncated() throws {
        var scene = Self.scene
        scene.drift("web") { $0.truncated = ["networks", "environment"] }
        #expect(scene.drift.isEmpty)
        scene.drift("web") { $0.spec.endpoints["shop_back"] = EndpointSpec(aliases: ["other"]) }
        guard case .field(FieldPath("networks"), .text?, .map?)? = scene.differences("web").first else {
            Issue.record("networks are no drift: \(scene.differences("web"))")
            return
        }
    }

    @Test("whose namespaces it shares is told by name, also where that one is gone or somebody else's")
    func sharing() throws {
        var scene = Self.scene
        scene.service("side") { $0.sharing.network = .service("db") }
        scene.service("guest") { $0.sharing.ipc = .container("outside") }
        scene.apply()
        scene.drift("side") { $0.spec.sharing.network = .container("id-db-1") }
        scene.drift("guest") { $0.spec.sharing.ipc = .container("0123") }
        #expect(scene.drift.isEmpty)
        scene.containers.removeAll { $0.address.name == "db" }
        #expect(scene.drift.findings.map(\.id) == [ResourceAddress(.service, "db", replica: 1)])
    }

    private static var scene: Scene {
        var scene = Scene()
        scene.network("back")
        scene.volume("data")
        scene.service("db") { $0.mounts = ["/data": MountSpec(.volume("shop_data"))] }
        scene.service("web") {
            $0.endpoints = ["shop_back": EndpointSpec(aliases: ["web"])]
            $0.environment = ["MODE": text("fast")]
            $0.limits.pids = 100
        }
        scene.apply()
        return scene
    }
}

/// What a sealed value shows.
private enum FieldText {
    static func shown(_ value: FieldValue<SealedText>) -> String? {
        if case .text(let text) = value { text.shown } else { nil }
    }
}

extension Scene {
    /// The drift of the engine as it is.
    fileprivate var drift: Drift {
        guard let revision else { preconditionFailure("only a scene that was applied can drift") }
        let nothing = DesiredSystem(nothingOf: desired.system)
        return DriftDetector(Self.sealer.seal(facts, for: nothing), since: revision).drift()
    }

    fileprivate func differences(_ service: String) -> [Drift.Difference] {
        drift.findings.filter { $0.id == ResourceAddress(.service, service, replica: 1) }.flatMap(\.differences)
    }
}
