import ManifoldResources
import Testing

@Suite("Resource addresses")
struct ResourceAddressTests {
    @Test(
        "an address is read from its text and printed as the same text",
        arguments: [
            ("network.back", ResourceAddress(.network, "back")),
            ("volume.data", ResourceAddress(.volume, "data")),
            ("config.app.conf", ResourceAddress(.config, "app.conf")),
            ("secret.password", ResourceAddress(.secret, "password")),
            ("image.nginx:1.27", ResourceAddress(.image, "nginx:1.27")),
            ("image.localhost:5000/a/b:1", ResourceAddress(.image, "localhost:5000/a/b:1")),
            ("service.web", ResourceAddress(.service, "web")),
            ("service.web[1]", ResourceAddress(.service, "web", replica: 1)),
            ("service.web.eu[12]", ResourceAddress(.service, "web.eu", replica: 12)),
            ("volume.data[1]", ResourceAddress(.volume, "data[1]")),
        ]
    )
    func roundTrip(text: String, address: ResourceAddress) {
        #expect(ResourceAddress(text) == address)
        #expect(address.description == text)
    }

    @Test(
        "what is no address is not read",
        arguments: [
            "", "web", ".web", "network.", "service.", "pod.web", "Network.back", " network.back", "service.[1]",
            "service.web[0]", "service.web[-1]", "service.web[]", "service.web[x]", "service.web[1.5]",
            "service.web[99999999999999999999]",
        ]
    )
    func noAddress(text: String) {
        #expect(ResourceAddress(text) == nil)
    }

    @Test("one instance has one spelling", arguments: ["service.web[+1]", "service.web[01]", "service.web[١]"])
    func oneSpelling(text: String) {
        #expect(ResourceAddress(text).map(\.description) == nil)
    }

    @Test("every kind is read by its own name", arguments: ResourceAddress.Kind.allCases)
    func kinds(kind: ResourceAddress.Kind) {
        #expect(ResourceAddress("\(kind.rawValue).x") == ResourceAddress(kind, "x"))
    }

    @Test("an instance belongs to its service; every other address is its own")
    func withoutReplica() {
        #expect(ResourceAddress(.service, "web", replica: 3).withoutReplica == ResourceAddress(.service, "web"))
        #expect(ResourceAddress(.network, "web").withoutReplica == ResourceAddress(.network, "web"))
    }

    @Test("addresses sort by kind, then by name as people count, then by instance")
    func order() {
        let expected = [
            "network.a", "network.b2", "network.b10", "volume.a", "config.a", "secret.a", "image.a", "service.api[1]",
            "service.web", "service.web[1]", "service.web[2]", "service.web[10]", "service.web2[1]", "service.web10[1]",
        ]
        let addresses = expected.compactMap { ResourceAddress($0) }
        #expect(addresses.count == expected.count)
        #expect(addresses.reversed().sorted().map(\.description) == expected)
    }

    @Test("the kinds are declared in the order in which they sort")
    func kindOrder() {
        let addresses = ResourceAddress.Kind.allCases.map { ResourceAddress($0, "same") }
        #expect(addresses.reversed().sorted() == addresses)
    }
}
