import ManifoldDiagnostics
import ManifoldYAML
import Testing

@testable import ManifoldManifest

@Suite("Merging files")
struct MergeTests {
    @Test(
        "A service over the one of an earlier file, key by key",
        arguments: [
            // Mappings key by key, lists one behind the other, the later of two single values.
            ("image: x, tty: true", "image: y", "{image: y, tty: true}"),
            ("healthcheck: {test: a, retries: 3}", "healthcheck: {retries: 5}", "{healthcheck: {test: a, retries: 5}}"),
            ("security_opt: [a]", "security_opt: [b]", "{security_opt: [a, b]}"),
            ("cpus: 1", "cpus: 2.5", "{cpus: 2.5}"),
            // Nothing changes nothing, except where the later value alone counts.
            ("hostname: h, ports: [80]", "hostname: , ports: ", "{hostname: h, ports: [80]}"),
            ("command: a", "command: ", "{command: null}"),
            ("command: [a, b]", "command: c", "{command: c}"),
            ("entrypoint: a", "entrypoint: [b]", "{entrypoint: [b]}"),
            ("healthcheck: {test: [CMD, a]}", "healthcheck: {test: b}", "{healthcheck: {test: b}}"),
            // Names and values in both forms.
            ("environment: [A=1, B]", "environment: {A: 2, C: 3}", "{environment: {A: 2, B: null, C: 3}}"),
            ("environment: {A: 1}", "environment: [A=x=y, D=]", "{environment: {A: 'x=y', D: ''}}"),
            ("labels: {a: b}", "labels: [a]", "{labels: {a: null}}"),
            ("sysctls: [a=1]", "sysctls: {b: 2}", "{sysctls: {a: '1', b: 2}}"),
            ("build: {args: [A=1]}", "build: {args: {B: 2}}", "{build: {args: {A: '1', B: 2}}}"),
            ("deploy: {labels: [a=b]}", "deploy: {labels: {a: c}}", "{deploy: {labels: {a: c}}}"),
            // A single value is a list of one.
            ("dns: 1.1.1.1", "dns: [2.2.2.2, 1.1.1.1]", "{dns: [1.1.1.1, 2.2.2.2]}"),
            ("env_file: a.env", "env_file: [{path: b.env}, a.env]", "{env_file: [a.env, {path: b.env}]}"),
            ("tmpfs: /a", "tmpfs: /b", "{tmpfs: [/a, /b]}"),
            ("extra_hosts: [\"a:1\"]", "extra_hosts: {b: 2, a: 3}", "{extra_hosts: [a:1, 'a=3', 'b=2']}"),
            ("extra_hosts: [\"a:1\"]", "extra_hosts: [\"a:1\", \"b:2\"]", "{extra_hosts: [a:1, b:2]}"),
            // Short forms and long ones.
            ("build: ./a", "build: {target: t}", "{build: {context: ./a, target: t}}"),
            ("build: {context: ., target: t}", "build: ./b", "{build: {context: ./b, target: t}}"),
            ("networks: [n]", "networks: {n: {aliases: [a]}, m: }", "{networks: {n: {aliases: [a]}, m: null}}"),
            ("networks: {n: {aliases: [a]}}", "networks: [n]", "{networks: {n: {aliases: [a]}}}"),
            (
                "depends_on: [d]", "depends_on: {d: {condition: service_healthy}}",
                "{depends_on: {d: {condition: service_healthy, required: true}}}"
            ),
            (
                "depends_on: {d: {condition: service_healthy, restart: true}}", "depends_on: [d]",
                "{depends_on: {d: {condition: service_started, restart: true, required: true}}}"
            ),
            // Values that mean something only together.
            ("ulimits: {n: {soft: 1, hard: 2}}", "ulimits: {n: {soft: 3}}", "{ulimits: {n: {soft: 3}}}"),
            (
                "logging: {driver: a, options: {x: 1}}", "logging: {driver: b, options: {y: 2}}",
                "{logging: {driver: b, options: {y: 2}}}"
            ),
            (
                "logging: {driver: a, options: {x: 1}}", "logging: {options: {y: 2}}",
                "{logging: {driver: a, options: {x: 1, y: 2}}}"
            ),
            ("x-a: {b: 1}", "x-a: {c: 2}", "{x-a: {c: 2}}"),
        ]
    )
    func service(base: String, over: String, merged: String) {
        let loaded = LoadedFiles(service: base, over: over)
        #expect(loaded.reports == [])
        // The words of the tables are short for plain and quoted texts alike.
        #expect(loaded.text("services", "w").unquoted == merged.unquoted)
        let extended = LoadedFiles(base: base, extendedBy: over)
        #expect(extended.text("services", "w").unquoted == merged.unquoted)
    }

