import ManifoldResources

/// A spec whose container was made on a real engine; `Fixtures/NAME.json` has what was sent and what inspect said after.
struct RoundTrip: Sendable, CustomStringConvertible {
    let description: String
    let spec: ContainerSpec
    /// The fixture with the inspection of the image.
    let image: String

    init(_ name: String, image: String = "image-plain", _ change: (inout ContainerSpec) -> Void) {
        description = name
        self.image = image
        var spec = ContainerSpec()
        spec.name = "ut-\(name)"
        spec.image = image == "image-plain" ? "docker.io/manifold/busybox:1" : "docker.io/library/ut-full:1"
        spec.endpoints = ["ut-a": EndpointSpec(aliases: ["web"])]
        if image == "image-plain" { spec.command = words("sleep", "1000") }
        change(&spec)
        self.spec = spec
    }

    static let all = process + healthChecks + storage + networks + limits + images + settings + namespaces + devices

    private static let process = [
        RoundTrip("plain") { _ in },
        RoundTrip("process") {
            $0.entrypoint = words("/bin/sh", "-c")
            $0.command = words("sleep 1000", "")
            $0.environment = [
                "PLAIN": text("1"), "EQUALS": text("a=b=c"), "EMPTY": text(""), "UNICODE": text("é\u{1F600}"),
                "LINES": text("a\nb"), "PATH": text("/mine"),
            ]
            $0.environment.updateValue(nil, forKey: "HIDDEN")
            $0.labels = ["com.example.team": text("red"), "empty": text("")]
            $0.hostname = "host-of-mine"
            $0.user = "1000:1000"
            $0.workingDirectory = "/tmp"
            $0.stopSignal = "SIGINT"
            $0.stopGracePeriod = 5_000_000_000
        },
        RoundTrip("no-entrypoint") {
            $0.entrypoint = []
            $0.stopGracePeriod = 0
        },
        RoundTrip("rights") {
            $0.usesInit = true
            $0.isReadOnly = true
            $0.capabilitiesAdded = ["NET_ADMIN", "SYS_PTRACE"]
            $0.capabilitiesDropped = ["ALL"]
        },
        RoundTrip("no-init") { $0.usesInit = false },
    ]

    private static let healthChecks = [
        RoundTrip("health-full") {
            $0.healthCheck.test = words("CMD", "true")
            $0.healthCheck.interval = 1_500_000_000
            $0.healthCheck.timeout = 2_000_000_000
            $0.healthCheck.startPeriod = 3_000_000_000
            $0.healthCheck.retries = 4
        },
        RoundTrip("health-test") { $0.healthCheck.test = words("CMD-SHELL", "test -e /x") },
        RoundTrip("health-none") { $0.healthCheck.test = words("NONE") },
    ]

    private static let storage = [
        RoundTrip("mounts") {
            $0.mounts = [
                "/volume": MountSpec(.volume("ut-data")),
                "/volume-ro": MountSpec(.volume("ut-data"), isReadOnly: true),
                "/volume-nocopy": MountSpec(.volume("ut-data"), skipsCopy: true),
                "/anonymous": MountSpec(.anonymousVolume),
                "/anonymous-nocopy": MountSpec(.anonymousVolume, skipsCopy: true),
                "/bind": MountSpec(.bind(path: "/tmp", createsHostPath: false)),
                "/bind-ro": MountSpec(.bind(path: "/tmp", createsHostPath: false), isReadOnly: true),
                "/bind-rslave": MountSpec(.bind(path: "/tmp", createsHostPath: false), propagation: "rslave"),
                "/short": MountSpec(.bind(path: "/tmp/ut-made", createsHostPath: true)),
                "/short-ro": MountSpec(.bind(path: "/tmp/ut-made", createsHostPath: true), isReadOnly: true),
                "/short-rslave": MountSpec(
                    .bind(path: "/tmp/ut-made", createsHostPath: true),
                    isReadOnly: true,
                    propagation: "rslave"
                ),
                "/tmpfs": MountSpec(.tmpfs(size: nil, mode: nil)),
                "/tmpfs-size": MountSpec(.tmpfs(size: 1 << 20, mode: nil)),
                "/tmpfs-mode": MountSpec(.tmpfs(size: nil, mode: 0o700)),
                "/tmpfs-ro": MountSpec(.tmpfs(size: 4096, mode: 0o1777), isReadOnly: true),
            ]
        }
    ]

    private static let networks = [
        RoundTrip("ports") {
            $0.ports = [
                port(80, "28080"), port(80, "28081", "127.0.0.1"), port(81, "28082", "::1"),
                port(53, "28053", "", .udp),
                port(82, ""), port(83, "", "127.0.0.1"), port(84, "28090-28095"),
                port(85, "28085", "0.0.0.0"),
            ]
        },
        RoundTrip("ports-ipv6") { $0.ports = [port(80, "28082", "::1"), port(81, "28083", "::")] },
        // The host of the recording has no SCTP: this one was made and did not start.
        RoundTrip("ports-sctp") { $0.ports = [port(53, "28054", "", .sctp)] },
        RoundTrip("endpoints") {
            $0.endpoints = [
                "ut-a": EndpointSpec(aliases: ["web", "www"]), "ut-b": EndpointSpec(aliases: ["web"]),
                "ut-c": EndpointSpec(),
            ]
        },
        RoundTrip("hostname-alias") {
            $0.hostname = "web"
            $0.endpoints = ["ut-a": EndpointSpec(aliases: ["web"])]
        },
        RoundTrip("hostname-no-alias") {
            $0.hostname = "other"
            $0.endpoints = ["ut-a": EndpointSpec(aliases: ["web"])]
        },
    ]

    private static let limits = [
        RoundTrip("limits") {
            $0.limits.memory = 64 << 20
            $0.limits.memorySwap = 100 << 20
            $0.limits.nanoCPUs = 500_000_000
            $0.limits.pids = 50
            $0.restart = .onFailure(maximumRetries: 3)
        },
        RoundTrip("memory") {
            $0.limits.memory = 64 << 20
            $0.restart = .always
        },
        RoundTrip("memory-equal-swap") {
            $0.limits.memory = 64 << 20
            $0.limits.memorySwap = 64 << 20
            $0.restart = .unlessStopped
        },
        RoundTrip("memory-unlimited-swap") {
            $0.limits.memory = 64 << 20
            $0.limits.memorySwap = -1
            $0.restart = .onFailure(maximumRetries: nil)
        },
    ]

    /// Of an image that supplies everything an image can.
    private static let images = [
        RoundTrip("image-supplies", image: "image-full") { _ in },
        RoundTrip("image-overridden", image: "image-full") {
            $0.entrypoint = words("/bin/sleep")
            $0.command = words("1000")
            $0.environment = ["A": text("mine")]
            $0.environment.updateValue(nil, forKey: "B")
            $0.labels = ["vendor": text("mine")]
            $0.user = "1"
            $0.workingDirectory = "/other"
            $0.stopSignal = "SIGTERM"
            $0.healthCheck.interval = 7_000_000_000
            $0.mounts = ["/data": MountSpec(.volume("ut-data"))]
        },
        RoundTrip("image-entrypoint", image: "image-full") { $0.entrypoint = words("/bin/sleep", "1000") },
    ]
}

func words(_ strings: String...) -> [FreeText] {
    strings.map(text)
}

private func port(
    _ target: UInt16,
    _ hostPort: String,
    _ address: String = "",
    _ transport: PortBinding.Transport = .tcp
) -> PortBinding {
    PortBinding(target: target, transport: transport, hostAddress: address, hostPort: hostPort)
}
