import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Which fields are compared")
struct FieldOwnershipTests {
    /// Values that neither the manifest nor manifold set, in every field that is fixed at creation.
    static let fixed: [(String, @Sendable (inout ContainerSpec) -> Void)] = [
        ("command", { $0.command = [text("x")] }), ("entrypoint", { $0.entrypoint = [text("x")] }),
        ("environment", { $0.environment = ["A": text("x")] }), ("labels", { $0.labels = ["a": text("x")] }),
        ("hostname", { $0.hostname = "x" }), ("user", { $0.user = "x" }),
        ("working_dir", { $0.workingDirectory = "/x" }), ("init", { $0.usesInit = true }),
        ("read_only", { $0.isReadOnly = true }), ("cap_add", { $0.capabilitiesAdded = ["KILL"] }),
        ("cap_drop", { $0.capabilitiesDropped = ["KILL"] }), ("stop_signal", { $0.stopSignal = "SIGINT" }),
        ("stop_grace_period", { $0.stopGracePeriod = 1 }), ("healthcheck", { $0.healthCheck.interval = 1 }),
        (
            "ports",
            { $0.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "80")] }
        ),
        ("volumes", { $0.mounts = ["/a": MountSpec(.volume("v"))] }),
        ("domainname", { $0.domainName = "x" }), ("tty", { $0.hasTerminal = true }),
        ("stdin_open", { $0.keepsInputOpen = true }), ("privileged", { $0.security.isPrivileged = true }),
        ("security_opt", { $0.security.options = ["x=y"] }), ("group_add", { $0.security.groups = ["x"] }),
        ("devices", { $0.devices.mappings = ["/dev/x": .init(source: "/dev/y")] }),
        ("device_cgroup_rules", { $0.devices.rules = ["x"] }), ("gpus", { $0.devices.requests = [.init(count: -1)] }),
        ("sysctls", { $0.kernel.sysctls = ["x": "1"] }),
        ("ulimits", { $0.kernel.ulimits = ["nofile": .init(soft: 1, hard: 2)] }),
        ("oom_score_adj", { $0.kernel.oomScore = 5 }), ("oom_kill_disable", { $0.kernel.isSparedFromOOM = true }),
        ("runtime", { $0.runtime.name = "x" }), ("cgroup_parent", { $0.runtime.cgroupParent = "x" }),
        ("shm_size", { $0.runtime.sharedMemory = 1 }),
        ("storage_opt", { $0.runtime.storageOptions = ["x": text("y")] }),
        ("annotations", { $0.runtime.annotations = ["x": text("y")] }), ("logging", { $0.runtime.logDriver = "x" }),
        ("platform", { $0.runtime.platform = "x" }), ("extra_hosts", { $0.resolver.hosts = ["x:1"] }),
        ("dns", { $0.resolver.servers = ["x"] }), ("dns_opt", { $0.resolver.options = ["x"] }),
        ("dns_search", { $0.resolver.searchDomains = ["x"] }),
        ("network_mode", { $0.sharing.network = .named("host") }),
        ("ipc", { $0.sharing.ipc = .named("host") }), ("pid", { $0.sharing.processes = .named("host") }),
        ("uts", { $0.sharing.hostName = .named("host") }), ("userns_mode", { $0.sharing.users = .named("host") }),
        ("cgroup", { $0.sharing.cgroup = .named("host") }),
        ("volumes_from", { $0.sharing.volumesFrom = [.service("x"): true] }),
        ("tmpfs", { $0.mounts = ["/a": MountSpec(.memory(options: []))] }),
        ("mem_swappiness", { $0.limits.memorySwappiness = 1 }),
        ("blkio_config.weight_device", { $0.limits.blockIO.deviceWeights = ["/x": 1] }),
        ("blkio_config.device_read_bps", { $0.limits.blockIO.readBytes = ["/x": 1] }),
        ("blkio_config.device_write_bps", { $0.limits.blockIO.writeBytes = ["/x": 1] }),
        ("blkio_config.device_read_iops", { $0.limits.blockIO.readOperations = ["/x": 1] }),
        ("blkio_config.device_write_iops", { $0.limits.blockIO.writeOperations = ["/x": 1] }),
        ("image", { $0.image = "docker.io/library/x:1" }),
        (
            "files",
            {
                $0.files = [
                    "/f": FileSpec(
                        source: ResourceAddress(.config, "f"),
                        content: FreeText(content: [1]),
                        userID: 0,
                        groupID: 0,
                        mode: 0
                    )
                ]
            }
        ),
    ]

    /// The same in every field that the engine can change after creation.
    static let changeable: [(String, @Sendable (inout ContainerSpec) -> Void)] = [
        ("container_name", { $0.name = "x" }), ("networks.back", { $0.endpoints = ["back": EndpointSpec()] }),
        ("restart", { $0.restart = .always }), ("cpus", { $0.limits.nanoCPUs = 1 }),
        ("pids_limit", { $0.limits.pids = 1 }), ("mem_reservation", { $0.limits.memoryReservation = 1 }),
        ("cpu_shares", { $0.limits.cpuShares = 1 }), ("cpu_period", { $0.limits.cpuPeriod = 1 }),
        ("cpu_quota", { $0.limits.cpuQuota = 1 }), ("cpu_rt_period", { $0.limits.realtimePeriod = 1 }),
        ("cpu_rt_runtime", { $0.limits.realtimeRuntime = 1 }), ("cpuset", { $0.limits.processors = "1" }),
        ("blkio_config.weight", { $0.limits.blockIO.weight = 1 }),
    ]

    @Test("the two tables name every row")
    func completeness() {
        let named = Set(Self.fixed.map(\.0) + Self.changeable.map(\.0).filter { $0 != "networks.back" })
        let rows = Set(FieldTable.container.rows.map(\.name.description))
        // A hardware address comes with its network, and memory with its swap.
        #expect(named.union(["networks", "mac_address", "mem_limit", "memswap_limit"]) == rows)
    }

    @Test("a value that neither manifest nor manifold ever set is never shown", arguments: fixed.indices)
    func neverSet(index: Int) {
        #expect(Comparing(live: Self.fixed[index].1).paths.isEmpty)
        #expect(Comparing(live: Self.fixed[index].1, recorded: nil).paths.isEmpty)
    }

    @Test("what manifold set and the manifest no longer names goes back to nothing", arguments: fixed.indices)
    func leftTheManifest(index: Int) {
        let comparing = Comparing(live: Self.fixed[index].1, recorded: Self.fixed[index].1)
        #expect(comparing.differences.map(\.path.field.description) == [Self.fixed[index].0])
        #expect(comparing.differences.allSatisfy { $0.after == nil && $0.needsReplacement })
        #expect(comparing.causes == [.manifestChanged])
    }

    @Test(
        "what manifold set, the manifest no longer names and the engine does not have is nothing to do",
        arguments: fixed.indices
    )
    func gone(index: Int) {
        #expect(Comparing(recorded: Self.fixed[index].1).paths.isEmpty)
    }

    @Test("what the engine can change is compared even where nobody ever set it", arguments: changeable.indices)
    func alwaysOwned(index: Int) {
        let (path, change) = Self.changeable[index]
        #expect(Comparing(live: change).paths == [path])
        #expect(Comparing(live: change).causes == [.drift])
        #expect(Comparing(live: change, recorded: nil).paths == [path])
    }

    @Test("the memory limits are owned together")
    func memory() {
        let comparing = Comparing(live: { $0.limits.memory = 64 })
        #expect(comparing.paths == ["mem_limit", "memswap_limit"])
    }

    @Test("desired and live that agree are no difference, whatever the record says", arguments: fixed.indices)
    func agreement(index: Int) {
        let change = Self.fixed[index].1
        #expect(Comparing(desired: change, live: change).paths.isEmpty)
        #expect(Comparing(desired: change, live: change, recorded: nil).paths.isEmpty)
        #expect(Comparing(desired: change, live: change, recorded: change).paths.isEmpty)
    }

    @Test("differences come in the order of the table, entries in the order in which people count")
    func order() {
        let differences = Comparing(
            desired: {
                $0.limits.pids = 1
                $0.environment = ["A10": text("1"), "A9": text("1")]
                $0.command = [text("1")]
            }
        )
        #expect(differences.paths == ["command", "environment.A9", "environment.A10", "pids_limit"])
    }
}
