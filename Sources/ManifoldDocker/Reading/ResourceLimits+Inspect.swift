import DockerEngine
import ManifoldGraph
import ManifoldResources

extension ResourceLimits {
    /// What `docker update` makes of a lifted memory limit: the largest page-aligned number, which limits nothing.
    private static let unlimitedMemory: Int64 = 9_223_372_036_854_771_712

    init(_ host: HostConfig) {
        self.init()
        memory = host.memory <= 0 || host.memory >= Self.unlimitedMemory ? nil : host.memory
        switch host.memorySwap {
        case 0: memorySwap = nil
        case ..<0: memorySwap = memory == nil ? nil : -1
        default: memorySwap = host.memorySwap
        }
        memoryReservation = Self.limit(host.memoryReservation)
        memorySwappiness = host.memorySwappiness.flatMap { $0 <= 0 ? nil : $0 }
        nanoCPUs = Self.limit(host.nanoCPUs)
        // The kernel's own weight, which is also the only way back to it.
        cpuShares = host.cpuShares == 1024 ? nil : Self.limit(host.cpuShares)
        cpuPeriod = Self.limit(host.cpuPeriod)
        cpuQuota = Self.limit(host.cpuQuota)
        realtimePeriod = Self.limit(host.cpuRealtimePeriod)
        realtimeRuntime = Self.limit(host.cpuRealtimeRuntime)
        processors = host.cpusetCPUs.isEmpty ? nil : ProcessorSet.normal(host.cpusetCPUs)
        pids = host.pidsLimit.flatMap(Self.limit)
        blockIO = BlockIOSpec(host)
    }

    /// Zero and less are no limit.
    private static func limit(_ number: Int64) -> Int64? {
        number <= 0 ? nil : number
    }
}

extension BlockIOSpec {
    init(_ host: HostConfig) {
        self.init()
        weight = host.blkioWeight == 0 ? nil : Int64(host.blkioWeight)
        deviceWeights = Dictionary(host.blkioWeightDevice.map { ($0.path, $0.weight) }) { _, last in last }
        readBytes = Self.rates(host.blkioDeviceReadBps)
        writeBytes = Self.rates(host.blkioDeviceWriteBps)
        readOperations = Self.rates(host.blkioDeviceReadIOps)
        writeOperations = Self.rates(host.blkioDeviceWriteIOps)
    }

    private static func rates(_ devices: [HostConfig.ThrottledDevice]) -> [String: Int64] {
        Dictionary(devices.map { ($0.path, $0.rate) }) { _, last in last }
    }
}
