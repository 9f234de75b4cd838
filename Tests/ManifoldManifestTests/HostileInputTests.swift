import ManifoldDiagnostics
import ManifoldManifest
import Testing

/// What a manifest could do to its reader: each has to end, soon, in a manifest or in diagnostics.
@Suite("Hostile input", .serialized)
struct HostileInputTests {
    /// Levels of nesting.
    private static let deep = 100_000
    /// Services, keys, entries: enough to tell what takes a square of the length.
    private static let many = 20_000
    private static let service = "services:\n  web:\n    image: nginx\n"

    @Test("no depth and no number of things is too much", arguments: texts.map(\.0))
    func ends(name: String) throws {
        let text = try #require(Self.texts.first { $0.0 == name }?.1)
        let clock = ContinuousClock()
        var loaded: Loaded?
        // Each takes a second or two without optimisation.
        let time = clock.measure { loaded = Loaded(text) }
        #expect(time < .seconds(60))
        #expect(loaded?.manifest != nil || loaded?.diagnostics.hasErrors == true)
        #expect((loaded?.diagnostics.sorted.count ?? 0) <= Diagnostics.most + 1)
    }

    private static let texts: [(String, String)] = [
        ("lists in lists", service + "    command: " + repeated("[") + repeated("]")),
        ("mappings in mappings", service + "    environment: " + repeated("{a: ") + repeated("}")),
        ("defaults in defaults", service + "    command: \"" + repeated("${A:-") + "x" + repeated("}") + "\"\n"),
        ("defaults without end", service + "    command: \"" + repeated("${A:-") + "\"\n"),
        ("bad variables", service + "    command: \"" + repeated("${1") + "}\"\n"),
        ("defaults that are passed over", service + "    command: \"" + repeated("${HOME:-$$}x") + "\"\n"),
        ("a chain of services", services { "{extends: s\($0 + 1)}" } + "  s\(many): {image: a}\n"),
        ("a circle of services", services { "{extends: s\(($0 + 1) % many)}" }),
        ("misspelt keys", services { _ in "{imgae: a}" }),
        ("misspelt keys on one line", "services: {" + lines { "s\($0): {imgae: a}, " } + "}"),
        ("no images", services { _ in "{hostname: a}" }),
        ("unknown dependencies", services { "{image: a, depends_on: [t\($0)]}" }),
        ("unset variables", services { "{image: \"a$V\($0)\"}" }),
        ("unknown aliases", "x-a:\n" + lines { "  - *a\($0)\n" }),
        ("repeated entries", service + "    cap_add: [" + repeated("A, ") + "]\n"),
        ("values that are marked", service + "    environment:\n" + lines { "      K\($0): !reset null\n" }),
        ("included files that do not exist", "include:\n" + lines { "  - f\($0).yaml\n" } + service),
        ("env files that do not exist", service + "    env_file: [" + lines { "f\($0).env, " } + "]\n"),
        ("a long key", service + "    ? " + repeated("imag") + "\n    : x\n"),
        ("a long path", service + "    volumes: [\"./" + repeated("../") + "x:/y\"]\n"),
        ("ports", service + "    ports:\n" + (1...20).map { "      - \"127.0.0.\($0):1-65535:1-65535\"\n" }.joined()),
    ]

    @Test("a value that is merged into many is an error before it fills the memory")
    func multiplyingExtension() {
        let variables = (0..<10_000).map { "K\($0): v" }.joined(separator: ", ")
        let text =
            "services:\n  b: {image: a, environment: {\(variables)}}\n"
            + (0..<5000).map { "  s\($0): {extends: b, environment: {A: b}}\n" }.joined()
        #expect(Loaded(text).places.last?.contains("manifest.merge-too-large") == true)
    }

    @Test("a long text that many aliases name is an error before it is written out")
    func longAliases() {
        let text =
            "x-a: &a \"\(String(repeating: "x", count: 1_000_000))\"\n" + Self.service + "    environment:\n"
            + (0..<5000).map { "      K\($0): *a\n" }.joined()
        #expect(Loaded(text).places.contains { $0.contains("yaml.alias-expansion") })
    }

    @Test("variables that double from line to line are an error")
    func doublingVariables() {
        let file =
            "A0=\(String(repeating: "x", count: 1000))\n" + (1..<60).map { "A\($0)=$A\($0 - 1)$A\($0 - 1)\n" }.joined()
        #expect(Loaded(Self.service, files: [".env": file]).diagnostics.hasErrors)
    }

    @Test("a long variable in many places is an error before it fills the memory")
    func longVariable() {
        let file = "A=\(String(repeating: "x", count: 1_000_000))\n"
        let text = Self.service + "    environment:\n" + (0..<1000).map { "      K\($0): $A\n" }.joined()
        let loaded = Loaded(text, files: [".env": file])
        #expect(loaded.manifest == nil)
        #expect(loaded.places.contains { $0.hasSuffix("manifest.value-too-long") }, "\(loaded.places.prefix(3))")
    }

    @Test("a long file that is read over and over is an error")
    func longFiles() {
        let comment = "#" + String(repeating: "x", count: 2_000_000) + "\n"
        let names = (0..<50).map { "f\($0).env" }
        let same = Loaded(
            Self.service + "    label_file: [\(String(repeating: "f.env, ", count: 50))]\n",
            files: ["f.env": comment]
        )
        #expect(same.places.contains { $0.contains("manifest.too-much-text") })
        let files = Dictionary(uniqueKeysWithValues: names.map { ($0, comment + comment) })
        let several = Loaded(Self.service + "    env_file: [\(names.joined(separator: ", "))]\n", files: files)
        #expect(several.places.contains { $0.contains("manifest.too-much-text") })
    }

    @Test("numbers of any size are a value or an error")
    func numbers() {
        let values = [
            "mem_limit: 99999999999999999999999gb", "shm_size: 1e400", "cpus: 1e308", "cpu_count: 9223372036854775808",
            "pids_limit: -9223372036854775809", "stop_grace_period: 9223372036854775807h", "scale: 99999999999",
            "oom_score_adj: 0x7fffffffffffffffff", "mem_swappiness: -1", "memswap_limit: .inf", "cpu_shares: .nan",
            "healthcheck: {test: a, interval: 106751d}", "scale: 9223372036854775807", "shm_size: 9223372036854775807",
            "deploy: {replicas: 2000000000}", "ports: [\"99999999999999999999:1\"]", "expose: [\"\"]", "expose: [/]",
            "expose: [\"1-99999999999999999999\"]", "ulimits: {nofile: 99999999999999999999}",
        ]
        for value in values {
            let loaded = Loaded(service: value)
            #expect(loaded.manifest != nil || loaded.diagnostics.hasErrors, "\(value)")
        }
    }

    @Test("an empty port to expose is an error")
    func emptyPort() {
        for value in ["\"\"", "/", "/tcp"] {
            #expect(Loaded(service: "expose: [\(value)]").places == ["compose.yaml:4:14 manifest.invalid-value"])
        }
    }

    private static func repeated(_ text: String) -> String { String(repeating: text, count: deep) }

    private static func lines(_ line: (Int) -> String) -> String { (0..<many).map(line).joined() }

    private static func services(_ value: (Int) -> String) -> String {
        "services:\n" + lines { "  s\($0): \(value($0))\n" }
    }
}
