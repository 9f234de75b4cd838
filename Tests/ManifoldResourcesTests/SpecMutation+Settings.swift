import ManifoldResources

extension SpecMutation {
    static let settings = processes + rights + kernel + runtime + resolver + sharing + endpoints + mountOptions

    private static let processes = [
        SpecMutation("domainname", "domainname", .word("example.org")) { $0.domainName = "example.org" },
        SpecMutation("tty", "tty", .flag(true)) { $0.hasTerminal = true },
        SpecMutation("stdin_open", "stdin_open", .flag(true)) { $0.keepsInputOpen = true },
        SpecMutation(
            "start_interval",
            "healthcheck",
            .map(["start_interval": .duration(1)]),
            shows: ["HealthCheckSpec.startInterval"]
        ) { $0.healthCheck.startInterval = 1 },
    ]

    private static let rights = [
        SpecMutation("privileged", "privileged", .flag(true), shows: ["SecuritySpec.isPrivileged"]) {
            $0.security.isPrivileged = true
        },
        SpecMutation("security_opt", "security_opt", words("a=b", "c=d"), shows: ["SecuritySpec.options"]) {
            $0.security.options = ["c=d", "a=b"]
        },
        SpecMutation("group_add", "group_add", words("44", "mail"), shows: ["SecuritySpec.groups"]) {
            $0.security.groups = ["mail", "44"]
        },
        SpecMutation(
            "devices",
            "devices",
            .map(["/dev/a": .list([.word("/dev/null"), .word("rwm")])]),
            shows: ["DeviceSpec.mappings"]
        ) { $0.devices.mappings = ["/dev/a": .init(source: "/dev/null")] },
        SpecMutation(
            "device permissions",
            "devices",
            .map(["/dev/a": .list([.word("/dev/null"), .word("r")])])
        ) { $0.devices.mappings = ["/dev/a": .init(source: "/dev/null", permissions: "r")] },
        SpecMutation(
            "device_cgroup_rules",
            "device_cgroup_rules",
            words("c 1:3 rw"),
            shows: ["DeviceSpec.rules"]
        ) { $0.devices.rules = ["c 1:3 rw"] },
        SpecMutation(
            "all gpus",
            "gpus",
            .list([.map(["count": .word("all"), "capabilities": words("gpu")])]),
            shows: ["DeviceSpec.requests"]
        ) {
            var request = DeviceSpec.Request(count: -1)
            request.capabilities = ["gpu"]
            $0.devices.requests = [request]
        },
        SpecMutation(
            "gpus by id",
            "gpus",
            .list([
                .map([
                    "driver": .word("nvidia"), "device_ids": words("0", "3"), "options": .map(["x": .text(text("y"))]),
                ])
            ])
        ) {
            var request = DeviceSpec.Request(count: 0)
            request.driver = "nvidia"
            request.ids = ["3", "0"]
            request.options = ["x": text("y")]
            $0.devices.requests = [request]
        },
    ]

    private static let kernel = [
        SpecMutation("sysctls", "sysctls", .map(["a.b": .word("1")]), shows: ["KernelSpec.sysctls"]) {
            $0.kernel.sysctls = ["a.b": "1"]
        },
        SpecMutation(
            "ulimits",
            "ulimits",
            .map(["nofile": .list([.number(1), .number(2)])]),
            shows: ["KernelSpec.ulimits"]
        ) { $0.kernel.ulimits = ["nofile": .init(soft: 1, hard: 2)] },
        SpecMutation("oom_score_adj", "oom_score_adj", .number(-5), shows: ["KernelSpec.oomScore"]) {
            $0.kernel.oomScore = -5
        },
        SpecMutation("oom_kill_disable", "oom_kill_disable", .flag(true), shows: ["KernelSpec.isSparedFromOOM"]) {
            $0.kernel.isSparedFromOOM = true
        },
    ]

