import ManifoldReport
import ManifoldYAML
import Testing

@Suite("The normal form of a manifest")
struct NormalFormTests {
    @Test("of so many services that they are written side by side is the same as one by one")
    func manyServices() throws {
        let text = "services:\n" + (0..<600).map { "  s\($0): {image: i\($0), labels: {a: $$b}}\n" }.joined()
        let normalForm = try CompiledText(text).normalForm
        let services = try #require(normalForm["services"]?.pairs)
        let each = services.map { "    \"\($0.key.scalarText ?? "")\": " + NormalJSON.write($0.value, indentation: 2) }
        let written = NormalJSON.write(normalForm)
        #expect(services.count == 600)
        #expect(written.contains("\"services\": {\n" + each.joined(separator: ",\n") + "\n  }\n}"))
    }

    @Test("of the smallest service has what Compose fills in")
    func smallest() throws {
        let compiled = try CompiledText("services: {web: {image: nginx}}")
        #expect(
            NormalJSON.write(compiled.normalForm) == """
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

    @Test("leaves out in YAML what Compose prints in JSON only")
    func yaml() throws {
        let compiled = try CompiledText("services: {web: {image: nginx, command: []}}")
        #expect(
            NormalYAML.write(compiled.normalForm) == """
                name: shop
                networks:
                  default:
                    name: shop_default
                    ipam: {}
                services:
                  web:
                    command: []
                    image: nginx
                    networks:
                      default: null

                """
        )
    }

    @Test("has limits as Compose prints them: bytes as text, processors as a number, times as Go has them")
    func limits() throws {
        let compiled = try CompiledText(
            service: """
                cpus: "0.5"
                mem_limit: 64m
                memswap_limit: -1
                pids_limit: 100
                stop_grace_period: 90s
                """
        )
        #expect(compiled.web("cpus") == "0.5")
        #expect(compiled.web("mem_limit") == #""67108864""#)
        #expect(compiled.web("memswap_limit") == #""-1""#)
        #expect(compiled.web("pids_limit") == "100")
        #expect(compiled.web("stop_grace_period") == #""1m30s""#)
        #expect(try CompiledText(service: "cpus: 2").web("cpus") == "2")
    }

    @Test("has fractions with the digits that a number of 32 bits has")
    func fractions() throws {
        #expect(try CompiledText(service: "cpus: 0.123456789").web("cpus") == "0.12345679")
    }

    @Test("keeps the difference between `scale` and `deploy.replicas`")
    func replicas() throws {
        let scaled = try CompiledText(service: "scale: 3")
        #expect(scaled.web("scale") == "3")
        #expect(scaled.web("deploy") == nil)
        let deployed = try CompiledText(service: "deploy: {replicas: 3, resources: {limits: {memory: 1k}}}")
        #expect(deployed.web("scale") == nil)
        #expect(
            deployed.web("deploy") == #"{"replicas":3,"resources":{"limits":{"memory":"1024"}},"placement":{}}"#
        )
    }

    @Test("has environment, labels and dependencies in the order of their names")
    func maps() throws {
        let compiled = try CompiledText(
            service: """
                environment: {B: x, A: , a: ""}
                labels: [b=1, a=2]
                depends_on: {db: {condition: service_healthy}, cache: {condition: service_started, restart: true}}
                """,
            and: "  db: {image: db}\n  cache: {image: cache}"
        )
        #expect(compiled.web("environment") == #"{"A":null,"B":"x","a":""}"#)
        #expect(compiled.web("labels") == #"{"a":"2","b":"1"}"#)
        #expect(
            compiled.web("depends_on")
                == #"{"cache":{"condition":"service_started","restart":true,"required":true},"#
                + #""db":{"condition":"service_healthy","required":true}}"#
        )
    }

    @Test("doubles each dollar, so that it means the same when it is read again")
    func dollars() throws {
        let compiled = try CompiledText(service: "command: [echo, \"$$HOME $${X}\"]\nenvironment: {A$: $$$$}")
        #expect(compiled.web("command") == #"["echo","$$HOME $${X}"]"#)
        #expect(compiled.web("environment") == #"{"A$$":"$$$$"}"#)
    }

    @Test("spells out ports, mounts and a health check")
    func parts() throws {
        let compiled = try CompiledText(
            service: """
                ports: ["127.0.0.1:8080:80"]
                volumes:
                  - /srv:/srv:ro
                  - data:/data:nocopy
                  - {type: tmpfs, target: /tmp, tmpfs: {size: 4096}}
                  - {type: volume, source: data, target: /again}
                healthcheck: {test: [CMD, "true"], interval: 1.5s, retries: 3}
                """,
            and: "volumes: {data: }"
        )
        #expect(
            compiled.web("ports")
                == #"[{"mode":"ingress","host_ip":"127.0.0.1","target":80,"published":"8080","protocol":"tcp"}]"#
        )
        #expect(
            compiled.web("volumes")
                == #"[{"type":"bind","source":"/srv","target":"/srv","read_only":true,"bind":{"create_host_path":true}},"#
                + #"{"type":"volume","source":"data","target":"/data","volume":{"nocopy":true}},"#
                + #"{"type":"tmpfs","target":"/tmp","tmpfs":{"size":"4096"}},"#
                + #"{"type":"volume","source":"data","target":"/again"}]"#
        )
        #expect(compiled.web("healthcheck") == #"{"test":["CMD","true"],"interval":"1.5s","retries":3}"#)
    }

    @Test("names the place of a secret, and that of a config only where it is given")
    func contents() throws {
        let compiled = try CompiledText(
            service: "configs: [site]\nsecrets: [{source: key, mode: 0440}]",
            and: "configs: {site: {file: ./site}}\nsecrets: {key: {environment: KEY}}"
        )
        #expect(compiled.web("configs") == #"[{"source":"site"}]"#)
        #expect(compiled.web("secrets") == #"[{"source":"key","target":"/run/secrets/key","mode":288}]"#)
    }

    @Test("leaves out what no active service uses")
    func unused() throws {
        let compiled = try CompiledText(
            """
            services:
              idle: {image: idle, profiles: [off], networks: [old]}
              web:
                image: nginx
                networks: {front: {aliases: [www]}}
                volumes: ["data:/data"]
                secrets: [key]
            networks:
              front: {driver: bridge, labels: {a: b}}
              old:
            volumes:
              data: {external: true}
              other:
            secrets:
              key: {environment: KEY}
              other: {environment: KEY}
            """
        )
        let keys = compiled.normalForm.pairs?.compactMap(\.key.scalarText)
        #expect(keys == ["name", "networks", "secrets", "services", "volumes"])
        #expect(
            compiled.json("networks")
                == #"{"front":{"name":"shop_front","driver":"bridge","ipam":{},"labels":{"a":"b"}}}"#
        )
        #expect(compiled.json("volumes") == #"{"data":{"name":"data","external":true}}"#)
        #expect(compiled.json("secrets") == #"{"key":{"name":"shop_key","environment":"KEY"}}"#)
        #expect(compiled.normalForm["services"]?.pairs?.compactMap(\.key.scalarText) == ["web"])
    }

    @Test("gives no name to what has an empty one, as a variable that is not set makes it")
    func emptyName() throws {
        let compiled = try CompiledText(
            service: "networks: [outer]",
            and: "networks: {outer: {external: true, name: \"${UNSET}\"}}"
        )
        #expect(compiled.json("networks") == #"{"outer":{"name":"","ipam":{},"external":true}}"#)
    }

    @Test("spells devices of `blkio_config` in JSON as Go does, and in YAML as the specification does")
    func blockDevices() throws {
        let compiled = try CompiledText(
            service: "blkio_config: {weight: 300, device_read_bps: [{path: /dev/sda, rate: 12mb}]}"
        )
        let json = NormalJSON.write(compiled.normalForm).split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(json.contains(#""Path": "/dev/sda","#) && json.contains(#""Rate": "12582912""#))
        #expect(NormalYAML.write(compiled.normalForm).contains("path: /dev/sda\n"))
    }

    @Test("has `x-` keys within objects in YAML and not in JSON, and names that look like them in both")
    func extensions() throws {
        let compiled = try CompiledText(
            service: """
                x-b: 1
                x-a: {c: yes}
                labels: {x-label: l}
                ports: [{target: 80, x-port: p}]
                """,
            and: "x-top: t"
        )
        let json = NormalJSON.write(compiled.normalForm)
        for name in ["x-a", "x-b", "x-port"] { #expect(!json.contains(name)) }
        for name in ["x-label", "x-top"] { #expect(json.contains(name)) }
        let yaml = NormalYAML.write(compiled.normalForm)
        #expect(
            yaml.contains(
                """
                        protocol: tcp
                        x-port: p
                    x-a:
                      c: "yes"
                    x-b: 1
                x-top: t

                """
            )
        )
    }
}
