import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

/// Ports and addresses that somebody else has.
@Suite("What others hold")
struct HoldingTests {
    private func scene(_ address: String, held: String) -> Scene {
        var scene = Scene()
        scene.service("web") {
            $0.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: address, hostPort: "8080")]
        }
        scene.heldPorts = [
            HeldPort(HostPort(address: held, port: 8080, transport: "tcp"), holder: "theirs", id: "0123", owner: nil)
        ]
        return scene
    }

    @Test(
        "a port is taken on one address, on all addresses of a version, or on all of them",
        arguments: [
            ("", "0.0.0.0", true), ("", "127.0.0.1", true), ("127.0.0.1", "0.0.0.0", true),
            ("127.0.0.1", "127.0.0.1", true), ("127.0.0.1", "127.0.0.2", false), ("127.0.0.1", "::", false),
            ("::1", "::", true), ("::1", "::1", true), ("::1", "0.0.0.0", false),
        ] as [(String, String, Bool)]
    )
    func addresses(wanted: String, held: String, collides: Bool) {
        let found = scene(wanted, held: held).obstacles()
        #expect(found.map(\.code.description) == (collides ? ["plan.port-taken"] : []))
        #expect(found.allSatisfy { $0.message.contains("`theirs`") })
    }

    @Test("a container that runs has its port already, and nobody else can have it")
    func running() throws {
        var scene = scene("", held: "127.0.0.1")
        let held = scene.heldPorts
        scene.heldPorts = []
        scene.apply()
        scene.heldPorts = held
        #expect(try scene.plan().isEmpty)
    }

    @Test("in the network of the host, and of a range, nothing is fixed")
    func notFixed() {
        var host = scene("", held: "")
        host.service("web") { $0.sharing.network = .named("host") }
        #expect(host.obstacles().isEmpty)
        var range = scene("", held: "")
        range.service("web") {
            $0.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "8080-8089")]
        }
        #expect(range.obstacles().isEmpty)
    }

    @Test("a port that a container has which the plan leaves out")
    func leftOut() {
        let port = PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "8080")
        var scene = Scene()
        scene.service("old") { $0.ports = [port] }
        scene.apply()
        scene.service("old") { $0.ports = [] }
        scene.service("new") { $0.ports = [port] }
        #expect(scene.obstacles().isEmpty, "the whole plan moves the port")
        scene.options.targets = [ResourceAddress(.service, "new")]
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.held-by-left-out"])
        #expect(found.first?.message.contains("8080/tcp") == true)
    }

    @Test("addresses that a plugin manages are its own")
    func plugin() throws {
        var scene = Scene()
        scene.heldSubnets = [HeldSubnet("10.1.2.0/24", holder: "theirs", owner: nil)]
        scene.network("back") {
            var pool = AddressManagement.Pool()
            pool.subnet = "10.1.0.0/16"
            $0.addresses.driver = "weave"
            $0.addresses.pools = [pool]
        }
        #expect(scene.obstacles().isEmpty)
    }

    @Test("a job is gone when another container takes its port")
    func job() {
        var scene = scene("", held: "")
        scene.heldPorts = []
        scene.service("migrate", goal: .completed) {
            $0.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "8080")]
        }
        #expect(scene.obstacles().isEmpty)
    }

    @Test(
        "a subnet of another network",
        arguments: [("10.1.0.0/16", true), ("10.0.0.0/8", true), ("10.1.2.128/25", true), ("10.2.0.0/16", false)]
    )
    func subnets(subnet: String, isTaken: Bool) throws {
        var scene = Scene()
        scene.heldSubnets = [HeldSubnet("10.1.2.0/24", holder: "theirs", owner: "it belongs to X")]
        scene.network("back") {
            var pool = AddressManagement.Pool()
            pool.subnet = subnet
            $0.addresses.pools = [pool]
        }
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == (isTaken ? ["plan.subnet-taken"] : []))
        #expect(found.allSatisfy { $0.message.contains("`theirs`") && $0.message.contains("it belongs to X") })
        // One that is there has its addresses.
        scene.heldSubnets = []
        scene.apply()
        scene.heldSubnets = [HeldSubnet("10.1.2.0/24", holder: "theirs", owner: nil)]
        #expect(try scene.plan().isEmpty)
    }
}
