import ManifoldDiagnostics
import Testing

@testable import ManifoldManifest

@Suite("Traps of YAML that need the wanted type")
struct TrapTests {
    @Test(
        "A value whose spelling is lost is told of, with what becomes of it",
        arguments: [
            ("environment: {A: 1.10}", "`1.1`", "`\"1.10\"`"), ("labels: {A: 022}", "`18`", "`\"022\"`"),
            ("environment: {A: True}", "`true`", "`\"True\"`"), ("labels: {A: 1e3}", "`1000`", "`\"1e3\"`"),
        ]
    )
    func lostSpelling(line: String, read: String, help: String) {
        let loaded = Loaded(service: line)
        #expect(loaded.places.map { $0.hasSuffix("manifest.lost-spelling warning") } == [true])
        #expect(loaded.messages.first?.hasSuffix("becomes \(read)") == true)
        #expect(loaded.helps.first?.contains(help) == true)
    }

    @Test(
        "A value that is written as it is read, or that is quoted, is no trap",
        arguments: [
            "environment: {A: 3, B: 1.5, C: true, D: \"1.10\", E: '022', F: !!str 1.10, G: null}",
            "environment: {A: maybe, B: \"yes\", C: '22:22', D: y, E: 22:61, F: \"a:b\"}",
            "environment: [A=yes, B=1.10]", "ports: [\"22:22\", 8080:80, 127.0.0.1:8080:80]",
            "environment: {A: \"${X:-yes}\"}",
        ]
    )
    func noTrap(line: String) {
        #expect(Loaded(service: line).places == [])
    }

    @Test("Words and numbers of YAML 1.1 are told of once each, with further places")
    func oldReaders() {
        let loaded = Loaded(service: "environment: {A: yes, B: off, C: 22:30, D: 1:02:03}\nports: [22:22]")
        #expect(
            loaded.places == [
                "compose.yaml:4:22 manifest.ambiguous-text warning",
                "compose.yaml:4:38 manifest.ambiguous-text warning",
            ]
        )
        #expect(loaded.diagnostics.sorted.map(\.related.count) == [1, 2])
        #expect(loaded.messages.last?.contains("`22:30`") == true)
        #expect(loaded.messages.last?.contains("1350") == true)
    }

    @Test(
        "A key in the wrong place is told where it belongs",
        arguments: [
            ("ports: []\nservices: {web: {image: x}}", "a key of services"),
            ("web: {image: x}", "below `services:`"),
            ("services: {web: {image: x, services: {}}}", "a key of the top level"),
            ("services: {web: {image: x, interval: 5s}}", "a key of `healthcheck`"),
            ("services: {web: {image: x, replicas: 5}}", "a key of `deploy`"),
            ("services: {web: {image: x, healthcheck: {restart: always}}}", "a key of the service"),
            ("services: {web: {image: x}, ports: [80]}", "below the name of its service"),
            ("services: {web: {image: x}, environment: {A: 1}}", "below the name of its service"),
        ]
    )
    func placement(text: String, help: String) {
        let helps = Loaded(text + "\n").helps
        #expect(helps.contains { $0.contains(help) }, "\(helps)")
    }

    @Test("A service may be called like a key of services")
    func serviceNames() {
        #expect(Loaded("services: {build: {image: x}, configs: {image: y}, networks: {build: .}}\n").places == [])
    }

    @Test("What a wrong type is told depends on what was meant")
    func typeHelp() {
        #expect(
            Loaded(service: "environment: [{A: 1}]").helps == [
                "write `- A=1`, or leave the dashes of the whole list out"
            ]
        )
        #expect(Loaded(service: "command: [{a: b}]").helps == ["put quotes around it: `- \"a: b\"`"])
        #expect(Loaded("services: [{web: {image: x}}]\n").helps == ["write `web: …` lines, without the dashes"])
        #expect(
            Loaded(service: "ports: -8080:80").helps == ["a dash needs a space behind it to begin an item: `- 8080:80`"]
        )
        #expect(
            Loaded(service: "healthcheck: {interval: 30}").helps == ["write a number with a unit: `30s` for seconds"]
        )
        #expect(
            Loaded(service: "ports: [“8080:80”]").helps == ["write straight quotes (`\"`): `“` is part of the text"]
        )
    }

    @Test("No help shows the value of a variable")
    func variables() {
        for line in [
            "environment: [{A: \"$SECRET\"}]", "ports: \"$SECRET\"", "restart: \"$SECRET\"",
            "command: [{a: \"$SECRET\"}]",
            "ports: [\"“$SECRET\"]", "environment: {A: \"$SECRET\"}",
        ] {
            let loaded = Loaded(service: line, environment: ["SECRET": "hunter2"])
            #expect(!(loaded.helps + loaded.messages).contains { $0.contains("hunter2") }, "\(line)")
        }
    }
}
