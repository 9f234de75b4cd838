import ManifoldDiagnostics
@testable import ManifoldGraph
import ManifoldManifest
import ManifoldResources
import Testing

@Suite("From attributes to fields")
struct SettingTests {
    @Test(
        "an attribute becomes its field, in one spelling",
        arguments: [
            ("privileged: true", "privileged", .flag(true)), ("tty: true", "tty", .flag(true)),
            (
                "security_opt: ['no-new-privileges:true', 'seccomp:unconfined']", "security_opt",
                words("no-new-privileges", "seccomp=unconfined")
            ),
            ("security_opt: ['no-new-privileges:false']", "security_opt", nil),
            ("extra_hosts: ['a=::1', 'b:1.2.3.4']", "extra_hosts", words("a:::1", "b:1.2.3.4")),
            ("dns: 1.1.1.1", "dns", .list([.word("1.1.1.1")])),
            ("devices: ['/dev/null']", "devices", .map(["/dev/null": .list([.word("/dev/null"), .word("rwm")])])),
            (
                "ulimits: {nofile: 5, nproc: {soft: 1, hard: 2}}", "ulimits",
                .map(["nofile": .list([.number(5), .number(5)]), "nproc": .list([.number(1), .number(2)])])
            ),
            ("shm_size: 64m", "shm_size", .bytes(64 << 20)), ("cpu_shares: 1024", "cpu_shares", nil),
            ("cpu_quota: -1", "cpu_quota", nil), ("cpuset: '2,0,1'", "cpuset", .word("0-2")),
            ("tmpfs: '/run/:size=1m,mode=700'", "tmpfs", .map(["/run": .list([.word("size=1m"), .word("mode=700")])])),
            ("mem_reservation: 32m", "mem_reservation", .bytes(32 << 20)),
            ("deploy: {resources: {reservations: {memory: 32m}}}", "mem_reservation", .bytes(32 << 20)),
            ("gpus: all", "gpus", .list([.map(["count": .word("all"), "capabilities": words("gpu")])])),
            ("network_mode: host", "network_mode", .word("host")), ("pid: private", "pid", nil),
            ("ipc: container:x", "ipc", .word("container:x")),
            ("volumes_from: ['container:x:ro']", "volumes_from", .map(["container:x": .word("read-only")])),
            (
                "networks: {default: {mac_address: 02-42-AC-11-00-02}}", "mac_address",
                .map(["shop_default": .word("02:42:ac:11:00:02")])
            ),
            (
                "networks: {default: {ipv6_address: 'FD00:0:0::0005'}}", "networks",
                .map(["shop_default": .map(["aliases": words("web"), "ipv6_address": .word("fd00::5")])])
            ),
            (
                "restart: always\n    deploy: {restart_policy: {condition: on-failure, max_attempts: 3}}", "restart",
                .word("on-failure:3")
            ),
            ("restart: always\n    deploy: {restart_policy: {}}", "restart", nil),
            (
                "blkio_config: {weight: 300, device_read_bps: [{path: /dev/sda, rate: 1mb}]}",
                "blkio_config.device_read_bps", .map(["/dev/sda": .bytes(1 << 20)])
            ),
        ] as [(String, FieldName, FieldValue<FreeText>?)]
    )
    func field(attribute: String, name: FieldName, value: FieldValue<FreeText>?) throws {
        let (graph, diagnostics) = Self.graph("services:\n  web:\n    image: a\n    \(attribute)")
        #expect(diagnostics.isEmpty)
        let resource = try #require(graph?[ResourceAddress(.service, "web", replica: 1)])
        #expect(resource.spec.fields[name] == value)
        if value != nil { #expect(resource.origins.keys.contains { $0.field == name }) }
    }

    @Test(
        "what the engine would refuse, or take otherwise, is an error of the manifest",
        arguments: [
            ("network_mode: nowhere", "graph.unsupported-value"), ("uts: 'container:x'", "graph.unsupported-value"),
            ("security_opt: ['seccomp:profile.json']", "graph.unsupported-value"),
            ("deploy: {restart_policy: {condition: sometimes}}", "graph.unsupported-value"),
            ("deploy: {restart_policy: {condition: any, max_attempts: 3}}", "graph.unsupported-value"),
            ("cpus: 1\n    cpu_quota: 5000", "graph.conflicting-keys"),
            ("network_mode: container:x\n    hostname: h", "graph.conflicting-keys"),
            ("uts: host\n    hostname: h", "graph.conflicting-keys"),
            ("mem_limit: 32m\n    mem_reservation: 64m", "graph.memory-reservation"),
            ("networks: {default: {ipv4_address: 'fd00::5'}}", "graph.invalid-address"),
            ("mac_address: '02:42'", "graph.invalid-address"),
            ("volumes: ['/run']\n    tmpfs: /run", "graph.duplicate-target"),
        ]
    )
    func refused(attribute: String, code: String) {
        let (_, diagnostics) = Self.graph("services:\n  web:\n    image: a\n    \(attribute)")
        #expect(diagnostics.map(\.code.description) == [code])
    }

    @Test("addresses of a network are told apart by family, in one spelling")
    func addresses() throws {
        let (graph, diagnostics) = Self.graph(
            """
            services: {web: {image: a, networks: [n]}}
            networks:
              n:
                attachable: true
                enable_ipv6: true
                ipam:
                  driver: default
                  options: {x: y}
                  config:
                    - {subnet: "FD00:0::/64"}
                    - {subnet: 10.5.0.0/16, gateway: 10.5.0.9, ip_range: 10.5.1.0/24, aux_addresses: {h: 10.5.0.7}}
            """
        )
        #expect(diagnostics.isEmpty)
        let resource = try #require(graph?[ResourceAddress(.network, "n")])
        let option = FreeText("y", isShowable: true)
        #expect(
            resource.spec.fields == [
                "attachable": .flag(true), "enable_ipv6": .flag(true),
                "ipam": .map([
                    "options.x": .text(option), "ipv6.subnet": .word("fd00::/64"), "ipv4.subnet": .word("10.5.0.0/16"),
                    "ipv4.gateway": .word("10.5.0.9"), "ipv4.ip_range": .word("10.5.1.0/24"),
                    "ipv4.aux_addresses.h": .word("10.5.0.7"),
                ]),
            ]
        )
        for entry in ["ipv6.subnet", "ipv4.gateway", "options.x"] {
            #expect(resource.origins[FieldPath("ipam", entry)] != nil)
        }
    }

