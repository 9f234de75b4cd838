import ManifoldResources

/// One property of a container's spec given a value, and what must come of it in the field table.
struct SpecMutation: Sendable, CustomStringConvertible {
    let description: String
    /// The row that is set by it.
    let row: FieldName
    let value: FieldValue<FreeText>
    /// Properties of parts (`MountSpec.isReadOnly`) whose difference from another mutation of the row this one shows.
    let innerProperties: [String]
    let change: @Sendable (inout ContainerSpec) -> Void

    init(
        _ description: String,
        _ row: FieldName,
        _ value: FieldValue<FreeText>,
        shows innerProperties: [String] = [],
        _ change: @escaping @Sendable (inout ContainerSpec) -> Void
    ) {
        self.description = description
        self.row = row
        self.value = value
        self.innerProperties = innerProperties
        self.change = change
    }

    static let all = process + rights + healthChecks + ports + mounts + files + limits + settings + furtherLimits

    private static let process = [
        SpecMutation("name", "container_name", .word("shop-web-1")) { $0.name = "shop-web-1" },
        SpecMutation("image", "image", .word("docker.io/library/a:1")) { $0.image = "docker.io/library/a:1" },
        SpecMutation("command", "command", .list([text("a"), text("b")])) { $0.command = [free("a"), free("b")] },
        SpecMutation("command in another order", "command", .list([text("b"), text("a")])) {
            $0.command = [free("b"), free("a")]
        },
        SpecMutation("entrypoint", "entrypoint", .list([text("a")])) { $0.entrypoint = [free("a")] },
        SpecMutation("no entrypoint", "entrypoint", .list([])) { $0.entrypoint = [] },
        SpecMutation("environment", "environment", .map(["A": text("1")])) { $0.environment = ["A": free("1")] },
        SpecMutation("empty variable", "environment", .map(["A": text("")])) { $0.environment = ["A": free("")] },
        SpecMutation("hidden variable", "environment", .map(["A": .flag(false)])) {
            $0.environment.updateValue(nil, forKey: "A")
        },
        SpecMutation("labels", "labels", .map(["team": text("red")])) { $0.labels = ["team": free("red")] },
        SpecMutation("hostname", "hostname", .word("h")) { $0.hostname = "h" },
        SpecMutation("user", "user", .word("1000:1000")) { $0.user = "1000:1000" },
        SpecMutation("workingDirectory", "working_dir", .word("/srv")) { $0.workingDirectory = "/srv" },
        SpecMutation("stopSignal", "stop_signal", .word("SIGINT")) { $0.stopSignal = "SIGINT" },
        SpecMutation("stopGracePeriod", "stop_grace_period", .duration(5_000_000_000)) {
            $0.stopGracePeriod = 5_000_000_000
        },
        SpecMutation("no grace", "stop_grace_period", .duration(0)) { $0.stopGracePeriod = 0 },
    ]

    private static let rights = [
        SpecMutation("init", "init", .flag(true)) { $0.usesInit = true },
        SpecMutation("no init", "init", .flag(false)) { $0.usesInit = false },
        SpecMutation("read-only", "read_only", .flag(true)) { $0.isReadOnly = true },
        SpecMutation("cap_add", "cap_add", .set([.word("CHOWN"), .word("KILL")])) {
            $0.capabilitiesAdded = ["KILL", "CHOWN"]
        },
        SpecMutation("cap_drop", "cap_drop", .set([.word("ALL")])) { $0.capabilitiesDropped = ["ALL"] },
    ]

    private static let healthChecks = [
        SpecMutation(
            "test",
            "healthcheck",
            .map(["test": .list([text("CMD"), text("a")])]),
            shows: ["HealthCheckSpec.test"]
        ) {
            $0.healthCheck.test = [free("CMD"), free("a")]
        },
        SpecMutation("interval", "healthcheck", .map(["interval": .duration(1)]), shows: ["HealthCheckSpec.interval"]) {
            $0.healthCheck.interval = 1
        },
        SpecMutation("timeout", "healthcheck", .map(["timeout": .duration(1)]), shows: ["HealthCheckSpec.timeout"]) {
            $0.healthCheck.timeout = 1
        },
        SpecMutation(
            "start",
            "healthcheck",
            .map(["start_period": .duration(1)]),
            shows: ["HealthCheckSpec.startPeriod"]
        ) { $0.healthCheck.startPeriod = 1 },
        SpecMutation("retries", "healthcheck", .map(["retries": .number(1)]), shows: ["HealthCheckSpec.retries"]) {
            $0.healthCheck.retries = 1
        },
    ]

    private static let ports = [
        SpecMutation("port", "ports", .map(["80/tcp": .set([.word("8080:80/tcp")])])) {
            $0.ports = [port(80, .tcp, "", "8080")]
        },
        SpecMutation(
            "port target",
            "ports",
            .map(["81/tcp": .set([.word("8080:81/tcp")])]),
            shows: ["PortBinding.target"]
        ) {
            $0.ports = [port(81, .tcp, "", "8080")]
        },
        SpecMutation(
            "port transport",
            "ports",
            .map(["80/udp": .set([.word("8080:80/udp")])]),
            shows: ["PortBinding.transport"]
        ) {
            $0.ports = [port(80, .udp, "", "8080")]
        },
        SpecMutation(
            "port host and address",
            "ports",
            .map(["80/tcp": .set([.word("8081:80/tcp"), .word("127.0.0.1:8080:80/tcp")])]),
            shows: ["PortBinding.hostAddress", "PortBinding.hostPort"]
        ) {
            $0.ports = [port(80, .tcp, "127.0.0.1", "8080"), port(80, .tcp, "", "8081")]
        },
        SpecMutation("endpoint", "networks", .map(["n": .set([])])) { $0.endpoints = ["n": EndpointSpec()] },
        SpecMutation("alias", "networks", .map(["n": .set([.word("a")])]), shows: ["EndpointSpec.aliases"]) {
            $0.endpoints = ["n": EndpointSpec(aliases: ["a"])]
        },
    ]

