import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

/// Addresses on networks that somebody has whom nobody asked to have them, as the engine gives them out.
@Suite("Addresses that are taken")
struct AddressConflictTests {
    /// A system of two, one of which the engine has given an address that a new third one asks for.
    private func scene(holder: String) -> Scene {
        var scene = Scene()
        scene.network("back")
        for name in ["api", "db"] { scene.service(name) { $0.endpoints = ["shop_back": EndpointSpec()] } }
        scene.apply()
        scene.networks[0].holders = ["10.5.0.2": holder]
        scene.ask("web")
        return scene
    }

    @Test("one that the engine has given to a container that stays is told of with its name")
    func given() throws {
        let found = scene(holder: "id-api-1").obstacles()
        #expect(found.map(\.code.description) == ["plan.address-taken"])
        #expect(found.first?.message.contains("10.5.0.2 on network `shop_back`") == true)
        #expect(found.first?.message.contains("given to service.api[1]") == true)
    }

    @Test("one that a container of others has is told of with its name")
    func foreign() throws {
        var scene = scene(holder: "id-theirs")
        scene.networks[0].strangers = ["theirs"]
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.address-taken"])
        #expect(found.first?.message.contains("`theirs`, not ours") == true)
    }

    @Test("one whose container goes, is replaced or leaves the network is free in time")
    func freed() throws {
        var leaving = scene(holder: "id-api-1")
        leaving.drop(ResourceAddress(.service, "api", replica: 1))
        #expect(try leaving.plan().does("start shop-web-1", waitFor: "stop shop-api-1"))
        var replaced = scene(holder: "id-api-1")
        replaced.service("api") {
            $0.endpoints = ["shop_back": EndpointSpec()]
            $0.user = "1"
        }
        #expect(try replaced.plan().does("start shop-web-1", waitFor: "stop shop-api-1"))
        var moved = scene(holder: "id-api-1")
        moved.ask("api", for: "10.5.0.3")
        let plan = try moved.plan()
        #expect(try plan.does("start shop-web-1", waitFor: "disconnect shop-api-1 from shop_back"))
    }

    @Test("one that the very container has, or that nobody has, is none")
    func own() throws {
        var own = scene(holder: "id-api-1")
        own.drop(ResourceAddress(.service, "web", replica: 1))
        own.ask("api")
        #expect(own.obstacles().isEmpty)
        var free = scene(holder: "id-api-1")
        free.networks[0].holders = [:]
        #expect(free.obstacles().isEmpty)
        var renewed = scene(holder: "id-api-1")
        renewed.network("back") { $0.isInternal = true }
        #expect(renewed.obstacles().isEmpty, "on a network that is made anew nobody has one yet")
    }

    @Test("a job cannot have what a service keeps that asks for it too")
    func job() throws {
        var scene = Scene()
        scene.network("back")
        scene.ask("web")
        scene.apply()
        scene.ask("migrate", goal: .completed)
        let found = scene.obstacles()
        #expect(found.map(\.code.description) == ["plan.address-taken"])
        #expect(found.first?.message.contains("which service.web[1] has and asks for too") == true)
    }

    @Test("of several addresses each is told of, always in the same order")
    func order() {
        for _ in 0..<20 {
            var scene = Scene()
            for name in ["back", "front"] { scene.network(name) }
            var endpoint = EndpointSpec()
            (endpoint.ipv4Address, endpoint.ipv6Address) = ("10.5.0.2", "2001:db8::2")
            for name in ["a", "b"] {
                scene.service(name) { $0.endpoints = ["shop_back": endpoint, "shop_front": endpoint] }
            }
            let asked = [
                "10.5.0.2 on network `shop_back`", "2001:db8::2 on network `shop_back`",
                "10.5.0.2 on network `shop_front`", "2001:db8::2 on network `shop_front`",
            ]
            #expect(
                scene.obstacles().map(\.message)
                    == asked.map { address in
                        "service.b[1] and service.a[1] both ask for the address \(address), "
                            + "which only one container can have"
                    }
            )
        }
    }

    @Test("a container that is there already does not ask again for what it has")
    func settled() throws {
        var scene = Scene()
        scene.network("back")
        scene.ask("web")
        scene.apply()
        scene.networks[0].holders = ["10.5.0.2": "id-web-1"]
        #expect(try scene.plan().isEmpty)
    }
}

extension Scene {
    /// Lets a service ask for an address.
    fileprivate mutating func ask(_ name: String, for address: String = "10.5.0.2", goal: Goal? = nil) {
        var endpoint = EndpointSpec()
        endpoint.ipv4Address = address
        service(name, goal: goal) { $0.endpoints = ["shop_back": endpoint] }
    }
}
