/// When the engine starts the container again, and what it may use.
extension FieldTable where Spec == ContainerSpec {
    static let limits: [Row] = [
        Field("restart", create: "HostConfig.RestartPolicy", change: .inPlace(canClear: true)) {
            $0.restart.map { .word($0.description) }
        },
        Field("mem_limit", create: "HostConfig.Memory", change: .inPlace(canClear: false)) {
            $0.limits.memory.map { .bytes($0) }
        },
        // On a running container the engine reports a lifted swap limit at once, but its cgroup keeps the old one.
        Field(
            "memswap_limit",
            create: "HostConfig.MemorySwap",
            change: .inPlace(canClear: false, unreachable: ["unlimited"])
        ) {
            $0.limits.effectiveMemorySwap.map { $0 < 0 ? .word("unlimited") : .bytes($0) }
        },
        Field("mem_reservation", create: "HostConfig.MemoryReservation", change: .inPlace(canClear: true)) {
            $0.limits.memoryReservation.map { .bytes($0) }
        },
        // The update call takes it and does nothing.
        Field("mem_swappiness", create: "HostConfig.MemorySwappiness", isDroppable: true) {
            $0.limits.memorySwappiness.map { .number($0) }
        },
    ]

    static let processorLimits: [Row] = [
        Field("cpus", create: "HostConfig.NanoCpus", change: .inPlace(canClear: false)) {
            $0.limits.nanoCPUs.map { .nanoCPUs($0) }
        },
        Field("cpu_shares", create: "HostConfig.CpuShares", change: .inPlace(canClear: true)) {
            $0.limits.cpuShares.map { .number($0) }
        },
        Field("cpu_period", create: "HostConfig.CpuPeriod", change: .inPlace(canClear: false)) {
            $0.limits.cpuPeriod.map { .number($0) }
        },
        Field("cpu_quota", create: "HostConfig.CpuQuota", change: .inPlace(canClear: true)) {
            $0.limits.cpuQuota.map { .number($0) }
        },
        Field("cpu_rt_period", create: "HostConfig.CpuRealtimePeriod", change: .inPlace(canClear: false)) {
            $0.limits.realtimePeriod.map { .number($0) }
        },
        Field("cpu_rt_runtime", create: "HostConfig.CpuRealtimeRuntime", change: .inPlace(canClear: false)) {
            $0.limits.realtimeRuntime.map { .number($0) }
        },
        Field("cpuset", create: "HostConfig.CpusetCpus", change: .inPlace(canClear: false)) {
            $0.limits.processors.map { .word($0) }
        },
        Field("pids_limit", create: "HostConfig.PidsLimit", change: .inPlace(canClear: true)) {
            $0.limits.pids.map { .number($0) }
        },
    ]

    static let blockIOLimits: [Row] = [
        Field(
            "blkio_config.weight",
            create: "HostConfig.BlkioWeight",
            change: .inPlace(canClear: false),
            isDroppable: true
        ) {
            $0.limits.blockIO.weight.map { .number($0) }
        },
        Field("blkio_config.weight_device", create: "HostConfig.BlkioWeightDevice", isDroppable: true) {
            map($0.limits.blockIO.deviceWeights) { .number($0) }
        },
        Field("blkio_config.device_read_bps", create: "HostConfig.BlkioDeviceReadBps") {
            map($0.limits.blockIO.readBytes) { .bytes($0) }
        },
        Field("blkio_config.device_write_bps", create: "HostConfig.BlkioDeviceWriteBps") {
            map($0.limits.blockIO.writeBytes) { .bytes($0) }
        },
        Field("blkio_config.device_read_iops", create: "HostConfig.BlkioDeviceReadIOps") {
            map($0.limits.blockIO.readOperations) { .number($0) }
        },
        Field("blkio_config.device_write_iops", create: "HostConfig.BlkioDeviceWriteIOps") {
            map($0.limits.blockIO.writeOperations) { .number($0) }
        },
    ]
}
