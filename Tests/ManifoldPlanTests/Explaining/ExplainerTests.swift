import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Explaining a resource")
struct ExplainerTests {
    @Test("each value has who supplies it and how it can change")
    func sources() throws {
        var scene = Self.scene
        let origin = Origin(SourceSpan(file: FileID(rawValue: 0), start: 1, end: 2))
        scene.wants[Self.web]?.origins = [FieldPath("mem_limit"): origin]
        scene.drift("web") {
            $0.spec.kernel.ulimits = ["nofile": KernelSpec.Ulimit(soft: 1, hard: 2)]
            $0.spec.limits.pids = 50
        }
        let explanation = try #require(scene.explanation(Self.web))
        func value(_ field: FieldName, _ entry: String? = nil) throws -> Explanation.Value {
            try #require(explanation.values.first { $0.path == FieldPath(field, entry) }, "\(field)")
        }
        #expect(try value("mem_limit").source == .manifest(origin))
        #expect(try value("mem_limit").way == .inPlace(canClear: false, unreachable: []))
        #expect(try value("memswap_limit").way == .inPlace(canClear: false, unreachable: ["unlimited"]))
        #expect(try value("container_name").source == .manifest(nil))
        #expect(try value("container_name").way == .rename)
        #expect(try value("networks", "shop_back").way == .reconnect)
        #expect(try value("environment", "PATH").source == .image(Scene.image))
        #expect(try value("environment", "PATH").way == .replace)
        #expect(try value("ulimits", "nofile").source == .engine)
        #expect(try value("pids_limit").source == .outside)
        #expect(explanation.unset.contains("user") && !explanation.unset.contains("image"))
        #expect(explanation.values.allSatisfy { $0.live == nil }, "what is there is what is in effect")
    }

    @Test("a value that the engine has otherwise shows both, and one that is not there yet only its own")
    func liveValues() throws {
        var scene = Self.scene
        scene.drift("web") { $0.spec.limits.memory = 1 << 20 }
        let memory = try #require(scene.explanation(Self.web)?.values.first { $0.path.field == "mem_limit" })
        #expect(memory.value == .bytes(64 << 20) && memory.live?.value == .bytes(1 << 20))
        scene.containers = []
        let explanation = try #require(scene.explanation(Self.web))
        #expect(!explanation.isPresent)
        #expect(explanation.values.allSatisfy { $0.live == nil })
    }

    @Test("a file has the policy by which its content changes; a job's always needs a new container")
    func policies() throws {
        var scene = Scene()
        scene.service("web", onChange: ["/a": .signal("SIGHUP")]) { $0.files = ["/a": file("a"), "/b": file("b")] }
        scene.service("job", goal: .completed, onChange: ["/a": .ignore]) { $0.files = ["/a": file("a")] }
        scene.apply()
        func policies(_ name: String) throws -> [ContentPolicy?] {
            let explanation = try #require(scene.explanation(ResourceAddress(.service, name)))
            return explanation.values.filter { $0.way == .contents }.map(\.policy)
        }
        #expect(try policies("web") == [.signal("SIGHUP"), .recreate])
        #expect(try policies("job") == [.recreate])
        let values = try #require(scene.explanation(Self.web)).values
        #expect(values.allSatisfy { $0.way == .contents || $0.policy == nil })
    }

    @Test("a signal that would end the restart policy is told beforehand, with and without a container")
    func obstacles() throws {
        func obstacle(_ restart: RestartPolicy?, _ stopSignal: String?, isApplied: Bool) throws -> SignalObstacle? {
            var scene = Scene()
            scene.service("web", onChange: ["/a": .signal("SIGHUP")]) {
                $0.files = ["/a": file("a")]
                $0.restart = restart
                $0.stopSignal = stopSignal
            }
            if isApplied { scene.apply() }
            let explanation = try #require(scene.explanation(ResourceAddress(.service, "web")))
            return try #require(explanation.values.first { $0.way == .contents }).obstacle
        }
        for isApplied in [false, true] {
            #expect(try obstacle(nil, nil, isApplied: isApplied) == nil)
            #expect(try obstacle(.always, nil, isApplied: isApplied) == .endsRestarts("always"))
            #expect(try obstacle(.always, "SIGTERM", isApplied: isApplied) == nil)
            #expect(try obstacle(.unlessStopped, "SIGTERM", isApplied: isApplied) == .countsAsStop)
        }
    }

    @Test("who needs it, who it needs, and what a replacement would do to all of them")
    func edges() throws {
        let explanation = try #require(Self.scene.explanation(ResourceAddress(.service, "db")))
        #expect(explanation.id == ResourceAddress(.service, "db", replica: 1))
        #expect(explanation.needs.isEmpty)
        #expect(explanation.dependants.map(\.id.name) == ["side", "web", "worker"])
        #expect(explanation.effects.map(\.id.name) == ["db", "side", "web"])
        #expect(explanation.effects.map(\.action) == [.replace, .replace, .restart])
        #expect(explanation.effects.map(\.disruption) == [.restart, .restart, .downtime])
        #expect(explanation.effects.last?.outage?.ports == ["8080/tcp"])
    }

    @Test("the effects are those of the plan that replaces it", arguments: ["db", "web", "side", "worker"])
    func sameAsPlan(service: String) throws {
        var scene = Self.scene
        let explanation = try #require(scene.explanation(ResourceAddress(.service, service)))
        scene.options.replacements = [ResourceAddress(.service, service)]
        let plan = try scene.plan()
        #expect(Set(plan.changes.map(\.id)) == Set(explanation.effects.map(\.id)))
        for effect in explanation.effects {
            let change = plan.changes.first { $0.id == effect.id }
            #expect(change?.actions == [effect.action])
            #expect(change?.disruption == effect.disruption)
        }
    }

    @Test("a network takes its running containers along, a volume cannot be replaced")
    func others() throws {
        let network = try #require(Self.scene.explanation(ResourceAddress(.network, "back")))
        #expect(network.effects.map(\.id.name) == ["web"])
        #expect(network.effects.map(\.disruption) == [.connectionsDrop])
        let volume = try #require(Self.scene.explanation(ResourceAddress(.volume, "data")))
        #expect(volume.effects.isEmpty)
        #expect(volume.values.map(\.way) == [.kept])
        #expect(Self.scene.explanation(ResourceAddress(.service, "db", replica: 2)) == nil)
    }

    private static let web = ResourceAddress(.service, "web", replica: 1)

    private static var scene: Scene {
        var scene = Scene()
        scene.network("back")
        scene.volume("data") { $0.driverOptions = ["type": text("tmpfs")] }
        scene.service("db")
        scene.service("side", needs: ["db": Need(.started)]) { $0.sharing.network = .service("db") }
        scene.service("web", needs: ["db": Need(.healthy, restartsDependant: true)]) {
            $0.limits.memory = 64 << 20
            $0.endpoints = ["shop_back": EndpointSpec(aliases: ["web"])]
            $0.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "8080")]
        }
        scene.service("worker", needs: ["db": Need(.started)])
        scene.apply()
        scene.drift("side") { $0.spec.sharing.network = .container("id-db-1") }
        return scene
    }
}

extension Scene {
    fileprivate func explanation(_ address: ResourceAddress) -> Explanation? {
        Explainer(desired, given: Self.sealer.seal(facts, for: desired)).explanation(of: address)
    }
}
