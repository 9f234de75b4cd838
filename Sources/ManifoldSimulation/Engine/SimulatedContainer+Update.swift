import ManifoldExecution
import ManifoldPlan
import ManifoldResources

extension SimulatedContainer {
    /// The engine's update call, as measured: all or nothing, zero leaves a value as it is, few limits can be lifted.
    mutating func update(_ update: ContainerUpdate) throws(OperationFailure) {
        try checkMemory(update)
        if let memory = update.memory, memory > 0 { fields["mem_limit"] = .bytes(memory) }
        if let swap = update.memorySwap, swap != 0 {
            fields["memswap_limit"] = swap < 0 ? .word("unlimited") : .bytes(swap)
        }
        if let cpus = update.nanoCPUs {
            guard cpus >= 0 else { throw OperationFailure("invalid NanoCPUs") }
            if cpus > 0 { fields["cpus"] = .nanoCPUs(cpus) }
        }
        if let reservation = update.memoryReservation, reservation != 0 {
            fields["mem_reservation"] = reservation < 0 ? nil : .bytes(reservation)
        }
        try updateProcessors(update)
        if let weight = update.blockIOWeight, weight > 0 { fields["blkio_config.weight"] = .number(weight) }
        if let pids = update.pids { fields["pids_limit"] = pids > 0 ? .number(pids) : nil }
        if let restart = update.restart, !restart.isEmpty {
            fields["restart"] = restart == "no" ? nil : .word(restart)
        }
    }

    private mutating func updateProcessors(_ update: ContainerUpdate) throws(OperationFailure) {
        let period = update.cpuPeriod ?? 0
        let quota = update.cpuQuota ?? 0
        if period > 0 || quota > 0, fields["cpus"] != nil {
            throw OperationFailure(
                "Conflicting options: CPU Period or Quota cannot be updated as NanoCPUs has already been set"
            )
        }
        if (update.nanoCPUs ?? 0) > 0, fields["cpu_period"] != nil || fields["cpu_quota"] != nil {
            throw OperationFailure(
                "Conflicting options: Nano CPUs cannot be updated as CPU Period or Quota has been set"
            )
        }
        if let shares = update.cpuShares, shares > 0 { fields["cpu_shares"] = shares == 1024 ? nil : .number(shares) }
        if period > 0 { fields["cpu_period"] = .number(period) }
        if quota != 0 { fields["cpu_quota"] = quota < 0 ? nil : .number(quota) }
        if let period = update.realtimePeriod, period > 0 { fields["cpu_rt_period"] = .number(period) }
        if let runtime = update.realtimeRuntime, runtime > 0 { fields["cpu_rt_runtime"] = .number(runtime) }
        if let processors = update.processors, !processors.isEmpty { fields["cpuset"] = .word(processors) }
    }

    private func checkMemory(_ update: ContainerUpdate) throws(OperationFailure) {
        let memory = update.memory ?? 0
        guard memory >= 0 else { throw OperationFailure("invalid memory limit: it cannot be lifted") }
        let present = presentSwap
        let swap = update.memorySwap ?? 0
        if memory > 0, swap == 0, memory > present {
            throw OperationFailure(
                "Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time"
            )
        }
        let limit = memory > 0 ? memory : presentMemory
        if swap > 0, limit == 0 || swap < limit {
            throw OperationFailure("unable to set memory and swap: invalid argument")
        }
    }

    private var presentMemory: Int64 {
        if case .bytes(let memory)? = fields["mem_limit"] { memory } else { 0 }
    }

    /// 0 is none, -1 is without limit: either way any memory limit on its own counts as greater.
    private var presentSwap: Int64 {
        switch fields["memswap_limit"] {
        case .bytes(let swap): swap
        case .word: -1
        default: 0
        }
    }
}
