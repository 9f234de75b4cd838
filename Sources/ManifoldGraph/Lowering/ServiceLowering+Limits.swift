import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// What the container may use; Compose lets `deploy.resources.limits` win over the older keys.
extension ServiceLowering {
    mutating func lowerLimits(reporting diagnostics: inout Diagnostics) {
        let memory = positive(service.deployLimits.memory) ?? positive(service.memoryLimit)
        if let memory {
            spec.limits.memory = memory.value
            origins[FieldPath("mem_limit")] = memory.origin
            // The engine takes twice the memory where nobody says how much swap.
            origins[FieldPath("memswap_limit")] = memory.origin
        }
        lowerSwap(reporting: &diagnostics)
        lowerReservation(memory: memory, reporting: &diagnostics)
        lowerNumber("mem_swappiness", \.limits.memorySwappiness)
        lowerProcessors(reporting: &diagnostics)
        if let pids = positive(service.deployLimits.pids) ?? positive(service.pidsLimit) {
            spec.limits.pids = pids.value
            origins[FieldPath("pids_limit")] = pids.origin
        }
        lowerBlockIO()
    }

    private mutating func lowerReservation(memory: Sourced<Int64>?, reporting diagnostics: inout Diagnostics) {
        let settings = [
            service.setting("deploy", "resources", "reservations", "memory"), service.setting("mem_reservation"),
        ]
        let amounts = settings.compactMap { setting in
            setting.flatMap { setting in setting.number.map { Sourced($0, from: setting.origin) } }
        }
        guard let reservation = amounts.first(where: { $0.value > 0 }) else { return }
        spec.limits.memoryReservation = reservation.value
        origins[FieldPath("mem_reservation")] = reservation.origin
        if let memory, reservation.value > memory.value {
            diagnostics.report(GraphDiagnostics.reservation(reservation, memory: memory, of: service))
        }
    }

    private mutating func lowerProcessors(reporting diagnostics: inout Diagnostics) {
        if let cpus = positive(service.deployLimits.cpus) ?? positive(service.cpus) {
            // Compose multiplies in single precision, which also rounds 0.7 to 700,000,000 and not one below.
            let nanoCPUs = Float(cpus.value) * 1e9
            spec.limits.nanoCPUs = nanoCPUs < Float(Int64.max) ? Int64(nanoCPUs) : nil
            origins[FieldPath("cpus")] = cpus.origin
        }
        lowerNumber("cpu_shares", \.limits.cpuShares)
        // What the kernel takes by itself.
        if spec.limits.cpuShares == 1024 { spec.limits.cpuShares = nil }
        lowerNumber("cpu_period", \.limits.cpuPeriod)
        lowerNumber("cpu_quota", \.limits.cpuQuota)
        if let quota = spec.limits.cpuQuota, quota < 0 { spec.limits.cpuQuota = nil }
        lowerNumber("cpu_rt_period", \.limits.realtimePeriod)
        lowerNumber("cpu_rt_runtime", \.limits.realtimeRuntime)
        lowerWord("cpuset", \.limits.processors)
        spec.limits.processors = spec.limits.processors.map(ProcessorSet.normal)
        guard spec.limits.nanoCPUs != nil, let cpus = service.setting("cpus") ?? service.setting("deploy") else {
            return
        }
        for (key, isSet) in [("cpu_period", spec.limits.cpuPeriod != nil), ("cpu_quota", spec.limits.cpuQuota != nil)] {
            guard isSet, let setting = service.setting(key) else { continue }
            diagnostics.report(GraphDiagnostics.conflict(key, setting, "cpus", cpus, of: service))
        }
    }

    private mutating func lowerBlockIO() {
        guard let setting = service.setting("blkio_config") else { return }
        if let weight = setting["weight"], let number = weight.number, number != 0 {
            spec.limits.blockIO.weight = number
            origins[FieldPath("blkio_config.weight")] = weight.origin
        }
        lowerDevices(setting, "weight_device", "weight", \.deviceWeights)
        lowerDevices(setting, "device_read_bps", "rate", \.readBytes)
        lowerDevices(setting, "device_write_bps", "rate", \.writeBytes)
        lowerDevices(setting, "device_read_iops", "rate", \.readOperations)
        lowerDevices(setting, "device_write_iops", "rate", \.writeOperations)
    }

    private mutating func lowerDevices(
        _ setting: Setting,
        _ key: String,
        _ amount: String,
        _ path: WritableKeyPath<BlockIOSpec, [String: Int64]>
    ) {
        for item in setting[key]?.items ?? [] {
            guard let device = item["path"]?.text, let number = item[amount]?.number, number != 0 else { continue }
            spec.limits.blockIO[keyPath: path][device] = number
            origins[FieldPath(FieldName("blkio_config.\(key)"), device)] = item.origin
        }
    }

    private mutating func lowerSwap(reporting diagnostics: inout Diagnostics) {
        guard let swap = service.memorySwapLimit, swap.value != 0 else { return }
        origins[FieldPath("memswap_limit")] = swap.origin
        guard swap.value > 0 else {
            // Without a limit of memory there is none of swap either.
            spec.limits.memorySwap = spec.limits.memory == nil ? nil : -1
            return
        }
        guard let memory = spec.limits.memory, memory <= swap.value else {
            diagnostics.report(GraphDiagnostics.swapLimit(swap, memory: spec.limits.memory))
            return
        }
        // Twice the memory is what the engine takes by itself.
        spec.limits.memorySwap = swap.value == ResourceLimits.doubled(memory) ? nil : swap.value
    }

    /// Nothing, zero and less are all "no limit" to the engine.
    private func positive<Value: Comparable & ExpressibleByIntegerLiteral>(
        _ limit: Sourced<Value>?
    ) -> Sourced<Value>? {
        limit.flatMap { $0.value > 0 ? $0 : nil }
    }
}