    @Test(
        "What a later entry of a list replaces goes, and the later one takes its place",
        arguments: [
            ("ports: [\"80:80\", \"81:81\"]", "ports: [\"80:80\"]", "[80:80, 81:81]"),
            ("volumes: [./a:/x, ./b:/y]", "volumes: [./c:/x/]", "[./c:/x/, ./b:/y]"),
            ("volumes: [./a:/x]", "volumes: [{type: tmpfs, target: /x}]", "[{type: tmpfs, target: /x}]"),
            ("volumes: ['C:\\a:/x']", "volumes: [./b:/x:ro]", "[./b:/x:ro]"),
            ("devices: [/dev/a:/dev/b]", "devices: [/dev/c:/dev/b:r]", "[/dev/c:/dev/b:r]"),
            ("secrets: [s]", "secrets: [{source: t, target: /run/secrets/s}]", "[{source: t, target: /run/secrets/s}]"),
            ("configs: [c]", "configs: [{source: c, uid: \"1\"}]", "[{source: c, uid: 1}]"),
            (
                "configs: [{source: c, x-on-change: restart}, d]",
                "configs: [{source: d, x-on-change: {signal: HUP}}]",
                "[{source: c, x-on-change: restart}, {source: d, x-on-change: {signal: HUP}}]"
            ),
            ("cap_add: [A, B]", "cap_add: [B, C]", "[A, B, C]"),
            ("expose: [80]", "expose: [\"80\", 81]", "[80, 81]"),
            ("env_file: [a, b]", "env_file: [c, {path: a}]", "[{path: a}, b, c]"),
            ("profiles: [a]", "profiles: [a, b]", "[a, b]"),
            ("links: [a]", "links: [a, \"a:b\"]", "[a, a:b]"),
            ("tmpfs: [\"/a:size=1m\"]", "tmpfs: [\"/a:size=2m\"]", "[/a:size=2m]"),
        ]
    )
    func lists(base: String, over: String, merged: String) {
        let key = String(base.prefix { $0 != ":" })
        #expect(LoadedFiles(service: base, over: over).text("services", "w", key).unquoted == merged)
    }

    @Test("A merged list is free of what one of its files says twice; one file alone keeps it for the decoder to tell")
    func twice() {
        let text = "services: {w: {ports: [80, 80], environment: [A=1, A=2], cap_add: [x, x]}}"
        let merged = LoadedFiles(["a.yaml": text, "b.yaml": "services: {w: {image: y}}"])
        #expect(merged.text("services", "w").unquoted == "{ports: [80], environment: [A=2], cap_add: [x], image: y}")
        let alone = LoadedFiles(["a.yaml": text]).text("services", "w").unquoted
        #expect(alone == "{ports: [80, 80], environment: [A=1, A=2], cap_add: [x, x]}")
    }

    @Test("A long list is looked through as a short one is")
    func longList() {
        let ports = (0..<40).map { "\"\(8000 + $0 % 30)\"" }.joined(separator: ", ")
        let loaded = LoadedFiles([
            "a.yaml": "services: {w: {ports: [\(ports)]}}", "b.yaml": "services: {w: {image: y}}",
        ])
        #expect(loaded.node("services", "w", "ports")?.items?.count == 30)
    }

