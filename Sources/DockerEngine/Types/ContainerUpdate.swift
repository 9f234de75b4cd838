/// What can be changed in a container without making a new one (API 1.41, `ContainerUpdate`).
///
/// A field that is not set stays as it is, so most limits can be changed and not cleared. The engine ignores other fields
/// without a word, so this type has only those that take effect.
public struct ContainerUpdate: Encodable, Equatable, Sendable {
    /// Bytes of memory; send `memorySwap` with it.
    @OmitEmpty public var memory: Int64 = 0
    /// Bytes of memory and swap together; -1 is no limit.
    @OmitEmpty public var memorySwap: Int64 = 0
    /// Bytes of memory to keep under pressure; -1 clears it.
    @OmitEmpty public var memoryReservation: Int64 = 0
    /// Thousand-millionths of a processor.
    @OmitEmpty public var nanoCPUs: Int64 = 0
    /// The weight among containers.
    @OmitEmpty public var cpuShares: Int64 = 0
    /// Microseconds of a scheduling period.
    @OmitEmpty public var cpuPeriod: Int64 = 0
    /// Microseconds of processor time in a period; -1 clears it.
    @OmitEmpty public var cpuQuota: Int64 = 0
    /// Microseconds of a period for real-time processes.
    @OmitEmpty public var cpuRealtimePeriod: Int64 = 0
    /// Microseconds of processor time for real-time processes in a period.
    @OmitEmpty public var cpuRealtimeRuntime: Int64 = 0
    /// Processors to run on.
    @OmitEmpty public var cpusetCPUs = ""
    /// Memory nodes to use.
    @OmitEmpty public var cpusetMems = ""
    /// The most processes; 0 and -1 clear it, `nil` leaves it.
    public var pidsLimit: Int64?
    /// The weight of block I/O.
    @OmitEmpty public var blkioWeight = 0
    /// When the engine starts the container again; its name has to be set to count.
    @OmitEmpty public var restartPolicy = HostConfig.RestartPolicy()

    /// Makes an update in which nothing is set.
    public init() {}

    enum CodingKeys: String, CodingKey {
        case memory = "Memory"
        case memorySwap = "MemorySwap"
        case memoryReservation = "MemoryReservation"
        case nanoCPUs = "NanoCpus"
        case cpuShares = "CpuShares"
        case cpuPeriod = "CpuPeriod"
        case cpuQuota = "CpuQuota"
        case cpuRealtimePeriod = "CpuRealtimePeriod"
        case cpuRealtimeRuntime = "CpuRealtimeRuntime"
        case cpusetCPUs = "CpusetCpus"
        case cpusetMems = "CpusetMems"
        case pidsLimit = "PidsLimit"
        case blkioWeight = "BlkioWeight"
        case restartPolicy = "RestartPolicy"
    }
}
