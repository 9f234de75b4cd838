import ManifoldResources

extension RoundTrip {
    static let settings = [
        RoundTrip("settings") {
            $0.domainName = "example.org"
            $0.hasTerminal = true
            $0.keepsInputOpen = true
            $0.security.groups = ["44", "55"]
            $0.security.options = ["no-new-privileges", "seccomp=unconfined", "systempaths=unconfined"]
            $0.kernel.sysctls = ["net.core.somaxconn": "1024"]
            $0.kernel.ulimits = ["nofile": .init(soft: 100, hard: 200), "nproc": .init(soft: 65, hard: 65)]
            $0.kernel.oomScore = 100
            $0.runtime.name = "io.containerd.runc.v2"
            $0.runtime.cgroupParent = "/ut"
            $0.runtime.sharedMemory = 32 << 20
            $0.runtime.logDriver = "local"
            $0.runtime.logOptions = ["max-size": words("5m")[0]]
            $0.resolver.hosts = ["a:1.2.3.4", "b:::1"]
            $0.resolver.servers = ["192.0.2.1", "192.0.2.2"]
            $0.resolver.options = ["ndots:2"]
            $0.resolver.searchDomains = ["example.org"]
            $0.mounts = ["/run": MountSpec(.memory(options: ["size=1m", "mode=700"]))]
        },
        RoundTrip("processors") {
            $0.limits.cpuShares = 512
            $0.limits.cpuPeriod = 50_000
            $0.limits.cpuQuota = 25_000
            $0.limits.processors = "0-1"
            $0.limits.memory = 64 << 20
            $0.limits.memoryReservation = 32 << 20
            $0.limits.memorySwappiness = 10
            $0.kernel.isSparedFromOOM = true
        },
        RoundTrip("addresses") {
            var endpoint = EndpointSpec(aliases: ["web"])
            endpoint.ipv4Address = "10.233.0.5"
            endpoint.linkLocalAddresses = ["169.254.5.5"]
            endpoint.links = ["other:o"]
            endpoint.driverOptions = ["a.b": words("c")[0]]
            endpoint.macAddress = "02:42:0a:e9:00:42"
            $0.endpoints = ["ut-a": endpoint]
        },
    ]

    static let namespaces = [
        RoundTrip("namespaces-of-the-host") {
            $0.endpoints = [:]
            $0.sharing.network = .named("host")
            $0.sharing.ipc = .named("host")
            $0.sharing.processes = .named("host")
            $0.sharing.hostName = .named("host")
            $0.sharing.users = .named("host")
            $0.sharing.cgroup = .named("private")
        },
        RoundTrip("no-network") {
            $0.endpoints = [:]
            $0.sharing.network = .named("none")
            $0.sharing.ipc = .named("shareable")
        },
        RoundTrip("default-network") {
            $0.endpoints = ["bridge": EndpointSpec()]
            $0.sharing.network = .named("bridge")
        },
        RoundTrip("volumes-from") { $0.sharing.volumesFrom = [.container("ut-holder"): true] },
    ]

    /// Those behind the first were made and did not start, because the host of the recording has nothing of the kind.
    static let devices = [
        RoundTrip("devices") {
            $0.devices.mappings = ["/dev/nothing": .init(source: "/dev/null", permissions: "r")]
            $0.devices.rules = ["c 1:3 rw", "c 1:5 r"]
        },
        RoundTrip("privileged") { $0.security.isPrivileged = true },
        RoundTrip("graphics") {
            var all = DeviceSpec.Request(count: -1)
            all.capabilities = ["gpu", "utility"]
            var named = DeviceSpec.Request(count: 0)
            named.driver = "nvidia"
            named.ids = ["0", "3"]
            named.capabilities = ["gpu"]
            named.options = ["virtualization": words("false")[0]]
            $0.devices.requests = [all, named]
        },
        RoundTrip("throttled") {
            $0.limits.blockIO.readBytes = ["/dev/zero": 1 << 20]
            $0.limits.blockIO.writeBytes = ["/dev/zero": 2 << 20]
            $0.limits.blockIO.readOperations = ["/dev/zero": 100]
            $0.limits.blockIO.writeOperations = ["/dev/zero": 200]
        },
        RoundTrip("real-time") {
            $0.limits.realtimePeriod = 1_000_000
            $0.limits.realtimeRuntime = 950_000
        },
    ]
}