    private static let runtime = [
        SpecMutation("runtime", "runtime", .word("runc"), shows: ["RuntimeSpec.name"]) { $0.runtime.name = "runc" },
        SpecMutation("cgroup_parent", "cgroup_parent", .word("/p"), shows: ["RuntimeSpec.cgroupParent"]) {
            $0.runtime.cgroupParent = "/p"
        },
        SpecMutation("shm_size", "shm_size", .bytes(4096), shows: ["RuntimeSpec.sharedMemory"]) {
            $0.runtime.sharedMemory = 4096
        },
        SpecMutation(
            "storage_opt",
            "storage_opt",
            .map(["size": .text(text("1G"))]),
            shows: ["RuntimeSpec.storageOptions"]
        ) { $0.runtime.storageOptions = ["size": text("1G")] },
        SpecMutation("annotations", "annotations", .map(["a": .text(text("b"))]), shows: ["RuntimeSpec.annotations"]) {
            $0.runtime.annotations = ["a": text("b")]
        },
        SpecMutation("log driver", "logging", .map(["driver": .word("local")]), shows: ["RuntimeSpec.logDriver"]) {
            $0.runtime.logDriver = "local"
        },
        SpecMutation(
            "log options",
            "logging",
            .map(["options.max-size": .text(text("5m"))]),
            shows: ["RuntimeSpec.logOptions"]
        ) { $0.runtime.logOptions = ["max-size": text("5m")] },
        SpecMutation("platform", "platform", .word("linux/arm64"), shows: ["RuntimeSpec.platform"]) {
            $0.runtime.platform = "linux/arm64"
        },
    ]

    private static let resolver = [
        SpecMutation("extra_hosts", "extra_hosts", words("a:1.2.3.4"), shows: ["ResolverSpec.hosts"]) {
            $0.resolver.hosts = ["a:1.2.3.4"]
        },
        SpecMutation("dns", "dns", .list([.word("2"), .word("1")]), shows: ["ResolverSpec.servers"]) {
            $0.resolver.servers = ["2", "1"]
        },
        SpecMutation("dns_opt", "dns_opt", .list([.word("debug")]), shows: ["ResolverSpec.options"]) {
            $0.resolver.options = ["debug"]
        },
        SpecMutation("dns_search", "dns_search", .list([.word("org")]), shows: ["ResolverSpec.searchDomains"]) {
            $0.resolver.searchDomains = ["org"]
        },
    ]

    private static let sharing = [
        SpecMutation("network_mode", "network_mode", .word("host"), shows: ["SharingSpec.network"]) {
            $0.sharing.network = .named("host")
        },
        SpecMutation("network of a service", "network_mode", .word("service:a")) { $0.sharing.network = .service("a") },
        SpecMutation("ipc", "ipc", .word("container:a"), shows: ["SharingSpec.ipc"]) {
            $0.sharing.ipc = .container("a")
        },
        SpecMutation("pid", "pid", .word("host"), shows: ["SharingSpec.processes"]) {
            $0.sharing.processes = .named("host")
        },
        SpecMutation("uts", "uts", .word("host"), shows: ["SharingSpec.hostName"]) {
            $0.sharing.hostName = .named("host")
        },
        SpecMutation("userns_mode", "userns_mode", .word("host"), shows: ["SharingSpec.users"]) {
            $0.sharing.users = .named("host")
        },
        SpecMutation("cgroup", "cgroup", .word("private"), shows: ["SharingSpec.cgroup"]) {
            $0.sharing.cgroup = .named("private")
        },
        SpecMutation(
            "volumes_from",
            "volumes_from",
            .map(["service:a": .word("read-only"), "container:b": .word("read-write")]),
            shows: ["SharingSpec.volumesFrom"]
        ) { $0.sharing.volumesFrom = [.service("a"): true, .container("b"): false] },
    ]

    private static let endpoints = [
        endpoint("ipv4_address", .word("10.0.0.5"), "ipv4Address") { $0.ipv4Address = "10.0.0.5" },
        endpoint("ipv6_address", .word("fd00::5"), "ipv6Address") { $0.ipv6Address = "fd00::5" },
        endpoint("link_local_ips", words("169.254.1.1"), "linkLocalAddresses") {
            $0.linkLocalAddresses = ["169.254.1.1"]
        },
        endpoint("links", words("a:b"), "links") { $0.links = ["a:b"] },
        endpoint("driver_opts", .map(["a": .text(text("b"))]), "driverOptions") { $0.driverOptions = ["a": text("b")] },
        endpoint("gw_priority", .number(7), "gatewayPriority") { $0.gatewayPriority = 7 },
    ]

