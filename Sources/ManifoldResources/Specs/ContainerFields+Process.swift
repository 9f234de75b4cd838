/// What runs in the container, as whom, and with what rights.
extension FieldTable where Spec == ContainerSpec {
    static let image: [Row] = [
        Field("image", create: "Image", inspect: "Config.Image") { $0.image.map { .word($0) } },
        Field("platform", create: "?platform", inspect: "the record") {
            $0.runtime.platform.map { .word($0) }
        },
        Field("container_name", create: "?name", inspect: "Name", change: .rename) { $0.name.map { .word($0) } },
    ]

    static let process: [Row] = [
        Field("entrypoint", create: "Entrypoint", inspect: "Config.Entrypoint") { $0.entrypoint.map(words) },
        Field("command", create: "Cmd", inspect: "Config.Cmd") { $0.command.map(words) },
        Field("environment", create: "Env", inspect: "Config.Env") { spec in
            map(spec.environment) { $0.map { .text($0) } ?? .flag(false) }
        },
        Field("labels", create: "Labels", inspect: "Config.Labels") { map($0.labels) { .text($0) } },
        Field("annotations", create: "HostConfig.Annotations", since: [.any(APILevel(1, 43))]) {
            map($0.runtime.annotations) { .text($0) }
        },
        Field("hostname", create: "Hostname", inspect: "Config.Hostname") { $0.hostname.map { .word($0) } },
        Field("domainname", create: "Domainname", inspect: "Config.Domainname") { $0.domainName.map { .word($0) } },
        Field("user", create: "User", inspect: "Config.User") { $0.user.map { .word($0) } },
        Field("group_add", create: "HostConfig.GroupAdd") { wordSet($0.security.groups) },
        Field("working_dir", create: "WorkingDir", inspect: "Config.WorkingDir") {
            $0.workingDirectory.map { .word($0) }
        },
        Field("tty", create: "Tty", inspect: "Config.Tty") { $0.hasTerminal ? .flag(true) : nil },
        Field("stdin_open", create: "OpenStdin", inspect: "Config.OpenStdin") {
            $0.keepsInputOpen ? .flag(true) : nil
        },
        Field("init", create: "HostConfig.Init") { $0.usesInit.map { .flag($0) } },
    ]

    static let rights: [Row] = [
        Field("privileged", create: "HostConfig.Privileged") { $0.security.isPrivileged ? .flag(true) : nil },
        Field("read_only", create: "HostConfig.ReadonlyRootfs") { $0.isReadOnly ? .flag(true) : nil },
        Field("cap_add", create: "HostConfig.CapAdd") { wordSet($0.capabilitiesAdded) },
        Field("cap_drop", create: "HostConfig.CapDrop") { wordSet($0.capabilitiesDropped) },
        Field("security_opt", create: "HostConfig.SecurityOpt, HostConfig.MaskedPaths") {
            wordSet($0.security.options)
        },
        Field("devices", create: "HostConfig.Devices") { spec in
            map(spec.devices.mappings) { .list([.word($0.source), .word($0.permissions)]) }
        },
        Field("device_cgroup_rules", create: "HostConfig.DeviceCgroupRules") { wordSet($0.devices.rules) },
        Field("gpus", create: "HostConfig.DeviceRequests") { spec in
            spec.devices.requests.isEmpty ? nil : .list(spec.devices.requests.map(value(of:)))
        },
    ]

    static let kernel: [Row] = [
        Field("sysctls", create: "HostConfig.Sysctls") { map($0.kernel.sysctls) { .word($0) } },
        Field("ulimits", create: "HostConfig.Ulimits", isFilled: true) { spec in
            map(spec.kernel.ulimits) { .list([.number($0.soft), .number($0.hard)]) }
        },
        Field("oom_score_adj", create: "HostConfig.OomScoreAdj") { $0.kernel.oomScore.map { .number($0) } },
        Field("oom_kill_disable", create: "HostConfig.OomKillDisable", isDroppable: true) {
            $0.kernel.isSparedFromOOM ? .flag(true) : nil
        },
    ]

    static let life: [Row] = [
        Field("stop_signal", create: "StopSignal", inspect: "Config.StopSignal") { $0.stopSignal.map { .word($0) } },
        Field("stop_grace_period", create: "StopTimeout", inspect: "Config.StopTimeout") {
            $0.stopGracePeriod.map { .duration($0) }
        },
        Field(
            "healthcheck",
            create: "Healthcheck",
            inspect: "Config.Healthcheck",
            since: [.part("start_interval", APILevel(1, 44))]
        ) { fields(of: $0.healthCheck) },
    ]

    private static func value(of request: DeviceSpec.Request) -> FieldValue<FreeText> {
        var entries: [String: FieldValue<FreeText>] = [:]
        entries["driver"] = request.driver.map { .word($0) }
        if request.count != 0 { entries["count"] = request.count < 0 ? .word("all") : .number(request.count) }
        entries["device_ids"] = wordSet(request.ids)
        entries["capabilities"] = wordSet(request.capabilities)
        entries["options"] = map(request.options) { .text($0) }
        return .map(entries)
    }

    private static func fields(of check: HealthCheckSpec) -> FieldValue<FreeText>? {
        var entries: [String: FieldValue<FreeText>] = [:]
        entries["test"] = check.test.map(words)
        entries["interval"] = check.interval.map { .duration($0) }
        entries["timeout"] = check.timeout.map { .duration($0) }
        entries["start_period"] = check.startPeriod.map { .duration($0) }
        entries["start_interval"] = check.startInterval.map { .duration($0) }
        entries["retries"] = check.retries.map { .number($0) }
        return entries.isEmpty ? nil : .map(entries)
    }
}
