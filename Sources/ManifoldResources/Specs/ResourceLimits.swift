/// What a container may use; nil is no limit.
package struct ResourceLimits: Hashable, Sendable {
    /// Bytes.
    package var memory: Int64?
    /// Bytes of memory and swap together; -1 is without limit, and nil beside a `memory` is twice that.
    package var memorySwap: Int64?
    /// Bytes that it keeps when memory runs short.
    package var memoryReservation: Int64?
    /// How eagerly its memory is swapped, from 0 to 100; nil is the host's setting.
    package var memorySwappiness: Int64?
    package var nanoCPUs: Int64?
    /// The weight among containers; nil is the kernel's 1024.
    package var cpuShares: Int64?
    /// Microseconds.
    package var cpuPeriod: Int64?
    /// Microseconds of processor time in each period.
    package var cpuQuota: Int64?
    /// Microseconds.
    package var realtimePeriod: Int64?
    package var realtimeRuntime: Int64?
    /// The processors to run on, in one spelling: `0-2,5`.
    package var processors: String?
    package var pids: Int64?
    package var blockIO = BlockIOSpec()

    package init() {}

    /// The swap limit in effect, spelt out or not.
    package var effectiveMemorySwap: Int64? {
        memorySwap ?? memory.map(Self.doubled)
    }

    /// Twice an amount of memory, or the largest number there is.
    package static func doubled(_ memory: Int64) -> Int64 {
        let (product, overflows) = memory.multipliedReportingOverflow(by: 2)
        return overflows ? .max : product
    }
}

/// How much a container may read from and write to disks, by the path of the device.
package struct BlockIOSpec: Hashable, Sendable {
    /// The weight among containers; nil is the kernel's.
    package var weight: Int64?
    package var deviceWeights: [String: Int64] = [:]
    /// Bytes in a second.
    package var readBytes: [String: Int64] = [:]
    package var writeBytes: [String: Int64] = [:]
    /// Operations in a second.
    package var readOperations: [String: Int64] = [:]
    package var writeOperations: [String: Int64] = [:]

    package init() {}
}