    @Test("the network of the highest priority is the first, and links name the containers of a service")
    func networks() {
        let (graph, diagnostics) = Self.graph(
            """
            services:
              db: {image: a, networks: [n, m], deploy: {replicas: 2}}
              web: {image: a, networks: {m: {}, n: {priority: 5}}, links: ["db:store"], mac_address: "02:42:0a:00:00:01"}
            networks: {n: {}, m: {}}
            """
        )
        #expect(diagnostics.isEmpty)
        guard case .container(let spec)? = graph?[ResourceAddress(.service, "web", replica: 1)]?.spec else { return }
        #expect(spec.networks == ["shop_n", "shop_m"])
        #expect(spec.endpoints["shop_n"]?.macAddress == "02:42:0a:00:00:01")
        let links: Set = ["shop-db-1:store", "shop-db-1:db-1", "shop-db-2:store", "shop-db-2:db-2"]
        #expect(spec.endpoints.values.allSatisfy { $0.links == links })
    }

    static func graph(_ text: String) -> (graph: ResourceGraph?, diagnostics: [Diagnostic]) {
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let request = ManifestRequest(
            files: [(path: "/case/compose.yaml", shownAs: "compose.yaml")],
            directory: "/case",
            projectName: "shop",
            environment: [:]
        )
        let manifest = ManifestLoader(files: OneFile(text: text))
            .load(request, sources: &sources, reporting: &diagnostics)
        let graph = manifest.flatMap { GraphBuilder().build($0, reporting: &diagnostics) }
        return (graph, diagnostics.sorted)
    }
}

/// A manifest, and no other file.
private struct OneFile: FileProvider {
    let text: String

    func read(_ path: String) throws(FileProblem) -> [UInt8] {
        guard path == "/case/compose.yaml" else { throw FileProblem("no such file") }
        return Array(text.utf8)
    }

    func exists(_ path: String) -> Bool { path == "/case/compose.yaml" }
}

private func words(_ words: String...) -> FieldValue<FreeText> {
    .set(Set(words.map { .word($0) }))
}

extension ResourceSpec {
    fileprivate var fields: OpenFields {
        switch self {
        case .container(let spec): FieldTable.container.fields(of: spec)
        case .network(let spec): FieldTable.network.fields(of: spec)
        case .volume, .config, .secret, .image: [:]
        }
    }
}
