import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
import ManifoldResources
import OrderedCollections
import Testing

@Suite("Networks, volumes, images and contents in the graph")
struct SharedPartsTests {
    @Test("a service that names no network is on the default one, which nobody has to declare")
    func defaultNetwork() {
        let built = build { _ in }
        #expect(built.addresses == ["network.default", "image.nginx:latest", "service.web[1]"])
        #expect(built.network("default")?.name == "shop_default")
        #expect(built[.network, "default"]?.declaration == nil)
        #expect(built.container("web")?.endpoints == ["shop_default": EndpointSpec(aliases: ["web"])])
        #expect(built[.service, "web", 1]?.needs[ResourceAddress(.network, "default")]?.condition == .existing)
    }

    @Test("a declared default network gives the implicit one its settings")
    func declaredDefault() {
        let built = build(
            manifest([service("web")]) {
                $0.networks["default"] = NetworkDeclaration(origin: origin(3))
                $0.networks["default"]?.name = sourced("front")
                $0.networks["default"]?.isInternal = sourced(true, 5)
            }
        )
        #expect(built.network("default")?.name == "front")
        #expect(built.network("default")?.isInternal == true)
        #expect(built[.network, "default"]?.origins[FieldPath("internal")] == origin(5))
        #expect(built.container("web")?.endpoints.keys.sorted() == ["front"])
    }

    @Test("only networks and volumes that an active service uses become resources")
    func unused() {
        let worker = service("worker") {
            $0.isActive = false
            $0.volumes = [ServiceMount(.volume, source: "spool", target: "/spool", origin: origin())]
        }
        let built = build(
            manifest([service("web"), worker]) {
                $0.networks["back"] = NetworkDeclaration(origin: origin())
                $0.volumes["spool"] = VolumeDeclaration(origin: origin())
            }
        )
        #expect(built.addresses == ["network.default", "image.nginx:latest", "service.web[1]"])
        #expect(built.graph?.inactiveServices == ["worker"])
    }

    @Test("external networks and volumes keep the name that others gave them")
    func external() {
        let web = service("web") {
            $0.networks["proxy"] = ServiceNetwork(origin: origin())
            $0.networks["hub"] = ServiceNetwork(origin: origin())
            $0.volumes = [ServiceMount(.volume, source: "data", target: "/data", origin: origin())]
        }
        let built = build(
            manifest([web]) {
                $0.networks["proxy"] = NetworkDeclaration(origin: origin())
                $0.networks["hub"] = NetworkDeclaration(origin: origin())
                $0.networks["hub"]?.name = sourced("company-hub")
                $0.volumes["data"] = VolumeDeclaration(origin: origin())
                for name in ["proxy", "hub"] { $0.networks[name]?.isExternal = true }
                $0.volumes["data"]?.isExternal = true
            }
        )
        #expect(built.network("proxy")?.name == "proxy")
        #expect(built.network("proxy")?.isExternal == true)
        #expect(built.network("hub")?.name == "company-hub")
        #expect(built.volume("data")?.name == "data")
        #expect(built.volume("data")?.isExternal == true)
        #expect(built.container("web")?.endpoints.keys.sorted() == ["company-hub", "proxy"])
        #expect(built.container("web")?.mounts["/data"]?.source == .volume("data"))
    }

    @Test("the engine's own driver is no setting, another one is, with its options and labels")
    func drivers() {
        let web = service("web") {
            $0.networks["a"] = ServiceNetwork(origin: origin())
            $0.networks["b"] = ServiceNetwork(origin: origin())
        }
        let built = build(
            manifest([web]) {
                $0.networks["a"] = NetworkDeclaration(origin: origin())
                $0.networks["a"]?.driver = sourced("bridge")
                $0.networks["b"] = NetworkDeclaration(origin: origin())
                $0.networks["b"]?.driver = sourced("macvlan", 7)
                $0.networks["b"]?.driverOptions = ["parent": sourced("eth0"), "password": sourced("x")]
                $0.networks["b"]?.labels = ["team": sourced("red", 9)]
            }
        )
        #expect(built.network("a")?.driver == nil)
        #expect(built.network("b")?.driver == "macvlan")
        #expect(built.network("b")?.driverOptions["parent"]?.isShowable == true)
        #expect(built.network("b")?.driverOptions["password"]?.isShowable == false)
        #expect(built.network("b")?.labels["team"]?.string == "red")
        #expect(built[.network, "b"]?.origins[FieldPath("driver")] == origin(7))
        #expect(built[.network, "b"]?.origins[FieldPath("labels", "team")] == origin(9))
    }

