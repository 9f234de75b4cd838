import ManifoldResources
import Testing

/// The settings of `HostConfig` beyond those in `EqualityRuleTests`: in how many ways an engine says the same.
@Suite("Equal to the engine, equal to us: settings")
struct SettingSpellingTests {
    typealias Row = (field: FieldName, spellings: [String], value: FieldValue<FreeText>?)

    private static let rows = limits + rights + surroundings + sharing + storage

    private static let limits: [Row] = [
        ("mem_reservation", nothing("MemoryReservation", "0", "-1"), nil),
        ("mem_reservation", [#"{"MemoryReservation":32}"#], .bytes(32)),
        ("mem_swappiness", nothing("MemorySwappiness", "null", "-1"), nil),
        ("mem_swappiness", [#"{"MemorySwappiness":10}"#], .number(10)),
        ("cpu_quota", nothing("CpuQuota", "0", "-1"), nil), ("cpu_quota", [#"{"CpuQuota":5000}"#], .number(5000)),
        ("cpu_shares", nothing("CpuShares", "0", "1024"), nil), ("cpu_shares", [#"{"CpuShares":512}"#], .number(512)),
        ("cpu_period", nothing("CpuPeriod", "0"), nil), ("cpuset", nothing("CpusetCpus", #""""#), nil),
        (
            "cpuset", ["0-2", "2,1,0", "0,1-2", "0-1,1-2"].map { #"{"CpusetCpus":"\#($0)"}"# }, .word("0-2")
        ),
        ("oom_kill_disable", nothing("OomKillDisable", "null", "false"), nil),
        ("oom_score_adj", nothing("OomScoreAdj", "0"), nil), ("blkio_config.weight", nothing("BlkioWeight", "0"), nil),
        ("blkio_config.weight_device", nothing("BlkioWeightDevice", "null", "[]"), nil),
        ("blkio_config.device_read_bps", nothing("BlkioDeviceReadBps", "null", "[]"), nil),
        ("ulimits", nothing("Ulimits", "null", "[]"), nil),
        (
            "ulimits",
            [
                #"{"Ulimits":[{"Name":"nofile","Soft":1,"Hard":2},{"Name":"nproc","Soft":3,"Hard":3}]}"#,
                #"{"Ulimits":[{"Name":"nproc","Hard":3,"Soft":3},{"Name":"nofile","Hard":2,"Soft":1}]}"#,
            ], .map(["nofile": .list([.number(1), .number(2)]), "nproc": .list([.number(3), .number(3)])])
        ),
        ("shm_size", nothing("ShmSize", "0"), nil),
    ]

    private static let rights: [Row] = [
        ("privileged", nothing("Privileged", "false"), nil), ("group_add", nothing("GroupAdd", "null", "[]"), nil),
        (
            "group_add", [#"{"GroupAdd":["44","mail"]}"#, #"{"GroupAdd":["mail","44","44"]}"#],
            .set([.word("44"), .word("mail")])
        ),
        ("security_opt", nothing("SecurityOpt", "null", "[]", #"["no-new-privileges:false"]"#), nil),
        (
            "security_opt",
            ["no-new-privileges", "no-new-privileges:true", "no-new-privileges=true"]
                .map { #"{"SecurityOpt":["\#($0)"]}"# }, .set([.word("no-new-privileges")])
        ),
        (
            "security_opt",
            [
                #"{"SecurityOpt":["seccomp=unconfined","label=type:x"]}"#,
                #"{"SecurityOpt":["label:type:x","seccomp:unconfined"]}"#,
            ], .set([.word("seccomp=unconfined"), .word("label=type:x")])
        ),
        // The engine adds this by itself to what sees the host anyway.
        (
            "security_opt",
            [
                #"{"SecurityOpt":["label=disable"],"Privileged":true}"#,
                #"{"SecurityOpt":["label=disable"],"PidMode":"host"}"#,
                #"{"SecurityOpt":["label=disable"],"IpcMode":"host"}"#,
                #"{"Privileged":true,"MaskedPaths":null,"ReadonlyPaths":null}"#,
            ], nil
        ),
        ("security_opt", [#"{"SecurityOpt":["label=disable"]}"#], .set([.word("label=disable")])),
        (
            "security_opt", [#"{"MaskedPaths":[],"ReadonlyPaths":[]}"#],
            .set([.word("systempaths=unconfined")])
        ),
        (
            "security_opt",
            ["{}", #"{"MaskedPaths":["/proc/kcore","/sys/firmware"],"ReadonlyPaths":["/proc/sys"]}"#], nil
        ),
        ("devices", nothing("Devices", "null", "[]"), nil),
        ("device_cgroup_rules", nothing("DeviceCgroupRules", "null", "[]"), nil),
        ("gpus", nothing("DeviceRequests", "null", "[]"), nil),
        (
            "gpus",
            [
                #"{"DeviceRequests":[{"Driver":"","Count":-1,"DeviceIDs":null,"Capabilities":[["gpu"]],"Options":null}]}"#,
                #"{"DeviceRequests":[{"Count":-1,"DeviceIDs":[],"Capabilities":[["gpu"]],"Options":{}}]}"#,
            ], .list([.map(["count": .word("all"), "capabilities": .set([.word("gpu")])])])
        ),
        ("sysctls", nothing("Sysctls", "null", "{}"), nil),
    ]

    private static let surroundings: [Row] = [
        ("dns", nothing("Dns", "null", "[]"), nil), ("dns_opt", nothing("DnsOptions", "null", "[]"), nil),
        ("dns_search", nothing("DnsSearch", "null", "[]"), nil),
        ("dns", [#"{"Dns":["1.1.1.1","8.8.8.8"]}"#], .list([.word("1.1.1.1"), .word("8.8.8.8")])),
        ("dns", [#"{"Dns":["8.8.8.8","1.1.1.1"]}"#], .list([.word("8.8.8.8"), .word("1.1.1.1")])),
        ("extra_hosts", nothing("ExtraHosts", "null", "[]"), nil),
        (
            "extra_hosts",
            [#"{"ExtraHosts":["a:1.2.3.4","b:::1"]}"#, #"{"ExtraHosts":["b:::1","a:1.2.3.4","b:::1"]}"#],
            .set([.word("a:1.2.3.4"), .word("b:::1")])
        ),
        ("runtime", nothing("Runtime", #""""#), nil), ("cgroup_parent", nothing("CgroupParent", #""""#), nil),
        ("storage_opt", nothing("StorageOpt", "null", "{}"), nil),
        ("annotations", nothing("Annotations", "null", "{}"), nil),
        ("logging", nothing("LogConfig", "null", "{}", #"{"Type":"","Config":null}"#, #"{"Config":{}}"#), nil),
        (
            "logging", [#"{"LogConfig":{"Type":"local"}}"#, #"{"LogConfig":{"Type":"local","Config":{}}}"#],
            .map(["driver": .word("local")])
        ),
    ]

    private static let sharing: [Row] = [
        ("network_mode", ["default", "bridge"].map { #"{"NetworkMode":"\#($0)"}"# }, .word("bridge")),
        // The network's name, or the id that somebody used for it: the networks themselves tell.
        ("network_mode", ["{}", #"{"NetworkMode":"shop_back"}"#, #"{"NetworkMode":"0123456789ab"}"#], nil),
        ("network_mode", [#"{"NetworkMode":"container:0123"}"#], .word("container:0123")),
        ("ipc", nothing("IpcMode", #""""#), nil), ("pid", nothing("PidMode", #""""#), nil),
        ("uts", nothing("UTSMode", #""""#), nil), ("userns_mode", nothing("UsernsMode", #""""#), nil),
        ("cgroup", nothing("CgroupnsMode", #""""#), nil),
        ("volumes_from", nothing("VolumesFrom", "null", "[]"), nil),
        (
            "volumes_from", [#"{"VolumesFrom":["x"]}"#, #"{"VolumesFrom":["x:rw"]}"#, #"{"VolumesFrom":["x:z"]}"#],
            .map(["container:x": .word("read-write")])
        ),
        (
            "volumes_from", [#"{"VolumesFrom":["x:ro"]}"#, #"{"VolumesFrom":["x:ro,z"]}"#],
            .map(["container:x": .word("read-only")])
        ),
    ]

    private static let storage: [Row] = [
        ("volumes", nothing("Mounts", "null", "[]"), nil), ("volumes", nothing("Binds", "null", "[]"), nil),
        ("tmpfs", nothing("Tmpfs", "null", "{}"), nil),
        ("tmpfs", [#"{"Tmpfs":{"/run":""}}"#, #"{"Tmpfs":{"/run/":""}}"#], .map(["/run": .list([])])),
    ]

    /// Ways to say nothing: the key is not there, or has one of the values.
    private static func nothing(_ key: String, _ values: String...) -> [String] {
        ["{}"] + values.map { #"{"\#(key)":\#($0)}"# }
    }

    @Test("spellings that mean the same are one value", arguments: rows.indices)
    func spellings(index: Int) throws {
        let (field, spellings, value) = Self.rows[index]
        for spelling in spellings {
            #expect(try InspectSketch(host: spelling).fields[field] == value, "\(spelling)")
        }
    }

    @Test("together with EqualityRuleTests every setting of the host's part has a row")
    func completeness() {
        let named = Set(Self.rows.map(\.field))
        let settings = FieldTable.container.rows.filter { $0.create.hasPrefix("HostConfig.") }.map(\.name)
        let elsewhere: Set<FieldName> = [
            "restart", "pids_limit", "mem_limit", "memswap_limit", "cpus", "read_only", "init", "cap_add", "cap_drop",
            "ports",
        ]
        // Numbers for whose absence there is only one spelling.
        let plain: Set<FieldName> = [
            "cpu_rt_period", "cpu_rt_runtime", "blkio_config.device_write_bps", "blkio_config.device_read_iops",
            "blkio_config.device_write_iops",
        ]
        #expect(named.union(elsewhere).union(plain) == Set(settings))
    }
}
