public import JSONReading

/// What a container gets from its host: limits, mounts, ports, rights (API 1.41, `HostConfig`).
///
/// The engine echoes most of it as it was sent. Fields that this client does not know are not read.
public struct HostConfig: Encodable, Equatable, Sendable {
    /// `source:target[:options]`, where the source is a path or a volume's name.
    @OmitEmpty public var binds: [String] = []
    /// Mounts in their long form.
    @OmitEmpty public var mounts: [Mount] = []
    /// Mount options of a temporary file system by target.
    @OmitEmpty public var tmpfs: [String: String] = [:]
    /// Containers whose mounts are copied, as `name` or `name:ro`.
    @OmitEmpty public var volumesFrom: [String] = []
    /// A network's name, `bridge`, `host`, `none` or `container:ID`; it stays as created when networks change.
    @OmitEmpty public var networkMode = ""
    /// Host addresses by port, such as `80/tcp`; each port has to stand in `ContainerConfig.exposedPorts` too.
    @Wired<PortMap> public var portBindings: [String: [PortBinding]] = [:]
    /// Whether every exposed port gets a free host port.
    @OmitEmpty public var publishAllPorts = false
    /// Legacy links on the default bridge; on other networks they are lost.
    @OmitEmpty public var links: [String] = []
    /// Addresses of name servers.
    @OmitEmpty public var dns: [String] = []
    /// Options of the resolver.
    @OmitEmpty public var dnsOptions: [String] = []
    /// Domains to search.
    @OmitEmpty public var dnsSearch: [String] = []
    /// `name:address` lines for the hosts file.
    @OmitEmpty public var extraHosts: [String] = []
    /// When the engine starts the container again.
    @OmitEmpty public var restartPolicy = RestartPolicy()
    /// Whether the container goes away when it exits.
    @OmitEmpty public var autoRemove = false
    /// Whether an init process runs in front; `nil` is the engine's default.
    public var initProcess: Bool?
    /// Whether the container has all rights of the host.
    @OmitEmpty public var privileged = false
    /// Whether the root file system is read-only.
    @OmitEmpty public var readonlyRootfs = false
    /// Capabilities to add, in any of the spellings the engine takes.
    @OmitEmpty public var capAdd: [String] = []
    /// Capabilities to take away.
    @OmitEmpty public var capDrop: [String] = []
    /// Security options, such as `no-new-privileges`.
    @OmitEmpty public var securityOptions: [String] = []
    /// Further groups of the process.
    @OmitEmpty public var groupAdd: [String] = []
    /// The IPC namespace: `private`, `shareable`, `host`, `container:ID`.
    @OmitEmpty public var ipcMode = ""
    /// The process namespace: empty, `host`, `container:ID`.
    @OmitEmpty public var pidMode = ""
    /// The namespace of the host name: empty or `host`.
    @OmitEmpty public var utsMode = ""
    /// The user namespace: empty or `host`.
    @OmitEmpty public var usernsMode = ""
    /// The cgroup namespace: `private` or `host`.
    @OmitEmpty public var cgroupnsMode = ""
    /// The cgroup that the container's is made in.
    @OmitEmpty public var cgroupParent = ""
    /// The runtime; empty is the engine's default.
    @OmitEmpty public var runtime = ""
    /// Options of the storage driver, such as `size`.
    @OmitEmpty public var storageOptions: [String: String] = [:]
    /// Texts for the runtime (API 1.43); an older engine drops them.
    @OmitEmpty public var annotations: [String: String] = [:]
    /// Paths of the system that are hidden; `nil` is the engine's choice and `[]` none.
    public var maskedPaths: [String]?
    /// Paths of the system that are read-only; `nil` is the engine's choice and `[]` none.
    public var readonlyPaths: [String]?
    /// Kernel settings of the container's namespaces.
    @OmitEmpty public var sysctls: [String: String] = [:]
    /// Resource limits of the process; the engine adds its own defaults.
    @OmitEmpty public var ulimits: [Ulimit] = []
    /// Devices of the host.
    @OmitEmpty public var devices: [DeviceMapping] = []
    /// Rules such as `c 13:* rwm`.
    @OmitEmpty public var deviceCgroupRules: [String] = []
    /// Devices that drivers hand out.
    @OmitEmpty public var deviceRequests: [DeviceRequest] = []
    /// Where the container's output goes; the engine fills in its default.
    @OmitEmpty public var logConfig = LogConfig()
    /// Bytes of `/dev/shm`; 0 is the engine's default.
    @OmitEmpty public var shmSize: Int64 = 0
    /// Bytes of memory; 0 is no limit.
    @OmitEmpty public var memory: Int64 = 0
    /// Bytes of memory and swap together; 0 becomes twice `memory`, -1 is no limit.
    @OmitEmpty public var memorySwap: Int64 = 0
    /// Bytes of memory to keep under pressure; 0 and -1 are none.
    @OmitEmpty public var memoryReservation: Int64 = 0
    /// How eagerly to swap, 0 to 100; `nil` is the host's setting.
    public var memorySwappiness: Int64?
    /// Whether the kernel spares the container when memory runs out.
    public var oomKillDisable: Bool?
    /// How likely the kernel kills the container first, -1000 to 1000.
    @OmitEmpty public var oomScoreAdj = 0
    /// Thousand-millionths of a processor; 0 is no limit.
    @OmitEmpty public var nanoCPUs: Int64 = 0
    /// The weight among containers; 0 is the kernel's 1024.
    @OmitEmpty public var cpuShares: Int64 = 0
    /// Microseconds of a scheduling period; 0 is the kernel's.
    @OmitEmpty public var cpuPeriod: Int64 = 0
    /// Microseconds of processor time in a period; 0 and -1 are no limit.
    @OmitEmpty public var cpuQuota: Int64 = 0
    /// Microseconds of a period for real-time processes; 0 is the kernel's.
    @OmitEmpty public var cpuRealtimePeriod: Int64 = 0
    /// Microseconds of processor time for real-time processes in a period; 0 is none.
    @OmitEmpty public var cpuRealtimeRuntime: Int64 = 0
    /// Processors to run on, such as `0-1,3`.
    @OmitEmpty public var cpusetCPUs = ""
    /// Memory nodes to use.
    @OmitEmpty public var cpusetMems = ""
    /// The most processes; `nil`, 0 and -1 are no limit.
    public var pidsLimit: Int64?
    /// The weight of block I/O, 10 to 1000; 0 is the kernel's.
    @OmitEmpty public var blkioWeight = 0
    /// Weights of single devices.
    @OmitEmpty public var blkioWeightDevice: [WeightedDevice] = []
    /// Bytes in a second that may be read from single devices.
    @OmitEmpty public var blkioDeviceReadBps: [ThrottledDevice] = []
    /// Bytes in a second that may be written to single devices.
    @OmitEmpty public var blkioDeviceWriteBps: [ThrottledDevice] = []
    /// Operations in a second that may read from single devices.
    @OmitEmpty public var blkioDeviceReadIOps: [ThrottledDevice] = []
    /// Operations in a second that may write to single devices.
    @OmitEmpty public var blkioDeviceWriteIOps: [ThrottledDevice] = []

