import ManifoldDiagnostics
import ManifoldManifest
import ManifoldReport
import ManifoldYAML
import OrderedCollections
import Testing

@Suite("The normal form of a manifest")
struct NormalFormTests {
    @Test("of the smallest service has what Compose fills in")
    func smallest() {
        let text = JSONWriter.write(NormalForm().render(manifest([service()])), pretty: true)
        #expect(
            text == """
                {
                  "name": "shop",
                  "networks": {
                    "default": {
                      "name": "shop_default",
                      "ipam": {}
                    }
                  },
                  "services": {
                    "web": {
                      "command": null,
                      "entrypoint": null,
                      "image": "nginx",
                      "networks": {
                        "default": null
                      }
                    }
                  }
                }
                """
        )
    }

    @Test("has limits as Compose prints them: bytes as text, processors as a number, times as Go has them")
    func limits() {
        let web = normal {
            $0.cpus = sourced(0.5)
            $0.memoryLimit = sourced(64 << 20)
            $0.memorySwapLimit = sourced(-1)
            $0.pidsLimit = sourced(100)
            $0.stopGracePeriod = sourced(90_000_000_000)
        }
        #expect(web["cpus"] == .number(0.5))
        #expect(web["mem_limit"] == .string("67108864"))
        #expect(web["memswap_limit"] == .string("-1"))
        #expect(web["pids_limit"] == .integer(100))
        #expect(web["stop_grace_period"] == .string("1m30s"))
        #expect(normal { $0.cpus = sourced(2) }["cpus"] == .integer(2))
    }

    @Test("keeps the difference between `scale` and `deploy.replicas`")
    func replicas() {
        let scaled = normal {
            $0.replicas = sourced(3)
            $0.replicasKey = .scale
        }
        #expect(scaled["scale"] == .integer(3))
        #expect(scaled["deploy"] == nil)
        let deployed = normal {
            $0.replicas = sourced(3)
            $0.replicasKey = .deploy
            $0.deployLimits.memory = sourced(1024)
        }
        #expect(deployed["scale"] == nil)
        #expect(
            deployed["deploy"].map { JSONWriter.write($0, pretty: false) }
                == #"{"replicas":3,"resources":{"limits":{"memory":"1024"}},"placement":{}}"#
        )
    }

    @Test("has environment, labels and dependencies in the order of their names")
    func maps() {
        let web = normal {
            $0.environment = ["B": sourced("x"), "A": sourced(nil), "a": sourced("")]
            $0.labels = ["b": sourced("1"), "a": sourced("2")]
            $0.dependsOn["db"] = Dependency(.healthy, origin: origin)
            $0.dependsOn["cache"] = Dependency(.started, origin: origin)
            $0.dependsOn["cache"]?.restart = true
        }
        #expect(json(web["environment"]) == #"{"A":null,"B":"x","a":""}"#)
        #expect(json(web["labels"]) == #"{"a":"2","b":"1"}"#)
        #expect(
            json(web["depends_on"])
                == #"{"cache":{"condition":"service_started","restart":true,"required":true},"#
                + #""db":{"condition":"service_healthy","required":true}}"#
        )
    }

    @Test("doubles each dollar, so that it means the same when it is read again")
    func dollars() {
        let web = normal {
            $0.command = sourced(["echo", "$HOME ${X}"])
            $0.environment["A$"] = sourced("$$")
        }
        #expect(json(web["command"]) == #"["echo","$$HOME $${X}"]"#)
        #expect(json(web["environment"]) == #"{"A$$":"$$$$"}"#)
    }

    @Test("spells out ports, mounts and a health check")
    func parts() {
        let web = normal {
            var port = PublishedPort(target: 80, origin: origin)
            port.published = "8080"
            port.hostAddress = "127.0.0.1"
            $0.ports = [port]
            $0.volumes = [
                ServiceMount(.bind, source: "/srv", target: "/srv", origin: origin),
                ServiceMount(.volume, source: "data", target: "/data", origin: origin),
                ServiceMount(.tmpfs, source: nil, target: "/tmp", origin: origin),
            ]
            $0.volumes[0].createsHostPath = true
            $0.volumes[0].isReadOnly = true
            $0.volumes[1].skipsCopy = true
            $0.volumes[2].tmpfsSize = 4096
            $0.healthCheck = HealthCheck(origin: origin)
            $0.healthCheck?.test = sourced(["CMD", "true"])
            $0.healthCheck?.interval = sourced(1_500_000_000)
            $0.healthCheck?.retries = sourced(3)
        }
        #expect(
            json(web["ports"])
                == #"[{"mode":"ingress","host_ip":"127.0.0.1","target":80,"published":"8080","protocol":"tcp"}]"#
        )
        #expect(
            json(web["volumes"])
                == #"[{"type":"bind","source":"/srv","target":"/srv","read_only":true,"bind":{"create_host_path":true}},"#
                + #"{"type":"volume","source":"data","target":"/data","volume":{"nocopy":true}},"#
                + #"{"type":"tmpfs","target":"/tmp","tmpfs":{"size":"4096"}}]"#
        )
        #expect(json(web["healthcheck"]) == #"{"test":["CMD","true"],"interval":"1.5s","retries":3}"#)
    }

    @Test("names the place of a secret, and that of a config only where it is given")
    func contents() {
        let web = normal {
            $0.configs = [ContentReference(source: "site", origin: origin)]
            $0.secrets = [ContentReference(source: "key", origin: origin)]
            $0.secrets[0].mode = 0o440
        }
        #expect(json(web["configs"]) == #"[{"source":"site"}]"#)
        #expect(json(web["secrets"]) == #"[{"source":"key","target":"/run/secrets/key","mode":288}]"#)
    }

    @Test("leaves out what no active service uses")
    func unused() {
        var idle = service("idle")
        idle.isActive = false
        idle.networks["old"] = ServiceNetwork(origin: origin)
        var web = service()
        web.networks["front"] = ServiceNetwork(origin: origin)
        web.networks["front"]?.aliases = [sourced("www")]
        web.volumes = [ServiceMount(.volume, source: "data", target: "/data", origin: origin)]
        web.secrets = [ContentReference(source: "key", origin: origin)]
        var whole = manifest([idle, web])
        for name in ["front", "old"] { whole.networks[name] = NetworkDeclaration(origin: origin) }
        for name in ["data", "other"] { whole.volumes[name] = VolumeDeclaration(origin: origin) }
        whole.volumes["data"]?.isExternal = true
        whole.networks["front"]?.driver = sourced("bridge")
        whole.networks["front"]?.labels = ["a": sourced("b")]
        for name in ["key", "other"] {
            whole.secrets[name] = ContentDeclaration(source: .environment("KEY"), content: [1], origin: origin)
        }
        let top = entries(of: NormalForm().render(whole))
        #expect(top.keys.sorted() == ["name", "networks", "secrets", "services", "volumes"])
        #expect(
            json(top["networks"])
                == #"{"front":{"name":"shop_front","driver":"bridge","ipam":{},"labels":{"a":"b"}}}"#
        )
        #expect(json(top["volumes"]) == #"{"data":{"name":"data","external":true}}"#)
        #expect(json(top["secrets"]) == #"{"key":{"name":"shop_key","environment":"KEY"}}"#)
        #expect(entries(of: top["services"] ?? .null).keys.sorted() == ["web"])
    }

    private let origin = Origin(SourceSpan(file: FileID(rawValue: 0), start: 0, end: 1))

    private func sourced<Value>(_ value: Value) -> Sourced<Value> {
        Sourced(value, from: origin)
    }

    private func service(_ name: String = "web") -> Service {
        var service = Service(name: name, span: origin.span)
        service.image = sourced("nginx")
        return service
    }

    private func manifest(_ services: [Service]) -> Manifest {
        var manifest = Manifest(name: "shop", directory: "/srv", files: ["/srv/compose.yaml"])
        for service in services { manifest.services[service.name] = service }
        return manifest
    }

    /// The entries of one service's normal form.
    private func normal(_ edit: (inout Service) -> Void) -> [String: PlainValue] {
        var web = service()
        edit(&web)
        let services = entries(of: NormalForm().render(manifest([web])))["services"] ?? .null
        return entries(of: entries(of: services)["web"] ?? .null)
    }

    private func entries(of value: PlainValue) -> [String: PlainValue] {
        guard case .map(let entries) = value else { return [:] }
        return Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    }

    private func json(_ value: PlainValue?) -> String? {
        value.map { JSONWriter.write($0, pretty: false) }
    }
}
