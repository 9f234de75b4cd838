import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
import ManifoldReport
import Testing

/// Whatever is wrong, no format of diagnostics shows what came from a variable or stands in an env file.
@Suite("Secrets in diagnostics")
struct SecretMessageTests {
    private static let secret = "topsecretvalue"

    @Test(
        "the value of a variable",
        arguments: [
            "secrets: [{source: $SEC}]", "secrets: [$SEC]", "configs: [{source: $SEC, target: /a}]",
            "configs: [{source: a, target: $SEC}, {source: a, target: $SEC}]",
            "volumes: [{type: volume, source: $SEC, target: /a}]", "volumes: [\"$SEC:/a\"]",
            "volumes: [\"x:/$SEC\", \"y:/$SEC\"]", "tmpfs: [\"/$SEC\", \"/a/../$SEC\"]",
            "build: {context: ., secrets: [$SEC]}", "build: {context: ., secrets: [{source: $SEC}]}",
            "build: {context: ., additional_contexts: {b: \"service:${SEC}\"}}", "env_file: $SEC",
            "env_file: [{path: $SEC}]", "label_file: $SEC", "extends: {file: $SEC, service: a}",
            "extends: {service: $SEC}", "depends_on: [$SEC]", "depends_on: {other: {condition: $SEC}}",
            "networks: [$SEC]", "labels: [\"$RESERVED\"]", "labels: {a: $SEC}", "image: \"$SEC:$SEC:\"",
            "container_name: \"$SEC/\"", "ports: [\"$SEC:80\"]", "expose: [$SEC]", "mem_limit: $SEC", "cpus: $SEC",
            "restart: $SEC", "stop_signal: $SEC", "user: $SEC", "working_dir: $SEC", "pull_policy: $SEC",
            "healthcheck: {interval: $SEC}", "healthcheck: {test: [$SEC]}", "ulimits: {nofile: $SEC}",
            "network_mode: \"service:$SEC\"", "ipc: \"service:$SEC\"", "volumes_from: [$SEC]", "links: [$SEC]",
            "devices: [\"$SEC\"]", "extra_hosts: [$SEC]", "dns: [$SEC]", "sysctls: {a: $SEC}", "cap_add: [$SEC]",
            "security_opt: [\"seccomp:$SEC\"]", "logging: {driver: $SEC}", "platform: $SEC", "shm_size: $SEC",
            "group_add: [$SEC]", "gpus: [{count: $SEC}]", "deploy: {mode: $SEC}", "command: \"'$SEC\"",
            "entrypoint: \"'$SEC\"", "stop_grace_period: $SEC", "mac_address: $SEC", "cpuset: $SEC", "runtime: $SEC",
            "environment: [\"=$SEC\"]", "hostname: $SEC", "cgroup: $SEC", "userns_mode: $SEC", "uts: $SEC", "pid: $SEC",
            "blkio_config: {weight: $SEC}", "device_cgroup_rules: [$SEC]", "storage_opt: {size: $SEC}",
            "deploy: {resources: {limits: {memory: $SEC}}}", "tmpfs: [$SEC]", "profiles: [\"$SEC/\"]",
        ]
    )
    func variable(line: String) {
        let texts = texts("services:\n  web:\n    image: nginx\n    \(line)\n  other: {image: nginx}\n")
        for text in texts { #expect(!text.contains(Self.secret)) }
    }

    @Test(
        "outside of services",
        arguments: [
            "services: {a: {image: x, container_name: $SEC}, b: {image: x, container_name: $SEC}}",
            "services: {a: {image: x, volumes: [\"v:/a\"]}}\nvolumes: {v: {name: \"$SEC/\"}}",
            "services: {a: {image: x, networks: [n]}}\nnetworks: {n: {driver_opts: {a: [$SEC]}, ipam: {config: [{subnet: $SEC}]}}}",
            "services: {a: {image: x, depends_on: [b]}, b: {image: x, profiles: [$SEC]}}",
            "services: {a: {image: x, secrets: [s]}}\nsecrets: {s: {file: $SEC}}",
            "services: {a: {image: x, secrets: [s]}}\nsecrets: {s: {environment: $SEC}}",
            "include: [$SEC]\nservices: {a: {image: x}}",
            "include: [{path: b.yaml, env_file: $SEC}]\nservices: {a: {image: x}}",
            "name: \"$SEC/\"\nservices: {a: {image: x}}",
        ]
    )
    func topLevel(text: String) {
        for text in texts(text) { #expect(!text.contains(Self.secret)) }
    }

    @Test(
        "a line of an env file",
        arguments: ["PASSWORD=\"topsecretvalue", "PASSWORD=ab$cd-topsecretvalue", "A B=topsecretvalue"]
    )
    func envFile(line: String) {
        for text in texts("services: {web: {image: nginx, env_file: [a.env]}}", files: ["a.env": line, ".env": line]) {
            #expect(!text.contains(Self.secret))
        }
    }

    /// What is said of a manifest in every format.
    private func texts(_ text: String, files: [String: String] = [:]) -> [String] {
        var contents = ["/srv/shop/compose.yaml": text, "/srv/shop/b.yaml": "services: {b: {image: x}}"]
        for (name, content) in files { contents["/srv/shop/\(name)"] = content }
        let request = ManifestRequest(
            files: [(path: "/srv/shop/compose.yaml", shownAs: "compose.yaml")],
            directory: "/srv/shop",
            environment: ["SEC": Self.secret, "RESERVED": "io.manifold.\(Self.secret)=x"]
        )
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let manifest = ManifestLoader(files: Table(contents: contents))
            .load(request, sources: &sources, reporting: &diagnostics)
        if let manifest { _ = GraphBuilder().build(manifest, reporting: &diagnostics) }
        return DiagnosticsFormat.allCases.map { $0.render(diagnostics.sorted, sources: sources) }
    }

    private struct Table: FileProvider {
        let contents: [String: String]

        func read(_ path: String) throws(FileProblem) -> [UInt8] {
            guard let content = contents[path] else { throw FileProblem("no such file") }
            return Array(content.utf8)
        }

        func exists(_ path: String) -> Bool { contents[path] != nil }
    }
}
