import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("What users are without")
struct OutageTests {
    @Test("a replaced container takes its ports away, for as long as it may take to stop at most")
    func ports() throws {
        var scene = Scene()
        scene.service("web") {
            $0.ports = [port("8080"), port("8443", at: "127.0.0.1")]
            $0.stopGracePeriod = 3_000_000_000
        }
        scene.apply()
        scene.service("web") {
            $0.user = "other"
            $0.stopGracePeriod = 60_000_000_000
        }
        let change = try #require(try scene.plan().change("web"))
        #expect(change.disruption == .downtime)
        #expect(change.outage == Outage(ports: ["127.0.0.1:8443/tcp", "8080/tcp"], grace: 3_000_000_000))
    }

    @Test("where nobody sets a grace period it is the engine's ten seconds, and a range is one place")
    func defaults() throws {
        var scene = Scene()
        scene.service("web") { $0.ports = [port("8001-8005"), port("")] }
        scene.apply()
        scene.service("web") { $0.user = "other" }
        let outage = try scene.plan().change("web")?.outage
        #expect(outage == Outage(ports: ["8001-8005/tcp", "a free port for 80/tcp"]))
        #expect(outage?.grace == 10_000_000_000)
    }

    @Test("instances that are replaced one after the other stand in for each other")
    func rolled() throws {
        var scene = Scene()
        for replica in 1...3 { scene.service("web", replica: replica) { $0.ports = [port("800\(replica)")] } }
        scene.apply()
        for replica in 1...3 { scene.service("web", replica: replica) { $0.user = "other" } }
        let plan = try scene.plan()
        #expect(plan.changes.map(\.disruption) == [.restart, .restart, .restart])
        #expect(plan.changes.compactMap(\.outage).map(\.isCovered) == [true, true, true])
    }

    @Test("an instance that does not run, or is not healthy, stands in for nobody", arguments: [true, false])
    func notServing(isStopped: Bool) throws {
        var scene = Scene()
        for replica in 1...2 { scene.service("web", replica: replica) { $0.ports = [port("800\(replica)")] } }
        scene.apply()
        scene.drift("web", replica: 2) {
            $0.state = isStopped ? ContainerState(.exited, exitCode: 1) : ContainerState(.running, health: .unhealthy)
        }
        scene.service("web", replica: 1) { $0.user = "other" }
        #expect(try scene.plan().change("service.web[1]")?.disruption == .downtime)
    }

    @Test("instances that are restarted all at once leave nobody to serve")
    func restartedTogether() throws {
        var scene = Scene()
        scene.service("db")
        for replica in 1...2 {
            scene.service("web", replica: replica, needs: ["db": Need(.started, restartsDependant: true)]) {
                $0.ports = [port("800\(replica)")]
            }
        }
        scene.apply()
        scene.service("db") { $0.user = "other" }
        let plan = try scene.plan()
        #expect(plan.actions("service.web[1]") == [.restart])
        #expect(plan.change("service.web[1]")?.disruption == .downtime)
        #expect(plan.change("service.web[2]")?.disruption == .downtime)
    }

    @Test(
        "what leaves the manifest is gone for good; of an instance too many only its connections, unless it has a port"
    )
    func departures() throws {
        var scene = Scene()
        scene.service("old") { $0.ports = [port("9000")] }
        for replica in 1...3 { scene.service("web", replica: replica) }
        scene.service("web", replica: 3) { $0.ports = [port("8003")] }
        scene.apply()
        scene.drop(ResourceAddress(.service, "old", replica: 1))
        for replica in 2...3 { scene.drop(ResourceAddress(.service, "web", replica: replica)) }
        let plan = try scene.plan()
        #expect(plan.change("old")?.outage == Outage(ports: ["9000/tcp"], isForGood: true))
        #expect(plan.change("service.web[2]")?.disruption == .connectionsDrop)
        #expect(plan.change("service.web[3]")?.disruption == .downtime)
    }

    @Test("a port that another service takes over is not away for good")
    func takenOver() throws {
        var scene = Scene()
        scene.service("old") { $0.ports = [port("9000")] }
        scene.apply()
        scene.drop(ResourceAddress(.service, "old", replica: 1))
        scene.service("new") { $0.ports = [port("9000")] }
        let change = try #require(try scene.plan().change("old"))
        #expect(change.disruption == .downtime)
        #expect(change.outage == Outage(ports: ["9000/tcp"]))
    }

    @Test("a network that no container is on is replaced unnoticed")
    func unusedNetwork() throws {
        var scene = Scene()
        scene.network("back")
        scene.apply()
        scene.network("back") { $0.isInternal = true }
        #expect(try scene.plan().change("network.back")?.disruption == Disruption.none)
    }

    private func port(_ host: String, at address: String = "") -> PortBinding {
        PortBinding(target: 80, transport: .tcp, hostAddress: address, hostPort: host)
    }
}