    @Test("A value knows the values that it replaced, the nearest last")
    func overridden() {
        let loaded = LoadedFiles([
            "a.yaml": "services: {w: {image: x, ports: [80:80], environment: [A=1]}}",
            "b.yaml": "services: {w: {image: y, ports: [80:80], environment: {A: 2}}}",
            "c.yaml": "services: {w: {image: z}}",
        ])
        #expect(
            loaded.places(of: loaded.node("services", "w", "image")) == ["c.yaml:1:23", "a.yaml:1:23", "b.yaml:1:23"]
        )
        #expect(
            loaded.places(of: loaded.node("services", "w", "ports")?.items?.first) == ["b.yaml:1:34", "a.yaml:1:34"]
        )
        #expect(
            loaded.places(of: loaded.node("services", "w", "environment", "A")) == ["b.yaml:1:59", "a.yaml:1:56"]
        )
    }

    @Test(
        "Address pools are compared as Compose compares them",
        arguments: [
            ("[{subnet: a, gateway: g}]", "[{subnet: a, ip_range: r}]", "[{subnet: a, gateway: g, ip_range: r}]"),
            ("[{subnet: a}]", "[{subnet: b}]", "[{subnet: b}]"),
            ("[{subnet: a}, {subnet: b}]", "[{subnet: a, gateway: g}]", "[{subnet: a, gateway: g}]"),
            ("[{subnet: a}]", "[{subnet: b}, {subnet: a}]", "[{subnet: b}, {subnet: a}]"),
        ]
    )
    func pools(base: String, over: String, merged: String) {
        let loaded = LoadedFiles([
            "a.yaml": "networks: {n: {ipam: {config: \(base)}}}", "b.yaml": "networks: {n: {ipam: {config: \(over)}}}",
        ])
        #expect(loaded.text("networks", "n", "ipam", "config") == merged)
    }

    @Test("Further top-level sections are merged like services, and `x-` keys replace each other")
    func topLevel() {
        let loaded = LoadedFiles([
            "a.yaml": "x-a: {b: 1}\nvolumes: {v: , u: {labels: [a=b]}}\nnetworks: {n: {driver: d}}\n",
            "b.yaml": "x-a: {c: 2}\nvolumes: {v: {external: true}, u: {labels: {c: d}}}\nnetworks: {n: , m: }\n",
        ])
        #expect(
            loaded.text().unquoted
                == "{x-a: {c: 2}, volumes: {v: {external: true}, u: {labels: {a: b, c: d}}}, networks: {n: {driver: d}, m: null}}"
        )
    }

    // MARK: Tags

    @Test(
        "`!reset` takes away what is there, and `!override` keeps it from being merged",
        arguments: [
            ("image: x, ports: [80]", "ports: !reset []", "{image: x}"),
            ("image: x, environment: {A: 1, B: 2}", "environment: {A: !reset }", "{image: x, environment: {B: 2}}"),
            ("image: x, ports: [80]", "ports: !override [90]", "{image: x, ports: [90]}"),
            ("labels: {a: b}", "labels: !override {c: !override d, e: !reset f}", "{labels: {c: d}}"),
            ("tty: true", "tty: !override false", "{tty: false}"),
            // Places in lists have no name.
            ("ports: [80]", "ports: [!reset 80, !override 90]", "{ports: [80, 90]}"),
        ]
    )
    func tags(base: String, over: String, merged: String) {
        let loaded = LoadedFiles(service: base, over: over)
        #expect(loaded.reports == [])
        #expect(loaded.text("services", "w") == merged)
        #expect(LoadedFiles(base: base, extendedBy: over).text("services", "w") == merged)
    }

    @Test("A whole service or network is reset or overridden")
    func wholeTags() {
        let loaded = LoadedFiles([
            "a.yaml": "services: {w: {image: x, tty: true}, v: {image: v}}\nnetworks: {n: {external: true}}",
            "b.yaml": "services: {w: !override {image: y}, v: !reset }\nnetworks: {n: !reset {}}",
        ])
        #expect(loaded.text() == "{services: {w: {image: y}}, networks: {}}")
    }

    @Test("An alias of something that is reset is nothing, and resets nothing where it stands")
    func aliasedReset() {
        let loaded = LoadedFiles([
            "a.yaml": "services: {w: {image: x, ports: [80]}}",
            "b.yaml": "x-inner: &inner {ports: !reset []}\nservices: {w: {<<: *inner}}",
        ])
        #expect(loaded.text("services", "w") == "{image: x, ports: [80]}")
    }

    @Test("What is reset is not interpolated")
    func resetIsNotRead() {
        #expect(LoadedFiles(service: "image: x", over: "hostname: !reset \"${NO:?}\"").reports == [])
    }

    // MARK: Documents

    @Test("The documents of a file are merged like files")
    func documents() {
        let loaded = LoadedFiles(["a.yaml": "services: {w: {image: x}}\n---\nservices: {w: {tty: true}}\n"])
        #expect(loaded.text("services", "w") == "{image: x, tty: true}")
    }

    @Test("An empty file changes nothing, an empty document is a mistake")
    func empty() {
        let base = "services: {w: {image: x}}\n"
        #expect(LoadedFiles(["a.yaml": base, "b.yaml": "# nothing\n"]).reports == [])
        #expect(LoadedFiles(["a.yaml": base + "---\n"]).reports == ["a.yaml:3:1 manifest.empty"])
        #expect(LoadedFiles(["a.yaml": ""]).reports == ["a.yaml:1:1 manifest.empty"])
        #expect(LoadedFiles(["a.yaml": "", "b.yaml": base]).text("services", "w") == "{image: x}")
        #expect(LoadedFiles(["a.yaml": base, "b.yaml": "services:\n"]).reports == ["b.yaml:1:1 manifest.wrong-type"])
    }

    @Test("Mistakes in all files are reported in one run")
    func allFiles() {
        let loaded = LoadedFiles([
            "a.yaml": "services: {w: {image: \"${A:?}\"}}\n", "b.yaml": "services: [\n", "c.yaml": "5\n",
        ])
        #expect(loaded.reports.map { $0.prefix { $0 != ":" } } == ["a.yaml", "b.yaml", "c.yaml"])
    }

    @Test(
        "Values of different forms cannot be merged",
        arguments: [
            (
                "healthcheck: {test: a}", "healthcheck: [a]",
                "`healthcheck` is a list here and a mapping where it is merged into"
            ),
            ("cap_add: [a]", "cap_add: a", "`cap_add` is a string here and a list where it is merged into"),
            ("depends_on: [a]", "depends_on: b", "`depends_on` is a string here and a list where it is merged into"),
        ]
    )
    func mismatch(base: String, over: String, message: String) {
        let loaded = LoadedFiles(service: base, over: over)
        #expect(loaded.messages == [message])
        #expect(loaded.reports.first?.hasSuffix(" manifest.merge-mismatch") == true)
        #expect(loaded.related.first?.hasPrefix("a.yaml:1:") == true)
    }

    @Test("Files that are merged with themselves over and over come to an end")
    func tooLarge() {
        let items = (0..<20_000).map(String.init).joined(separator: ", ")
        let services = (0..<1100).map { "s\($0): {extends: base, security_opt: [x]}" }.joined(separator: ", ")
        let loaded = LoadedFiles(["a.yaml": "services: {base: {security_opt: [\(items)]}, \(services)}\n"])
        #expect(loaded.reports.map { $0.split(separator: " ").last } == ["manifest.merge-too-large"])
    }
}

extension String {
    /// The text without the quotes around its values.
    fileprivate var unquoted: String { filter { $0 != "'" } }
}
