import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections
import Testing

@testable import ManifoldManifest

@Suite("Services")
struct ServiceTests {
    @Test("Plain values")
    func plainValues() throws {
        let web = try Loaded(
            service: """
                container_name: shop-web
                hostname: web.local
                user: "1000"
                working_dir: /srv
                init: true
                read_only: "true"
                stop_signal: SIGUSR1
                stop_grace_period: 1m30s
                restart: on-failure:3
                cap_add: [NET_ADMIN, SYS_TIME]
                cap_drop: [ALL]
                mem_limit: 512m
                memswap_limit: -1
                cpus: "0.5"
                pids_limit: 100
                """
        )
        .web()
        #expect(web.image?.value == "nginx")
        #expect(web.containerName?.value == "shop-web")
        #expect(web.hostname?.value == "web.local")
        #expect(web.user?.value == "1000")
        #expect(web.workingDirectory?.value == "/srv")
        #expect(web.usesInit?.value == true)
        #expect(web.isReadOnly?.value == true)
        #expect(web.stopSignal?.value == "SIGUSR1")
        #expect(web.stopGracePeriod?.value == 90_000_000_000)
        #expect(web.restart?.value == "on-failure:3")
        #expect(web.capabilitiesAdded.map(\.value) == ["NET_ADMIN", "SYS_TIME"])
        #expect(web.capabilitiesDropped.map(\.value) == ["ALL"])
        #expect(web.memoryLimit?.value == 512 << 20)
        #expect(web.memorySwapLimit?.value == -1)
        #expect(web.cpus?.value == 0.5)
        #expect(web.pidsLimit?.value == 100)
        #expect(web.isActive)
    }

    @Test(
        "Commands",
        arguments: [
            ("command: sh -c 'exit 1'", ["sh", "-c", "exit 1"]), ("command: [sh, \"-c\", a b]", ["sh", "-c", "a b"]),
            ("command: \"\"", []), ("command: []", []), ("command:", nil), ("command: null", nil),
        ] as [(String, [String]?)]
    )
    func commands(line: String, words: [String]?) throws {
        #expect(try Loaded(service: line).web().command?.value == words)
        let entrypoint = line.replacing("command", with: "entrypoint")
        #expect(try Loaded(service: entrypoint).web().entrypoint?.value == words)
    }

    @Test(
        "Environment values become the strings that Compose makes of them",
        arguments: [
            ("A: x", "x"), ("A: \"1.10\"", "1.10"), ("A: 1.10", "1.1"), ("A: 010", "8"), ("A: true", "true"),
            ("A: 1e3", "1000"),
            ("A: yes", "yes"), ("A: 12345678901234567890", "12345678901234567890"), ("A: 0x1f", "31"), ("A: \"\"", ""),
            ("A: 22:22", "22:22"),
        ]
    )
    func environmentValues(line: String, value: String) throws {
        // Some of them come with a warning.
        let web = Loaded(service: "environment:\n  \(line)").manifest?.services["web"]
        #expect(web?.environment["A"]?.value == value)
    }

    @Test("The environment may be a list, and a name alone takes the value from outside")
    func environmentList() throws {
        let loaded = Loaded(
            service: "environment: [A=1, B=, \"C=x=y\", HERE, NOWHERE]",
            environment: ["HERE": "here"]
        )
        let environment = try loaded.web().environment
        #expect(environment.mapValues(\.value) == ["A": "1", "B": "", "C": "x=y", "HERE": "here", "NOWHERE": nil])
        #expect(environment["HERE"]?.origin.variables == ["HERE"])
        let mapping = try Loaded(service: "environment: {HERE: , NOWHERE: null}", environment: ["HERE": "x"]).web()
        #expect(mapping.environment.mapValues(\.value) == ["HERE": "x", "NOWHERE": nil])
    }

    @Test("Env files come in their order, and the environment wins over them")
    func envFiles() throws {
        let loaded = Loaded(
            service: """
                env_file:
                  - one.env
                  - path: ./two.env
                  - path: absent.env
                    required: false
                environment:
                  C: own
                """,
            files: ["one.env": "A=1\nB=$OUT\n", "two.env": "B=two-$A\nC=2\nD=$B\n"],
            environment: ["OUT": "outside"]
        )
        let environment = try loaded.web().environment
        #expect(environment.mapValues(\.value) == ["A": "1", "B": "two-1", "C": "own", "D": "outside"])
        let origin = try #require(environment["A"]?.origin)
        #expect(loaded.sources.description(of: origin.span) == "one.env:1:3")
        #expect(origin.via.map { loaded.sources.description(of: $0) } == ["compose.yaml:5:9"])
        #expect(environment["D"]?.origin.variables == ["B", "OUT"])
    }

