import DockerEngine
import ManifoldGraph
import ManifoldResources

/// Parts of a spec in the engine's own terms.
extension HostConfig {
    mutating func set(_ security: SecuritySpec) {
        privileged = security.isPrivileged
        groupAdd = security.groups.sorted()
        securityOptions = security.options.subtracting([SecurityOption.unmasked]).sorted()
        if security.options.contains(SecurityOption.unmasked) {
            maskedPaths = []
            readonlyPaths = []
        }
    }

    mutating func set(_ devices: DeviceSpec) {
        self.devices = devices.mappings.sorted { $0.key < $1.key }
            .map { target, mapping in
                DeviceMapping(
                    pathOnHost: mapping.source,
                    pathInContainer: target,
                    cgroupPermissions: mapping.permissions
                )
            }
        deviceCgroupRules = devices.rules.sorted()
        deviceRequests = devices.requests.map { DeviceRequest($0) }
    }

    mutating func set(_ kernel: KernelSpec) {
        sysctls = kernel.sysctls
        ulimits = kernel.ulimits.sorted { $0.key < $1.key }
            .map { Ulimit(name: $0, soft: $1.soft, hard: $1.hard) }
        oomScoreAdj = Int(kernel.oomScore ?? 0)
        oomKillDisable = kernel.isSparedFromOOM ? true : nil
    }

    mutating func set(_ runtime: RuntimeSpec) {
        self.runtime = runtime.name ?? ""
        cgroupParent = runtime.cgroupParent ?? ""
        shmSize = runtime.sharedMemory ?? 0
        storageOptions = runtime.storageOptions.mapValues(\.string)
        annotations = runtime.annotations.mapValues(\.string)
        logConfig = LogConfig(type: runtime.logDriver ?? "", options: runtime.logOptions.mapValues(\.string))
    }

    mutating func set(_ limits: ResourceLimits) {
        memory = limits.memory ?? 0
        memorySwap = limits.effectiveMemorySwap ?? 0
        memoryReservation = limits.memoryReservation ?? 0
        memorySwappiness = limits.memorySwappiness
        nanoCPUs = limits.nanoCPUs ?? 0
        cpuShares = limits.cpuShares ?? 0
        cpuPeriod = limits.cpuPeriod ?? 0
        cpuQuota = limits.cpuQuota ?? 0
        cpuRealtimePeriod = limits.realtimePeriod ?? 0
        cpuRealtimeRuntime = limits.realtimeRuntime ?? 0
        cpusetCPUs = limits.processors ?? ""
        pidsLimit = limits.pids
        let blockIO = limits.blockIO
        blkioWeight = Int(blockIO.weight ?? 0)
        blkioWeightDevice = blockIO.deviceWeights.sorted { $0.key < $1.key }
            .map { WeightedDevice(path: $0, weight: $1) }
        blkioDeviceReadBps = Self.throttled(blockIO.readBytes)
        blkioDeviceWriteBps = Self.throttled(blockIO.writeBytes)
        blkioDeviceReadIOps = Self.throttled(blockIO.readOperations)
        blkioDeviceWriteIOps = Self.throttled(blockIO.writeOperations)
    }

    private static func throttled(_ rates: [String: Int64]) -> [ThrottledDevice] {
        rates.sorted { $0.key < $1.key }.map { ThrottledDevice(path: $0, rate: $1) }
    }

    /// All but the network; `holders` are the ids of the containers that something is shared with.
    mutating func share(_ sharing: SharingSpec, with holders: [NamespaceMode: String]) {
        ipcMode = sharing.ipc?.text(holders) ?? ""
        pidMode = sharing.processes?.text(holders) ?? ""
        utsMode = sharing.hostName?.text(holders) ?? ""
        usernsMode = sharing.users?.text(holders) ?? ""
        cgroupnsMode = sharing.cgroup?.text(holders) ?? ""
        volumesFrom = sharing.volumesFrom.map { $0.container(holders) + ($1 ? ":ro" : "") }.sorted()
    }
}

extension NamespaceMode {
    /// The mode as the engine takes it.
    func text(_ holders: [NamespaceMode: String]) -> String {
        if case .named(let word) = self { return word }
        return "container:\(container(holders))"
    }

    /// The id or the name of the container.
    fileprivate func container(_ holders: [NamespaceMode: String]) -> String {
        switch self {
        case .named(let word): return word
        case .container(let name): return holders[self] ?? name
        case .service(let name):
            guard let id = holders[self] else {
                preconditionFailure("the planner names the container of service \(name) that something is shared with")
            }
            return id
        }
    }
}

extension HostConfig.DeviceRequest {
    init(_ request: DeviceSpec.Request) {
        self.init()
        driver = request.driver ?? ""
        count = Int(request.count)
        deviceIDs = request.ids.sorted()
        capabilities = request.capabilities.isEmpty ? [] : [request.capabilities.sorted()]
        options = request.options.mapValues(\.string)
    }
}
