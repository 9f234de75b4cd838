import ManifoldResources

extension ContainerUpdate {
    /// The one update call that mends all differences which can be mended in place; nil where there is none.
    init?(_ differences: [FieldDifference], desired: SealedFields) {
        self.init()
        let changed = Set(differences.map(\.path.field))
        if changed.contains("mem_limit") || changed.contains("memswap_limit") {
            // The engine does not adjust one to the other, and refuses some changes of one alone: always send both.
            memory = desired["mem_limit"]?.quantity
            memorySwap = desired["memswap_limit"].map { $0.quantity ?? -1 }
        }
        if changed.contains("mem_reservation") { memoryReservation = desired["mem_reservation"]?.quantity ?? -1 }
        if changed.contains("cpus") { nanoCPUs = desired["cpus"]?.quantity }
        // The kernel's own weight, since there is no way to take one away.
        if changed.contains("cpu_shares") { cpuShares = desired["cpu_shares"]?.quantity ?? 1024 }
        if changed.contains("cpu_period") { cpuPeriod = desired["cpu_period"]?.quantity }
        if changed.contains("cpu_quota") { cpuQuota = desired["cpu_quota"]?.quantity ?? -1 }
        if changed.contains("cpu_rt_period") { realtimePeriod = desired["cpu_rt_period"]?.quantity }
        if changed.contains("cpu_rt_runtime") { realtimeRuntime = desired["cpu_rt_runtime"]?.quantity }
        if changed.contains("cpuset") { processors = desired["cpuset"]?.wordText }
        if changed.contains("blkio_config.weight") { blockIOWeight = desired["blkio_config.weight"]?.quantity }
        if changed.contains("pids_limit") { pids = desired["pids_limit"]?.quantity ?? 0 }
        if changed.contains("restart") { restart = desired["restart"]?.wordText ?? "no" }
        if self == ContainerUpdate() { return nil }
    }
}

extension FieldValue {
    /// The number of a value that has one.
    var quantity: Int64? {
        switch self {
        case .number(let number), .bytes(let number), .duration(let number), .nanoCPUs(let number), .mode(let number):
            number
        default: nil
        }
    }

    /// The word of a value that is one.
    var wordText: String? {
        if case .word(let word) = self { word } else { nil }
    }
}
