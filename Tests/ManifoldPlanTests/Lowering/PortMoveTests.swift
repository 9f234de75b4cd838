import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Ports that move")
struct PortMoveTests {
    @Test("two services that swap their ports are both stopped before either starts")
    func swap() throws {
        var scene = Self.scene(["a": "8001", "b": "8002"])
        scene.publish("a", "8002")
        scene.publish("b", "8001")
        let plan = try scene.plan()
        #expect(try plan.does("start shop-a-1", waitFor: "stop shop-b-1"))
        #expect(try plan.does("start shop-b-1", waitFor: "stop shop-a-1"))
    }

    @Test("a swap works also where one of the two needs the other to be ready")
    func swapWithNeed() throws {
        var scene = Self.scene(["a": "8001", "b": "8002"])
        scene.publish("a", "8002")
        scene.publish("b", "8001")
        scene.service("b", needs: ["a": Need(.healthy)])
        let plan = try scene.plan()
        #expect(try plan.does("start shop-a-1", waitFor: "stop shop-b-1"))
        #expect(try plan.does("start shop-b-1", waitFor: "await shop-a-1 ready"))
        #expect(try !plan.does("stop shop-b-1", waitFor: "start shop-a-1"))
    }

    @Test("ports that go round in a ring of three")
    func ring() throws {
        var scene = Self.scene(["a": "8001", "b": "8002", "c": "8003"])
        scene.publish("a", "8002")
        scene.publish("b", "8003")
        scene.publish("c", "8001")
        let plan = try scene.plan()
        #expect(try plan.does("start shop-a-1", waitFor: "stop shop-b-1"))
        #expect(try plan.does("start shop-b-1", waitFor: "stop shop-c-1"))
        #expect(try plan.does("start shop-c-1", waitFor: "stop shop-a-1"))
    }

    @Test("a new service takes the port of one that gives it up, or that goes")
    func takeOver() throws {
        var scene = Self.scene(["a": "8001"])
        scene.publish("a", "8002")
        scene.publish("b", "8001")
        #expect(try scene.plan().does("start shop-b-1", waitFor: "stop shop-a-1"))
        scene.drop(ResourceAddress(.service, "a", replica: 1))
        #expect(try scene.plan().does("start shop-b-1", waitFor: "stop shop-a-1"))
    }

    @Test("the stop that frees a port for another can be taken back")
    func undo() throws {
        var scene = Self.scene(["a": "8001", "b": "8002"])
        scene.publish("a", "8002")
        scene.publish("b", "8001")
        let plan = try scene.plan()
        #expect(try plan.step("stop shop-a-1").undo == .start(.existing(id: "id-a-1", name: "shop-a-1")))
    }

    @Test(
        "only a port that both want makes one service wait for another",
        arguments: [
            (.init("8001"), .init("8001"), true), (.init("8001"), .init("8002"), false),
            (.init("8001", .udp), .init("8001"), false), (.init("8001", "127.0.0.1"), .init("8001"), true),
            (.init("8001", "::1"), .init("8001", "::"), true), (.init(""), .init(""), false),
            (.init("", "127.0.0.1"), .init("", "127.0.0.1"), false), (.init("", "::1"), .init("", "::1"), false),
            (.init("8001-8005"), .init("8001"), true), (.init("8003"), .init("8001-8005"), true),
            (.init("8001-8005"), .init("8006-8009"), false),
        ] as [(Published, Published, Bool)]
    )
    func sharing(first: Published, second: Published, isShared: Bool) throws {
        // The first gives up what it has; the second is new and wants it.
        var scene = Scene()
        scene.service("a") { $0.ports = [first.binding] }
        scene.apply()
        scene.service("a") { $0.ports = [Published("9000").binding] }
        scene.service("b") { $0.ports = [second.binding] }
        #expect(try scene.plan().does("start shop-b-1", waitFor: "stop shop-a-1") == isShared)
    }

    /// Where a port is published.
    struct Published: Sendable, CustomStringConvertible {
        let binding: PortBinding
        var description: String { binding.description }

        init(_ port: String, _ address: String = "", _ transport: PortBinding.Transport = .tcp) {
            binding = PortBinding(target: 80, transport: transport, hostAddress: address, hostPort: port)
        }

        init(_ port: String, _ transport: PortBinding.Transport) {
            self.init(port, "", transport)
        }
    }

    private static func scene(_ ports: [String: String]) -> Scene {
        var scene = Scene()
        for (service, port) in ports { scene.publish(service, port) }
        scene.apply()
        return scene
    }
}

extension Scene {
    fileprivate mutating func publish(_ service: String, _ port: String) {
        self.service(service) { $0.ports = [PortMoveTests.Published(port).binding] }
    }
}