    /// Makes a configuration in which nothing is set.
    public init() {}

    enum CodingKeys: String, CodingKey {
        case binds = "Binds"
        case mounts = "Mounts"
        case tmpfs = "Tmpfs"
        case volumesFrom = "VolumesFrom"
        case networkMode = "NetworkMode"
        case portBindings = "PortBindings"
        case publishAllPorts = "PublishAllPorts"
        case links = "Links"
        case dns = "Dns"
        case dnsOptions = "DnsOptions"
        case dnsSearch = "DnsSearch"
        case extraHosts = "ExtraHosts"
        case restartPolicy = "RestartPolicy"
        case autoRemove = "AutoRemove"
        case initProcess = "Init"
        case privileged = "Privileged"
        case readonlyRootfs = "ReadonlyRootfs"
        case capAdd = "CapAdd"
        case capDrop = "CapDrop"
        case securityOptions = "SecurityOpt"
        case groupAdd = "GroupAdd"
        case ipcMode = "IpcMode"
        case pidMode = "PidMode"
        case utsMode = "UTSMode"
        case usernsMode = "UsernsMode"
        case cgroupnsMode = "CgroupnsMode"
        case cgroupParent = "CgroupParent"
        case runtime = "Runtime"
        case storageOptions = "StorageOpt"
        case annotations = "Annotations"
        case maskedPaths = "MaskedPaths"
        case readonlyPaths = "ReadonlyPaths"
        case sysctls = "Sysctls"
        case ulimits = "Ulimits"
        case devices = "Devices"
        case deviceCgroupRules = "DeviceCgroupRules"
        case deviceRequests = "DeviceRequests"
        case logConfig = "LogConfig"
        case shmSize = "ShmSize"
        case memory = "Memory"
        case memorySwap = "MemorySwap"
        case memoryReservation = "MemoryReservation"
        case memorySwappiness = "MemorySwappiness"
        case oomKillDisable = "OomKillDisable"
        case oomScoreAdj = "OomScoreAdj"
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
        case blkioWeightDevice = "BlkioWeightDevice"
        case blkioDeviceReadBps = "BlkioDeviceReadBps"
        case blkioDeviceWriteBps = "BlkioDeviceWriteBps"
        case blkioDeviceReadIOps = "BlkioDeviceReadIOps"
        case blkioDeviceWriteIOps = "BlkioDeviceWriteIOps"
    }
}

