import ManifoldDiagnostics
import Testing

@testable import ManifoldManifest

@Suite("Mistakes in values and between keys")
struct ValueMistakeTests {
    @Test(
        "Values that mean nothing",
        arguments: [
            ("mem_limit: 5x", "4:16 manifest.invalid-value"), ("mem_limit: -1", "4:16 manifest.invalid-value"),
            ("mem_limit: 1.5", "4:16 manifest.invalid-value"), ("cpus: many", "4:11 manifest.invalid-value"),
            ("cpus: -1", "4:11 manifest.invalid-value"), ("pids_limit: 1.5", "4:17 manifest.invalid-value"),
            ("scale: -1", "4:12 manifest.invalid-value"), ("stop_grace_period: 1d", "4:24 manifest.invalid-value"),
            ("init: maybe", "4:11 manifest.invalid-value"), ("restart: never", "4:14 manifest.invalid-value"),
            ("container_name: a b", "4:21 manifest.invalid-value"),
            ("environment: [=x]", "4:19 manifest.bad-variable-name"),
            ("ports: [\"80:x\"]", "4:13 manifest.invalid-port"),
            ("ports: [{target: 0}]", "4:22 manifest.invalid-value"),
            ("ports: [{target: 70000}]", "4:22 manifest.invalid-value"),
            ("ports: [{target: 1, protocol: x}]", "4:35 manifest.invalid-value"),
            ("ports: [{target: 1, host_ip: localhost}]", "4:34 manifest.invalid-value"),
            ("ports: [{target: 1, published: x}]", "4:36 manifest.invalid-value"),
            ("volumes: [\"/a::ro\"]", "4:15 manifest.invalid-mount"),
            ("volumes: [\":/x\"]", "4:15 manifest.invalid-mount"),
            ("volumes: [{type: disk, target: /x}]", "4:22 manifest.invalid-value"),
            ("healthcheck: {test: [a]}", "4:25 manifest.invalid-value"),
            ("healthcheck: {interval: -1s}", "4:29 manifest.invalid-value"),
            ("command: \"a 'b\"", "4:14 manifest.invalid-command"),
            ("depends_on: {web: {condition: up}}", "4:35 manifest.invalid-value"),
            ("configs: [{source: a, uid: x}]", "4:32 manifest.invalid-value"),
            ("configs: [{source: a, mode: 0999}]", "4:33 manifest.invalid-value"),
            ("configs: [{source: a, x-on-change: reload}]", "4:40 manifest.invalid-value"),
            ("configs: [{source: a, x-on-change: true}]", "4:40 manifest.wrong-type"),
            ("configs: [{source: a, x-on-change: [restart]}]", "4:40 manifest.wrong-type"),
            ("configs: [{source: a, x-on-change: {}}]", "4:27 manifest.missing-key"),
            ("configs: [{source: a, x-on-change: {signal: 10}}]", "4:49 manifest.wrong-type"),
            ("cap_add: [A]\nnetworks: [a, a]", "5:19 manifest.repeated-entry"),
        ]
    )
    func values(lines: String, place: String) {
        let places = Loaded(service: lines, and: "configs: {a: {content: x}}\nnetworks: {a: }").places
        #expect(places == ["compose.yaml:" + place])
    }

    @Test(
        "Warnings about what Compose takes in silence",
        arguments: [
            ("init: yes", "4:11 manifest.old-boolean"), ("command: a && b", "4:14 manifest.shell-operator"),
            ("cap_add: [A, A]", "4:18 manifest.repeated-entry"),
            ("environment: [\"A =x\"]", "4:19 manifest.odd-name"),
            ("environment: [A=1, A=2]", "4:24 manifest.repeated-entry"),
            ("volumes: [\"/a:/b:fast\"]", "4:15 manifest.unknown-mount-option"),
            ("volumes: [\"/a:/b\", \"/c:/b\"]", "4:24 manifest.repeated-entry"),
            ("volumes: [{type: tmpfs, target: /b, source: x}]", "4:49 manifest.source-of-tmpfs"),
            ("volumes: [{type: tmpfs, target: /b, bind: {}}]", "4:41 manifest.part-of-other-mount"),
            ("configs: [{source: a, mode: 440}]", "4:33 manifest.decimal-mode"),
        ]
    )
    func warnings(line: String, place: String) {
        let loaded = Loaded(service: line, and: "configs: {a: {content: x}}")
        #expect(loaded.places == ["compose.yaml:\(place) warning"])
        #expect(loaded.manifest != nil)
    }

    @Test("Keys that contradict each other name both places")
    func contradictions() {
        func check(_ lines: String, _ place: String, _ related: String) {
            let loaded = Loaded(service: lines)
            #expect(loaded.places == ["compose.yaml:" + place])
            let spans = loaded.diagnostics.sorted.flatMap(\.related).map { loaded.sources.description(of: $0.span) }
            #expect(spans == ["compose.yaml:" + related])
        }
        check("scale: 2\ndeploy: {replicas: 3}", "4:12 manifest.two-values", "5:24")
        check("mem_limit: 50m\ndeploy: {resources: {limits: {memory: 51m}}}", "4:16 manifest.two-values", "5:43")
        check("cpus: 1\ndeploy: {resources: {limits: {memory: 51m}}}", "4:11 manifest.two-values", "5:26")
        check("scale: 2\ncontainer_name: xx", "5:21 manifest.container-name-with-replicas", "4:12")
    }