    @Test("services that spell one image differently share one resource")
    func images() {
        let built = build(
            manifest([
                service("a", at: 1) { $0.image = sourced("nginx", 11) },
                service("b", at: 2) { $0.image = sourced("docker.io/library/nginx:latest", 12) },
                service("c", at: 3) { $0.image = sourced("quay.io/app:2", 13) },
            ])
        )
        #expect(built.addresses.filter { $0.hasPrefix("image.") } == ["image.nginx:latest", "image.quay.io/app:2"])
        #expect(built[.image, "nginx:latest"]?.spec == .image(ImageSpec(reference: "docker.io/library/nginx:latest")))
        #expect(built[.image, "nginx:latest"]?.declaration == span(11))
        #expect(built.container("b")?.image == "docker.io/library/nginx:latest")
    }

    @Test("an image is missing or malformed: each service is told")
    func badImages() {
        let built = build(
            manifest([
                service("a", at: 1) { $0.image = nil }, service("b", at: 2) { $0.image = sourced("Nginx", 12) },
            ])
        )
        #expect(built.graph == nil)
        #expect(built.codes == ["graph.missing-image", "graph.invalid-image"])
        #expect(built.diagnostics.last?.help == "write `nginx`")
    }

    @Test("what is used and not declared is told with the place that uses it")
    func undefined() {
        let web = service("web") {
            $0.networks["frnt"] = ServiceNetwork(origin: origin(1))
            $0.volumes = [ServiceMount(.volume, source: "dta", target: "/data", origin: origin(2))]
            $0.configs = [ContentReference(source: "x", origin: origin(3))]
            $0.secrets = [ContentReference(source: "y", origin: origin(4))]
            $0.dependsOn["zzz"] = Dependency(.started, origin: origin(5))
        }
        let built = build(manifest([web]))
        #expect(built.codes == Array(repeating: "graph.missing-need", count: 5))
        #expect(built.diagnostics.map(\.primary?.span) == (1...5).map { span($0) })
    }

    @Test("two things that want one name in the engine are told; what others made may be shared")
    func duplicateNames() {
        let services = [
            service("a", at: 1) {
                $0.networks["n"] = ServiceNetwork(origin: origin())
                $0.networks["m"] = ServiceNetwork(origin: origin())
                $0.containerName = sourced("shop-b-1")
            },
            service("b", at: 2),
        ]
        var two = manifest(services) {
            for (index, name) in ["n", "m"].enumerated() {
                $0.networks[name] = NetworkDeclaration(origin: origin(UInt32(10 + index)))
                $0.networks[name]?.name = sourced("lan")
            }
        }
        #expect(build(two).codes == ["graph.duplicate-name", "graph.duplicate-name"])
        for name in ["n", "m"] { two.networks[name]?.isExternal = true }
        #expect(build(two).codes == ["graph.duplicate-name"])
    }

    @Test("a volume's given name must be one that the engine takes")
    func volumeName() {
        let web = service("web") {
            $0.volumes = [ServiceMount(.volume, source: "data", target: "/data", origin: origin())]
        }
        let built = build(
            manifest([web]) {
                $0.volumes["data"] = VolumeDeclaration(origin: origin())
                $0.volumes["data"]?.name = sourced("my data", 3)
            }
        )
        #expect(built.codes == ["graph.invalid-volume-name"])
    }
}
