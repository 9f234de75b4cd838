import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
import ManifoldResources
import OrderedCollections
import Testing

@Suite("Ports, networks, mounts and files of a container")
struct MountTests {
    @Test("ports have one spelling: brackets, zeros and the engine's choice")
    func ports() throws {
        let built = build {
            $0.ports = [
                port(80, published: "08080", 1), port(80, published: "8080"), port(81), port(82, published: "0"),
            ]
            $0.ports += [port(83, published: "8000-8010", address: "[::1]", transport: "udp")]
        }
        let ports = try #require(built.container("web")?.ports)
        #expect(
            Set(ports.map(\.description)) == ["8080:80/tcp", "81/tcp", "82/tcp", "[::1]:8000-8010:83/udp"]
        )
        #expect(ports.contains { $0.hostAddress == "::1" })
        #expect(built[.service, "web", 1]?.origins[FieldPath("ports", "80/tcp")] == origin(1))
    }

    @Test("a place on a network has the service's name and the given ones")
    func endpoints() {
        let web = service("web") {
            $0.networks["back"] = ServiceNetwork(origin: origin(4))
            $0.networks["back"]?.aliases = [sourced("www"), sourced("web")]
        }
        let built = build(manifest([web]) { $0.networks["back"] = NetworkDeclaration(origin: origin()) })
        #expect(built.container("web")?.endpoints == ["shop_back": EndpointSpec(aliases: ["web", "www"])])
        #expect(built[.service, "web", 1]?.origins[FieldPath("networks", "shop_back")] == origin(4))
        #expect(built[.service, "web", 1]?.needs[ResourceAddress(.network, "back")]?.span == span(4))
    }

    @Test("each kind of mount, by its cleaned target")
    func mounts() throws {
        let web = service("web") {
            $0.volumes = [
                ServiceMount(.volume, source: "data", target: "/data/", origin: origin(1)),
                ServiceMount(.volume, source: nil, target: "/cache", origin: origin(2)),
                ServiceMount(.bind, source: "/srv/./conf", target: "/conf", origin: origin(3)),
                ServiceMount(.tmpfs, source: nil, target: "/tmp", origin: origin(4)),
            ]
            $0.volumes[0].skipsCopy = true
            $0.volumes[2].isReadOnly = true
            $0.volumes[2].createsHostPath = true
            $0.volumes[2].propagation = "rprivate"
            $0.volumes[3].tmpfsSize = 1024
        }
        let built = build(manifest([web]) { $0.volumes["data"] = VolumeDeclaration(origin: origin()) })
        let mounts = try #require(built.container("web")?.mounts)
        #expect(mounts["/data"] == MountSpec(.volume("shop_data"), skipsCopy: true))
        #expect(mounts["/cache"] == MountSpec(.anonymousVolume))
        #expect(mounts["/conf"] == MountSpec(.bind(path: "/srv/conf", createsHostPath: true), isReadOnly: true))
        #expect(mounts["/tmp"] == MountSpec(.tmpfs(size: 1024, mode: nil)))
        #expect(built[.service, "web", 1]?.origins[FieldPath("volumes", "/data")] == origin(1))
        #expect(built.volume("data")?.name == "shop_data")
    }

    @Test("two things at one place, a relative target and an ignored option are told")
    func badMounts() {
        let built = build {
            $0.volumes = [
                ServiceMount(.tmpfs, source: nil, target: "/a", origin: origin(1)),
                ServiceMount(.tmpfs, source: nil, target: "/b/../a", origin: origin(2)),
                ServiceMount(.tmpfs, source: nil, target: "a", origin: origin(3)),
                ServiceMount(.bind, source: "/b", target: "/b", origin: origin(4)),
            ]
            $0.volumes[3].selinux = "z"
        }
        #expect(built.codes == ["graph.duplicate-target", "graph.relative-path", "graph.ignored-selinux"])
        #expect(built.diagnostics.first?.related.map(\.span) == [span(1)])
    }

    @Test("configs and secrets become files at Compose's places")
    func files() throws {
        let built = build(withContents { _ in })
        let files = try #require(built.container("web")?.files)
        #expect(files.keys.sorted() == ["/etc/app/b", "/relative", "/run/secrets/c", "/run/secrets/d.txt", "/site"])
        #expect(
            files["/site"]
                == FileSpec(
                    source: ResourceAddress(.config, "site"),
                    content: FreeText(content: Array("hello".utf8)),
                    userID: 0,
                    groupID: 0,
                    mode: 0o444
                )
        )
        #expect(files["/etc/app/b"]?.userID == 33)
        #expect(files["/etc/app/b"]?.groupID == 34)
        #expect(files["/etc/app/b"]?.mode == 0o640)
        #expect(files["/site"]?.content.isShowable == false)
        let web = built[.service, "web", 1]
        #expect(web?.origins[FieldPath("files", "/site")] == Origin(span(1), via: [span(50)]))
        #expect(web?.needs[ResourceAddress(.config, "site")] == Need(.existing, at: span(1)))
        #expect(built[.config, "site"]?.declaration == span(50))
        #expect(built[.secret, "c"] != nil)
        #expect(built[.config, "unused"] == nil)
    }

    @Test("two files at one place and a file on a mount are told")
    func badFiles() {
        let built = build(
            withContents {
                $0.configs[2].target = "/site"
                $0.volumes = [ServiceMount(.tmpfs, source: nil, target: "/run/secrets/c", origin: origin(9))]
            }
        )
        #expect(built.codes == ["graph.duplicate-target", "graph.duplicate-target"])
    }

    @Test("a file in the root of a read-only container is told; one in a directory is fine")
    func readOnly() {
        let built = build(withContents { $0.isReadOnly = sourced(true) })
        #expect(built.codes == ["graph.read-only-file", "graph.read-only-file"])
        #expect(built.diagnostics.first?.help == "put it into a directory, such as `target: /run/configs/site`")
    }

    @Test(
        "a file that a mount around it would hide or refuse is told",
        arguments: [("/etc/app", true), ("/etc/app", false), ("/etc", false)]
    )
    func lostFiles(target: String, isTmpfs: Bool) {
        let built = build(
            withContents {
                let kind: ServiceMount.Kind = isTmpfs ? .tmpfs : .bind
                $0.volumes = [ServiceMount(kind, source: "/srv", target: target, origin: origin(9))]
                $0.volumes[0].isReadOnly = !isTmpfs
            }
        )
        #expect(built.codes == ["graph.lost-file"])
        #expect(built.diagnostics.first?.related.map(\.span) == [span(9)])
    }

    @Test(
        "in a read-only root and inside of a tmpfs a file's directory has a volume of its own",
        arguments: [true, false]
    )
    func ownVolume(isReadOnly: Bool) {
        let built = build(
            withContents {
                $0.configs = []
                $0.isReadOnly = sourced(isReadOnly)
                $0.volumes = [ServiceMount(.tmpfs, source: nil, target: "/run", origin: origin(9))]
            }
        )
        #expect(built.codes == [])
    }

    @Test("a file in a bind mount lands on the host, which is told")
    func filesOnHost() {
        let built = build(
            withContents {
                $0.volumes = [ServiceMount(.bind, source: "/srv", target: "/etc", origin: origin(9))]
            }
        )
        #expect(built.codes == ["graph.file-on-host"])
        #expect(built.graph != nil)
    }

    private func port(
        _ target: UInt16,
        published: String? = nil,
        address: String? = nil,
        transport: String = "tcp",
        _ offset: UInt32 = 0
    ) -> PublishedPort {
        var port = PublishedPort(target: target, origin: origin(offset))
        port.published = published
        port.hostAddress = address
        port.transport = transport
        return port
    }

    private func withContents(_ edit: (inout Service) -> Void) -> Manifest {
        let web = service("web") {
            $0.configs = [
                ContentReference(source: "site", origin: origin(1)), ContentReference(source: "b", origin: origin(2)),
                ContentReference(source: "rel", origin: origin(3)),
            ]
            $0.configs[1].target = "/etc/app//b"
            $0.configs[1].userID = "33"
            $0.configs[1].groupID = "34"
            $0.configs[1].mode = 0o640
            $0.configs[2].target = "relative"
            $0.secrets = [
                ContentReference(source: "c", origin: origin(4)), ContentReference(source: "d", origin: origin(5)),
            ]
            $0.secrets[1].target = "d.txt"
            edit(&$0)
        }
        return manifest([web]) {
            for (index, name) in ["site", "b", "rel", "unused"].enumerated() {
                let place = origin(UInt32(50 + index))
                $0.configs[name] = ContentDeclaration(
                    source: .inline("hello"),
                    content: Array("hello".utf8),
                    origin: place
                )
            }
            for name in ["c", "d"] {
                $0.secrets[name] = ContentDeclaration(source: .environment("X"), content: [1, 2], origin: origin(60))
            }
        }
    }
}