    private static let mountOptions = [
        SpecMutation(
            "tmpfs options",
            "tmpfs",
            .map(["/run": .list([.word("size=1m"), .word("mode=700")])])
        ) { $0.mounts = ["/run": MountSpec(.memory(options: ["size=1m", "mode=700"]))] },
        SpecMutation(
            "recursion",
            "volumes",
            .map(["/a": .list([.word("bind"), .word("/h"), .word("recursive: writable")])]),
            shows: ["MountSpec.recursion"]
        ) {
            $0.mounts = ["/a": MountSpec(.bind(path: "/h", createsHostPath: false), recursion: .writable)]
        },
        SpecMutation(
            "subpath",
            "volumes",
            .map(["/a": .list([.word("volume"), .word("v"), .map(["subpath": .word("d")])])]),
            shows: ["MountSpec.subpath"]
        ) { $0.mounts = ["/a": MountSpec(.volume("v"), subpath: "d")] },
    ]

    private static func endpoint(
        _ key: String,
        _ value: FieldValue<FreeText>,
        _ property: String,
        _ change: @escaping @Sendable (inout EndpointSpec) -> Void
    ) -> SpecMutation {
        SpecMutation(
            "endpoint \(key)",
            "networks",
            .map(["n": .map(["aliases": words("web"), key: value])]),
            shows: ["EndpointSpec.\(property)"]
        ) {
            var endpoint = EndpointSpec(aliases: ["web"])
            change(&endpoint)
            $0.endpoints = ["n": endpoint]
        }
    }
}

extension SpecMutation {
    /// Limits beyond those that every manifest knows.
    static let furtherLimits = [
        limit("mem_reservation", .bytes(64), "memoryReservation") { $0.memoryReservation = 64 },
        limit("mem_swappiness", .number(10), "memorySwappiness") { $0.memorySwappiness = 10 },
        limit("cpu_shares", .number(512), "cpuShares") { $0.cpuShares = 512 },
        limit("cpu_period", .number(50_000), "cpuPeriod") { $0.cpuPeriod = 50_000 },
        limit("cpu_quota", .number(25_000), "cpuQuota") { $0.cpuQuota = 25_000 },
        limit("cpu_rt_period", .number(1), "realtimePeriod") { $0.realtimePeriod = 1 },
        limit("cpu_rt_runtime", .number(1), "realtimeRuntime") { $0.realtimeRuntime = 1 },
        limit("cpuset", .word("0-1"), "processors") { $0.processors = "0-1" },
        limit("blkio_config.weight", .number(500), "blockIO") { $0.blockIO.weight = 500 },
        limit("blkio_config.weight_device", .map(["/dev/a": .number(5)])) { $0.blockIO.deviceWeights = ["/dev/a": 5] },
        limit("blkio_config.device_read_bps", .map(["/dev/a": .bytes(5)])) { $0.blockIO.readBytes = ["/dev/a": 5] },
        limit("blkio_config.device_write_bps", .map(["/dev/a": .bytes(5)])) { $0.blockIO.writeBytes = ["/dev/a": 5] },
        limit("blkio_config.device_read_iops", .map(["/dev/a": .number(5)])) {
            $0.blockIO.readOperations = ["/dev/a": 5]
        },
        limit("blkio_config.device_write_iops", .map(["/dev/a": .number(5)])) {
            $0.blockIO.writeOperations = ["/dev/a": 5]
        },
    ]

    private static func limit(
        _ row: FieldName,
        _ value: FieldValue<FreeText>,
        _ property: String? = nil,
        _ change: @escaping @Sendable (inout ResourceLimits) -> Void
    ) -> SpecMutation {
        SpecMutation(row.description, row, value, shows: property.map { ["ResourceLimits.\($0)"] } ?? []) {
            change(&$0.limits)
        }
    }
}

private func text(_ string: String) -> FreeText {
    FreeText(string, isShowable: true)
}

private func words(_ words: String...) -> FieldValue<FreeText> {
    .set(Set(words.map { .word($0) }))
}