    @Test("A single env file may be a string, and a raw one is taken as it is")
    func envFileForms() throws {
        let files = ["a.env": "A=\"$x\"\n"]
        let raw = try Loaded(service: "env_file: [{path: a.env, format: raw}]", files: files).web()
        #expect(raw.environment["A"]?.value == "\"$x\"")
        #expect(
            Loaded(service: "env_file: a.env", files: files).manifest?.services["web"]?.environment["A"]?.value == ""
        )
    }

    @Test("Labels as a mapping and as a list")
    func labels() throws {
        let mapping = try Loaded(service: "labels: {a: true, b: null, c: 1.5, x-d: e}").web()
        #expect(mapping.labels.mapValues(\.value) == ["a": "true", "b": "", "c": "1.5", "x-d": "e"])
        let list = try Loaded(service: "labels: [a, b=, c=1=2]").web()
        #expect(list.labels.mapValues(\.value) == ["a": "", "b": "", "c": "1=2"])
    }

    @Test("Health checks")
    func healthChecks() throws {
        let check = try #require(
            try Loaded(
                service: """
                    healthcheck:
                      test: curl -f localhost
                      interval: 1m30s
                      timeout: 10s
                      start_period: 500ms
                      retries: "3"
                    """
            )
            .web().healthCheck
        )
        #expect(check.test?.value == ["CMD-SHELL", "curl -f localhost"])
        #expect(check.interval?.value == 90_000_000_000)
        #expect(check.timeout?.value == 10_000_000_000)
        #expect(check.startPeriod?.value == 500_000_000)
        #expect(check.retries?.value == 3)
        let list = try Loaded(service: "healthcheck: {test: [CMD, a, b c]}").web().healthCheck
        #expect(list?.test?.value == ["CMD", "a", "b c"])
        let none = try Loaded(service: "healthcheck: {test: [NONE]}").web().healthCheck
        #expect(none?.test?.value == ["NONE"])
        #expect(try Loaded(service: "healthcheck: {disable: true}").web().healthCheck?.isDisabled?.value == true)
    }

    @Test("Dependencies in both forms")
    func dependencies() throws {
        let others = "  db: {image: x}\n  job: {image: x}"
        let list = try Loaded(service: "depends_on: [db, job]", and: others).web().dependsOn
        #expect(Array(list.keys) == ["db", "job"])
        #expect(list["db"]?.condition == .started && list["db"]?.isRequired == true && list["db"]?.restart == false)
        let mapping = try Loaded(
            service: """
                depends_on:
                  db: {condition: service_healthy, restart: true}
                  job: {condition: service_completed_successfully, required: false}
                """,
            and: others
        )
        .web().dependsOn
        #expect(mapping["db"]?.condition == .healthy && mapping["db"]?.restart == true)
        #expect(mapping["job"]?.condition == .completed && mapping["job"]?.isRequired == false)
    }

    @Test("Networks as a list and as a mapping with aliases")
    func networks() throws {
        let top = "networks: {front: , back: }"
        #expect(
            Array(try Loaded(service: "networks: [front, back]", and: top).web().networks.keys) == ["front", "back"]
        )
        let mapping = try Loaded(service: "networks: {front: {aliases: [a, b]}, back: }", and: top).web().networks
        #expect(mapping["front"]?.aliases.map(\.value) == ["a", "b"])
        #expect(mapping["back"]?.aliases.isEmpty == true)
        #expect(try Loaded(service: "networks: [default]").web().networks.count == 1)
    }

    @Test(
        "Replicas come from `scale` or `deploy.replicas`",
        arguments: [
            ("scale: 3", 3, true, false), ("scale: \"0\"", 0, true, false), ("deploy: {replicas: 2}", 2, false, true),
            ("scale: 2\ndeploy: {replicas: 2}", 2, true, true), ("image: nginx", nil, false, false),
            ("deploy:", nil, false, false),
        ] as [(String, Int?, Bool, Bool)]
    )
    func replicas(lines: String, count: Int?, hasScale: Bool, hasReplicas: Bool) throws {
        let text = "services:\n  web:\n" + (lines.contains("image") ? "" : "    image: nginx\n")
        let web = try Loaded(text + lines.split(separator: "\n").map { "    \($0)\n" }.joined()).web()
        #expect(web.replicas?.value == count)
        #expect((web.normal["scale"] != nil) == hasScale)
        #expect((web.normal["deploy"]?["replicas"] != nil) == hasReplicas)
    }

    @Test("Limits of `deploy` stand beside the service's own")
    func limits() throws {
        let web = try Loaded(
            service: "mem_limit: 1g\ndeploy: {resources: {limits: {cpus: 0.5, memory: 1024m, pids: 4}}}"
        )
        .web()
        #expect(web.deployLimits.cpus?.value == 0.5)
        #expect(web.deployLimits.memory?.value == 1 << 30)
        #expect(web.deployLimits.pids?.value == 4)
    }

    @Test("Profiles switch services on; one without profiles is always on")
    func profiles() {
        let text = "services:\n  a: {image: x}\n  b: {image: x, profiles: [p, q]}\n  c: {image: x, profiles: [r]}\n"
        func active(_ profiles: Set<String>, _ environment: [String: String] = [:]) -> [String] {
            let loaded = Loaded(text, environment: environment) { $0.profiles = profiles }
            return loaded.manifest?.services.values.filter(\.isActive).map(\.name) ?? []
        }
        #expect(active([]) == ["a"])
        #expect(active(["q"]) == ["a", "b"])
        #expect(active(["*"]) == ["a", "b", "c"])
        #expect(active([], ["COMPOSE_PROFILES": "p,r"]) == ["a", "b", "c"])
    }

    @Test("What is used by inactive services only may be missing")
    func inactive() {
        let loaded = Loaded(
            """
            services:
              a: {image: x}
              b: {image: x, profiles: [p], env_file: absent.env, networks: [absent], depends_on: [absent]}
            """
        )
        #expect(loaded.places == [])
    }
}
