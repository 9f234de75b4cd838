import ManifoldDiagnostics
import Testing

@testable import ManifoldManifest

@Suite("Mistakes in keys and types")
struct KeyMistakeTests {
    @Test("An unknown key is an error at the key, with a suggestion")
    func unknownKey() {
        let loaded = Loaded(service: "prots: [80]")
        #expect(loaded.manifest == nil)
        #expect(loaded.places == ["compose.yaml:4:5 manifest.unknown-key"])
        #expect(loaded.messages == ["unknown key `prots` in service `web`"])
        #expect(loaded.helps == ["did you mean `ports`?"])
        #expect(loaded.diagnostics.sorted.first?.primary?.text == "not a service key")
    }

    @Test(
        "Unknown keys are found in every object",
        arguments: [
            ("deploy: {replica: 1}", "in `deploy` of service `web`"),
            ("deploy: {resources: {limits: {cpu: 1}}}", "in `limits` of `resources` of `deploy` of service `web`"),
            ("healthcheck: {tests: x}", "in `healthcheck` of service `web`"),
            ("ports: [{target: 80, publish: 1}]", "in an entry of `ports` of service `web`"),
            ("volumes: [{type: tmpfs, target: /x, ro: true}]", "in an entry of `volumes` of service `web`"),
            (
                "volumes: [{type: tmpfs, target: /x, tmpfs: {s: 1}}]",
                "in `tmpfs` of an entry of `volumes` of service `web`"
            ),
            ("networks: {default: {alias: [x]}}", "in `default` of `networks` of service `web`"),
            ("env_file: [{paths: x, path: y, required: false}]", "in an entry of `env_file` of service `web`"),
        ]
    )
    func unknownKeys(line: String, place: String) {
        let messages = Loaded(service: line).messages
        #expect(messages.count == 1)
        #expect(messages.first?.hasSuffix(place) == true)
    }

    @Test(
        "Unknown keys at the top level and in declarations",
        arguments: [
            ("service: {}", "unknown key `service` at the top level"),
            ("networks: {a: {drivers: x}}", "unknown key `drivers` in network `a`"),
            ("volumes: {a: {nmae: x}}", "unknown key `nmae` in volume `a`"),
            ("configs: {a: {files: x, content: y}}", "unknown key `files` in config `a`"),
            ("secrets: {a: {content: x, environment: HOME}}", "unknown key `content` in secret `a`"),
            ("volumes: {a: {external: {nam: x}}}", "unknown key `nam` in `external` of volume `a`"),
        ]
    )
    func unknownTopKeys(line: String, message: String) {
        #expect(Loaded(service: "", and: line).messages == [message])
    }

    @Test("Extensions are accepted everywhere")
    func extensions() throws {
        let loaded = Loaded(
            service: """
                x-a: 1
                healthcheck: {x-b: 2, test: x}
                deploy: {x-c: 3, resources: {x-d: {}, limits: {x-e: []}}}
                ports: [{target: 80, x-f: 1}]
                """,
            and: "x-top: {services: 1}\nnetworks: {n: {x-g: 1}}"
        )
        _ = try loaded.web()
    }

    @Test(
        "Values of the wrong type",
        arguments: [
            ("ports: 80", "4:12", "expected a list for `ports` of service `web`, found a number"),
            ("ports:", "4:5", "expected a list for `ports` of service `web`, found nothing"),
            ("hostname: 12", "4:15", "expected a string for `hostname` of service `web`, found a number"),
            ("hostname: true", "4:15", "expected a string for `hostname` of service `web`, found true or false"),
            (
                "environment: x", "4:18",
                "expected a mapping or a list for `environment` of service `web`, found a string"
            ),
            (
                "environment: [1]", "4:19",
                "expected a string for an entry of `environment` of service `web`, found a number"
            ),
            (
                "environment: {A: [1]}", "4:22",
                "expected a string, a number, `true`, `false` or nothing for `A` of `environment` of service `web`, found a list"
            ),
            ("command: 5", "4:14", "expected a string or a list for `command` of service `web`, found a number"),
            ("command: [5]", "4:15", "expected a string for an entry of `command` of service `web`, found a number"),
            ("init: 1", "4:11", "expected `true` or `false` for `init` of service `web`, found a number"),
            ("cap_add: ALL", "4:14", "expected a list for `cap_add` of service `web`, found a string"),
            ("healthcheck: []", "4:18", "expected a mapping for `healthcheck` of service `web`, found a list"),
            (
                "stop_grace_period: 10", "4:24",
                "expected a duration for `stop_grace_period` of service `web`, found a number"
            ),
            (
                "depends_on: db", "4:17",
                "expected a list or a mapping for `depends_on` of service `web`, found a string"
            ),
            (
                "depends_on: {web: }", "4:18",
                "expected a mapping for `web` of `depends_on` of service `web`, found nothing"
            ),
            ("networks:", "4:5", "expected a list or a mapping for `networks` of service `web`, found nothing"),
            (
                "volumes: [5]", "4:15",
                "expected a string or a mapping for an entry of `volumes` of service `web`, found a number"
            ),
            ("restart: false", "4:14", "expected a restart policy for `restart` of service `web`, found true or false"),
            ("mem_limit: [1]", "4:16", "expected an amount of memory for `mem_limit` of service `web`, found a list"),
        ]
    )
    func wrongTypes(line: String, place: String, message: String) {
        let loaded = Loaded(service: line)
        #expect(loaded.places.first == "compose.yaml:\(place) manifest.wrong-type")
        #expect(loaded.messages.first == message)
    }