    @Test("Declarations that contradict themselves")
    func declarations() {
        #expect(
            Loaded(service: "", and: "volumes: {a: {external: true, driver: x}}").places
                == ["compose.yaml:5:31 manifest.external-with-others"]
        )
        #expect(
            Loaded(service: "", and: "volumes: {a: {external: {name: x}, name: y}}").places
                == ["compose.yaml:5:15 manifest.old-external-name warning", "compose.yaml:5:42 manifest.two-names"]
        )
        #expect(
            Loaded(service: "", and: "configs: {a: {content: x, file: y}}").places
                == ["compose.yaml:5:15 manifest.several-contents"]
        )
        #expect(Loaded(service: "", and: "secrets: {a: {}}").places == ["compose.yaml:5:11 manifest.no-content"])
        #expect(Loaded(service: "", and: "secrets: {a: {external: true}}").places == [])
        #expect(
            Loaded(service: "", and: "secrets: {a: {driver: vault}}").places == [
                "compose.yaml:5:11 manifest.no-content"
            ]
        )
    }

    @Test(
        "References to what is not declared",
        arguments: [
            ("networks: [frnt]", "4:16", "did you mean `front`?"),
            ("networks: {other: }", "4:16", "declare it in the top-level `networks`"),
            ("volumes: [\"dta:/x\"]", "4:15", "did you mean `data`?"),
            ("volumes: [{type: volume, source: /a, target: /b}]", "4:15", "declare it in the top-level `volumes`"),
            ("configs: [nope]", "4:15", "declare it in the top-level `configs`"),
            ("secrets: [{source: nope}]", "4:15", "declare it in the top-level `secrets`"),
            ("depends_on: [wbe]", "4:18", "did you mean `web`?"),
            ("depends_on: {elsewhere: {condition: service_started}}", "4:18", "add the service, or remove it here"),
        ]
    )
    func undeclared(line: String, place: String, help: String) {
        let loaded = Loaded(service: line, and: "networks: {front: }\nvolumes: {data: }")
        #expect(loaded.places == ["compose.yaml:\(place) manifest.undeclared"])
        #expect(loaded.helps == [help])
    }

    @Test("A dependency on a service that a profile switches off is an error unless it is not required")
    func inactiveDependency() {
        let other = "  db: {image: x, profiles: [p]}"
        #expect(
            Loaded(service: "depends_on: [db]", and: other).places == ["compose.yaml:4:18 manifest.inactive-dependency"]
        )
        let optional = "depends_on: {db: {condition: service_started, required: false}}"
        #expect(Loaded(service: optional, and: other).places == [])
    }

    @Test("A service needs an image, and a mistake in it is reported once")
    func image() {
        #expect(Loaded("services: {web: {}}\n").places == ["compose.yaml:1:12 manifest.no-image"])
        #expect(Loaded("services: {web: {image: }}\n").places == ["compose.yaml:1:18 manifest.wrong-type"])
        #expect(Loaded("services: {web: {build: .}}\n").places == [])
        #expect(
            Loaded("services: {web: {image: \"${X?}\"}}\n").places == ["compose.yaml:1:26 manifest.required-variable"]
        )
    }

    @Test("Missing files are errors at the value that names them")
    func files() {
        #expect(Loaded(service: "env_file: absent.env").places == ["compose.yaml:4:15 manifest.unreadable-env-file"])
        #expect(Loaded(service: "env_file: [absent.env]").places == ["compose.yaml:4:16 manifest.unreadable-env-file"])
        let secret = Loaded(service: "secrets: [s]", and: "secrets: {s: {file: ./absent}}")
        #expect(secret.places == ["compose.yaml:5:21 manifest.unreadable-content"])
        #expect(secret.messages == ["cannot read the file `absent` of secret `s`: no such file"])
        #expect(
            Loaded(service: "secrets: [s]", and: "secrets: {s: {environment: ABSENT}}").places
                == ["compose.yaml:5:28 manifest.content-variable-unset"]
        )
        #expect(
            Loaded(service: "volumes: [\"~/x:/y\"]", environment: [:]).places == ["compose.yaml:4:15 manifest.no-home"]
        )
    }

    @Test("No diagnostic shows the value of a variable")
    func secrecy() {
        let lines = """
            ports: ["$S", "$S:80"]
            volumes: ["$S:/x", "$S", "/a:/b:$S"]
            networks: [$S]
            configs: ["$S"]
            depends_on: ["$S"]
            restart: $S
            cpus: $S
            mem_limit: $S
            container_name: $S -
            healthcheck: {interval: $S, test: ["$S"]}
            environment: ["$S =1"]
            env_file: {path: $S}
            command: "'$S"
            """
        let loaded = Loaded(service: lines, and: "name: $S\nsecrets: {x: {file: $S}}", environment: ["S": "hunter2"])
        #expect(loaded.diagnostics.errorCount > 12)
        let texts = loaded.diagnostics.sorted.flatMap { diagnostic in
            [diagnostic.message, diagnostic.help ?? ""]
                + ([diagnostic.primary].compactMap(\.self) + diagnostic.related).map { $0.text ?? "" }
        }
        #expect(texts.filter { $0.contains("hunter2") } == [])
    }

    @Test("more than a hundred thousand ports are refused, and only once")
    func tooManyPorts() {
        let ports = (1...2).map { "\"127.0.0.\($0):1-65535:1-65535\"" }.joined(separator: ", ")
        let found = Loaded(service: "ports: [\(ports)]").places
        #expect(found.count == 1)
        #expect(found.first?.contains("manifest.too-many-ports") == true)
    }
}
