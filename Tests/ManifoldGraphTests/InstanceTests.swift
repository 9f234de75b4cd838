import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
import ManifoldResources
import OrderedCollections
import Testing

@Suite("Instances of services in the graph")
struct InstanceTests {
    @Test("each instance is a resource with Compose's name")
    func replicas() {
        let built = build { $0.replicas = sourced(3) }
        let instances = ["service.web[1]", "service.web[2]", "service.web[3]"]
        #expect(built.addresses.suffix(3) == instances[...])
        #expect((1...3).map { built.container("web", $0)?.name } == ["shop-web-1", "shop-web-2", "shop-web-3"])
    }

    @Test("a few lines cannot ask for more containers than memory has room for")
    func tooMany() {
        let services = (0..<60).map { number in service("s\(number)") { $0.replicas = sourced(10_000) } }
        let built = build(manifest(services))
        #expect(built.codes == ["graph.too-large"])
        #expect(built.diagnostics.first?.message.contains("`s10`") == true)
    }

    @Test("nor can a few lines link services to more containers than memory has room for")
    func tooManyLinks() {
        let links = (0..<60).map { "  s\($0): {image: a, links: [many]}" }.joined(separator: "\n")
        let built = SettingTests.graph("services:\n  many: {image: a, scale: 9999}\n\(links)")
        #expect(built.graph == nil)
        #expect(built.diagnostics.map(\.code.description) == ["graph.too-large"])
        #expect(built.diagnostics.first?.message.contains("links between services") == true)
    }

    @Test("services of several batches become one graph, and what is wrong with one of them is told once")
    func batches() {
        let services = (0..<5000).map { number in service("s\(number)") { $0.image = sourced("img:\(number % 7)") } }
        let built = build(manifest(services))
        #expect(built.diagnostics.isEmpty)
        #expect(built.addresses.count == 5000 + 7 + 1)
        let wrong = services.map { service in
            var service = service
            if service.name == "s4321" { service.image = sourced("not an image") }
            return service
        }
        #expect(build(manifest(wrong)).codes == ["graph.invalid-image"])
    }

    @Test("a service with no instance leaves its network, and needs no image")
    func noReplicas() {
        #expect(build { $0.replicas = sourced(0) }.addresses == ["network.default"])
    }

    @Test("a container name is taken as it is, and several instances cannot share it")
    func containerName() {
        let one = build { $0.containerName = sourced("front", 4) }
        #expect(one.container("web")?.name == "front")
        #expect(one[.service, "web", 1]?.origins[FieldPath("container_name")] == origin(4))
        let many = build {
            $0.containerName = sourced("front")
            $0.replicas = sourced(2)
        }
        #expect(many.codes == ["graph.duplicate-name"])
    }

    @Test("a dependency is an edge to every instance, with its condition and place")
    func dependencies() throws {
        let web = service("web") {
            $0.dependsOn["api"] = Dependency(.healthy, origin: origin(8))
            $0.dependsOn["api"]?.restart = true
            $0.dependsOn["job"] = Dependency(.completed, origin: origin(9))
        }
        let built = build(manifest([web, service("api") { $0.replicas = sourced(2) }, service("job")]))
        let needs = try #require(built[.service, "web", 1]?.needs)
        for replica in 1...2 {
            let need = needs[ResourceAddress(.service, "api", replica: replica)]
            #expect(need == Need(.healthy, at: span(8), restartsDependant: true))
        }
        #expect(needs[ResourceAddress(.service, "job", replica: 1)] == Need(.completed, at: span(9)))
        #expect(built.addresses.last == "service.web[1]")
    }

    @Test("a service that others wait for to complete is a job")
    func goals() {
        let web = service("web") { $0.dependsOn["job"] = Dependency(.completed, origin: origin()) }
        let off = service("off") {
            $0.isActive = false
            $0.dependsOn["api"] = Dependency(.completed, origin: origin())
        }
        let built = build(manifest([web, service("job"), service("api"), off]))
        #expect(built[.service, "job", 1]?.goal == .completed)
        #expect(built[.service, "web", 1]?.goal == .running)
        #expect(built[.service, "api", 1]?.goal == .running)
        #expect(built[.network, "default"]?.goal == .existing)
    }

    @Test("what is switched off or undeclared may be depended on only where it is not required")
    func optionalDependencies() {
        var web = service("web") {
            $0.dependsOn["debug"] = Dependency(.started, origin: origin(1))
            $0.dependsOn["other"] = Dependency(.started, origin: origin(2))
        }
        let debug = service("debug") {
            $0.isActive = false
            $0.profiles = [sourced("dev")]
        }
        let required = build(manifest([web, debug]))
        #expect(required.codes == ["graph.missing-need", "graph.missing-need"])

        for name in ["debug", "other"] { web.dependsOn[name]?.isRequired = false }
        let optional = build(manifest([web, debug]))
        #expect(optional.codes == [])
        #expect(optional[.service, "web", 1]?.needs.keys.contains { $0.kind == .service } == false)
    }

    @Test("services in a circle are told once, with the places of both dependencies")
    func cycle() {
        let first = service("a") {
            $0.replicas = sourced(2)
            $0.dependsOn["b"] = Dependency(.started, origin: origin(5))
        }
        let second = service("b") { $0.dependsOn["a"] = Dependency(.healthy, origin: origin(6)) }
        let built = build(manifest([first, second]))
        #expect(built.graph == nil)
        #expect(built.codes == ["graph.cycle"])
        #expect(built.diagnostics.first?.primary?.span == span(5))
        #expect(built.diagnostics.first?.related.map(\.span) == [span(6)])
    }

    @Test("all mistakes of a manifest are told in one run")
    func allMistakes() {
        let web = service("web") {
            $0.image = nil
            $0.stopSignal = sourced("SIGTRM", 2)
            $0.dependsOn["web"] = Dependency(.started, origin: origin(3))
        }
        #expect(build(manifest([web])).codes == ["graph.missing-image", "graph.unknown-signal", "graph.cycle"])
    }

    @Test("the system's name and source are kept beside the resources")
    func system() {
        let built = build { _ in }
        let expected = SystemIdentity(name: "shop", directory: "/srv/shop", files: ["/srv/shop/compose.yaml"])
        #expect(built.graph?.system == expected)
    }
}