    private static let mounts = [
        mount("volume", MountSpec(.volume("v")), [.word("volume"), .word("v")]),
        mount("bind", MountSpec(.bind(path: "/h", createsHostPath: false)), [.word("bind"), .word("/h")], "source"),
        mount("anonymous", MountSpec(.anonymousVolume), [.word("anonymous volume")]),
        mount("tmpfs", MountSpec(.tmpfs(size: nil, mode: nil)), [.word("tmpfs")]),
        mount("tmpfs size", MountSpec(.tmpfs(size: 4096, mode: nil)), [.word("tmpfs"), .bytes(4096)]),
        mount("tmpfs mode", MountSpec(.tmpfs(size: nil, mode: 0o700)), [.word("tmpfs"), .mode(0o700)]),
        mount(
            "read-only volume",
            MountSpec(.volume("v"), isReadOnly: true),
            [.word("volume"), .word("v"), .word("read-only")],
            "isReadOnly"
        ),
        mount(
            "volume without the image's content",
            MountSpec(.volume("v"), skipsCopy: true),
            [.word("volume"), .word("v"), .word("nocopy")],
            "skipsCopy"
        ),
        mount(
            "propagation",
            MountSpec(.bind(path: "/h", createsHostPath: false), propagation: "rslave"),
            [.word("bind"), .word("/h"), .word("rslave")],
            "propagation"
        ),
    ]

    private static let files = [
        file("file", FileSpec(source: config("a"), content: content("x"), userID: 0, groupID: 0, mode: 0o444)),
        file("source", FileSpec(source: config("b"), content: content("x"), userID: 0, groupID: 0, mode: 0o444)),
        file("content", FileSpec(source: config("a"), content: content("y"), userID: 0, groupID: 0, mode: 0o444)),
        file("userID", FileSpec(source: config("a"), content: content("x"), userID: 1, groupID: 0, mode: 0o444)),
        file("groupID", FileSpec(source: config("a"), content: content("x"), userID: 0, groupID: 1, mode: 0o444)),
        file("mode", FileSpec(source: config("a"), content: content("x"), userID: 0, groupID: 0, mode: 0o400)),
    ]

    private static let limits = [
        SpecMutation("restart", "restart", .word("on-failure:3")) { $0.restart = .onFailure(maximumRetries: 3) },
        SpecMutation("memorySwap alone", "memswap_limit", .word("unlimited"), shows: ["ResourceLimits.memorySwap"]) {
            $0.limits.memorySwap = -1
        },
        SpecMutation("nanoCPUs", "cpus", .nanoCPUs(500_000_000), shows: ["ResourceLimits.nanoCPUs"]) {
            $0.limits.nanoCPUs = 500_000_000
        },
        SpecMutation("pids", "pids_limit", .number(100), shows: ["ResourceLimits.pids"]) { $0.limits.pids = 100 },
    ]

    private static func mount(
        _ description: String,
        _ spec: MountSpec,
        _ words: [FieldValue<FreeText>],
        _ property: String? = nil
    ) -> SpecMutation {
        SpecMutation(
            description,
            "volumes",
            .map(["/a": .list(words)]),
            shows: property.map { ["MountSpec.\($0)"] } ?? []
        ) {
            $0.mounts = ["/a": spec]
        }
    }

    private static func file(_ property: String, _ spec: FileSpec) -> SpecMutation {
        let value: FieldValue<FreeText> = .list([
            .word(spec.source.description), .text(spec.content), .number(spec.userID), .number(spec.groupID),
            .mode(spec.mode),
        ])
        return SpecMutation(
            property,
            "files",
            .map(["/a": value]),
            shows: property == "file" ? [] : ["FileSpec.\(property)"]
        ) {
            $0.files = ["/a": spec]
        }
    }

    /// Names of the stored properties in which two specs differ.
    static func differingProperties(_ left: ContainerSpec, _ right: ContainerSpec) -> Set<String> {
        let pairs = zip(Mirror(reflecting: left).children, Mirror(reflecting: right).children)
        return Set(
            pairs.compactMap { left, right in "\(left.value)" == "\(right.value)" ? nil : left.label }
        )
    }
}

private func free(_ string: String) -> FreeText {
    FreeText(string, isShowable: true)
}

private func text(_ string: String) -> FieldValue<FreeText> {
    .text(free(string))
}

private func content(_ string: String) -> FreeText {
    FreeText(content: Array(string.utf8))
}

private func config(_ name: String) -> ResourceAddress {
    ResourceAddress(.config, name)
}

private func port(
    _ target: UInt16,
    _ transport: PortBinding.Transport,
    _ address: String,
    _ hostPort: String
) -> PortBinding {
    PortBinding(target: target, transport: transport, hostAddress: address, hostPort: hostPort)
}
