import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// What the container may use; Compose lets `deploy.resources.limits` win over the older keys.
extension ServiceLowering {
    mutating func lowerLimits(reporting diagnostics: inout Diagnostics) {
        if let memory = positive(service.deployLimits.memory) ?? positive(service.memoryLimit) {
            spec.limits.memory = memory.value
            origins[FieldPath("mem_limit")] = memory.origin
            // The engine takes twice the memory where nobody says how much swap.
            origins[FieldPath("memswap_limit")] = memory.origin
        }
        lowerSwap(reporting: &diagnostics)
        if let cpus = positive(service.deployLimits.cpus) ?? positive(service.cpus) {
            // Compose multiplies in single precision, which also rounds 0.7 to 700,000,000 and not one below.
            let nanoCPUs = Float(cpus.value) * 1e9
            spec.limits.nanoCPUs = nanoCPUs < Float(Int64.max) ? Int64(nanoCPUs) : nil
            origins[FieldPath("cpus")] = cpus.origin
        }
        if let pids = positive(service.deployLimits.pids) ?? positive(service.pidsLimit) {
            spec.limits.pids = pids.value
            origins[FieldPath("pids_limit")] = pids.origin
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