    @Test("The help for a type says what to write")
    func typeHelp() {
        #expect(Loaded(service: "hostname: 12").helps == ["put it in quotes: `\"12\"`"])
        #expect(Loaded(service: "ports: 80").helps == ["write it as an item in a line below: `- \"80\"`"])
        #expect(Loaded(service: "restart: false").helps == ["write `no`"])
    }

    @Test("Sections of the wrong type, and names that cannot be")
    func sections() {
        #expect(Loaded("services: []\n").places == ["compose.yaml:1:11 manifest.wrong-type"])
        #expect(Loaded("services:\n").places == ["compose.yaml:1:1 manifest.wrong-type"])
        #expect(Loaded("services: {web: }\n").places == ["compose.yaml:1:12 manifest.wrong-type"])
        #expect(Loaded("- a\n").messages == ["expected a mapping at the top level, found a list"])
        #expect(Loaded("services: {\"a b\": {image: x}}\n").places == ["compose.yaml:1:12 manifest.invalid-name"])
        #expect(Loaded("services: {5: {image: x}}\n").places == ["compose.yaml:1:12 manifest.key-is-no-string"])
        #expect(Loaded("").places == ["compose.yaml:1:1 manifest.empty"])
        #expect(Loaded("version: \"3\"\n").places == ["compose.yaml:1:1 manifest.empty"])
    }

    @Test("The version is obsolete, which is no error")
    func version() {
        let loaded = Loaded("version: \"3\"\nservices: {web: {image: x}}\n")
        #expect(loaded.places == ["compose.yaml:1:1 manifest.obsolete-version warning"])
        #expect(loaded.manifest != nil)
    }

    @Test("Missing keys of long forms")
    func missingKeys() {
        #expect(Loaded(service: "ports: [{published: 80}]").places == ["compose.yaml:4:13 manifest.missing-key"])
        #expect(Loaded(service: "volumes: [{target: /x}]").places == ["compose.yaml:4:15 manifest.missing-key"])
        #expect(
            Loaded(service: "volumes: [{type: bind, target: /x}]").places == ["compose.yaml:4:15 manifest.missing-key"]
        )
        #expect(Loaded(service: "depends_on: {web: {}}").places == ["compose.yaml:4:18 manifest.missing-key"])
        #expect(Loaded(service: "env_file: [{required: false}]").places == ["compose.yaml:4:16 manifest.missing-key"])
        #expect(Loaded(service: "configs: [{target: /x}]").places == ["compose.yaml:4:15 manifest.missing-key"])
    }

    @Test("Everything wrong is reported in one run, in the order of the text")
    func everything() {
        let loaded = Loaded(
            """
            services:
              web:
                imag: nginx
                image: nginx
                ports: ["80:x", 81]
                networks: [frnt]
                restart: sometimes
                build: {contxt: .}
            networks:
              front: {drver: bridge}
            """
        )
        #expect(
            loaded.places == [
                "compose.yaml:3:5 manifest.unknown-key", "compose.yaml:5:13 manifest.invalid-port",
                "compose.yaml:6:16 manifest.undeclared", "compose.yaml:7:14 manifest.invalid-value",
                "compose.yaml:8:13 manifest.unknown-key", "compose.yaml:10:11 manifest.unknown-key",
            ]
        )
    }
}