extension HostConfig: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        binds = try members.orZero(.binds)
        mounts = try members.orZero(.mounts)
        tmpfs = try members.orZero(.tmpfs)
        volumesFrom = try members.orZero(.volumesFrom)
        networkMode = try members.orZero(.networkMode)
        portBindings = try members.wired(.portBindings, as: PortMap.self)
        publishAllPorts = try members.orZero(.publishAllPorts)
        links = try members.orZero(.links)
        dns = try members.orZero(.dns)
        dnsOptions = try members.orZero(.dnsOptions)
        dnsSearch = try members.orZero(.dnsSearch)
        extraHosts = try members.orZero(.extraHosts)
        restartPolicy = try members.orZero(.restartPolicy)
        autoRemove = try members.orZero(.autoRemove)
        initProcess = try members.optional(.initProcess)
        privileged = try members.orZero(.privileged)
        readonlyRootfs = try members.orZero(.readonlyRootfs)
        capAdd = try members.orZero(.capAdd)
        capDrop = try members.orZero(.capDrop)
        securityOptions = try members.orZero(.securityOptions)
        groupAdd = try members.orZero(.groupAdd)
        ipcMode = try members.orZero(.ipcMode)
        pidMode = try members.orZero(.pidMode)
        utsMode = try members.orZero(.utsMode)
        usernsMode = try members.orZero(.usernsMode)
        cgroupnsMode = try members.orZero(.cgroupnsMode)
        cgroupParent = try members.orZero(.cgroupParent)
        runtime = try members.orZero(.runtime)
        storageOptions = try members.orZero(.storageOptions)
        annotations = try members.orZero(.annotations)
        maskedPaths = try members.optional(.maskedPaths)
        readonlyPaths = try members.optional(.readonlyPaths)
        sysctls = try members.orZero(.sysctls)
        ulimits = try members.orZero(.ulimits)
        devices = try members.orZero(.devices)
        deviceCgroupRules = try members.orZero(.deviceCgroupRules)
        deviceRequests = try members.orZero(.deviceRequests)
        logConfig = try members.orZero(.logConfig)
        shmSize = try members.orZero(.shmSize)
        memory = try members.orZero(.memory)
        memorySwap = try members.orZero(.memorySwap)
        memoryReservation = try members.orZero(.memoryReservation)
        memorySwappiness = try members.optional(.memorySwappiness)
        oomKillDisable = try members.optional(.oomKillDisable)
        oomScoreAdj = try members.orZero(.oomScoreAdj)
        nanoCPUs = try members.orZero(.nanoCPUs)
        cpuShares = try members.orZero(.cpuShares)
        cpuPeriod = try members.orZero(.cpuPeriod)
        cpuQuota = try members.orZero(.cpuQuota)
        cpuRealtimePeriod = try members.orZero(.cpuRealtimePeriod)
        cpuRealtimeRuntime = try members.orZero(.cpuRealtimeRuntime)
        cpusetCPUs = try members.orZero(.cpusetCPUs)
        cpusetMems = try members.orZero(.cpusetMems)
        pidsLimit = try members.optional(.pidsLimit)
        blkioWeight = try members.orZero(.blkioWeight)
        blkioWeightDevice = try members.orZero(.blkioWeightDevice)
        blkioDeviceReadBps = try members.orZero(.blkioDeviceReadBps)
        blkioDeviceWriteBps = try members.orZero(.blkioDeviceWriteBps)
        blkioDeviceReadIOps = try members.orZero(.blkioDeviceReadIOps)
        blkioDeviceWriteIOps = try members.orZero(.blkioDeviceWriteIOps)
    }
}
