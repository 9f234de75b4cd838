extension FieldTable where Spec == ContainerSpec {
    /// The field table of containers: what the manifest calls a field, where the engine has it, how it can change.
    ///
    /// Source for the last: `POST /containers/{id}/update` as measured on 20.10 (API 1.41) and 26.1 (API 1.45).
    package static let container = FieldTable([
        Field("image", create: "Image", inspect: "Config.Image") { $0.image.map { .word($0) } },
        Field("container_name", create: "?name", inspect: "Name", change: .rename) { $0.name.map { .word($0) } },
        Field("entrypoint", create: "Entrypoint", inspect: "Config.Entrypoint") { $0.entrypoint.map(words) },
        Field("command", create: "Cmd", inspect: "Config.Cmd") { $0.command.map(words) },
        Field("environment", create: "Env", inspect: "Config.Env") { spec in
            map(spec.environment) { $0.map { .text($0) } ?? .flag(false) }
        },
        Field("labels", create: "Labels", inspect: "Config.Labels") { map($0.labels) { .text($0) } },
        Field("hostname", create: "Hostname", inspect: "Config.Hostname") { $0.hostname.map { .word($0) } },
        Field("user", create: "User", inspect: "Config.User") { $0.user.map { .word($0) } },
        Field("working_dir", create: "WorkingDir", inspect: "Config.WorkingDir") {
            $0.workingDirectory.map { .word($0) }
        },
        Field("init", create: "HostConfig.Init") { $0.usesInit.map { .flag($0) } },
        Field("read_only", create: "HostConfig.ReadonlyRootfs") { $0.isReadOnly ? .flag(true) : nil },
        Field("cap_add", create: "HostConfig.CapAdd") { wordSet($0.capabilitiesAdded) },
        Field("cap_drop", create: "HostConfig.CapDrop") { wordSet($0.capabilitiesDropped) },
        Field("stop_signal", create: "StopSignal", inspect: "Config.StopSignal") { $0.stopSignal.map { .word($0) } },
        Field("stop_grace_period", create: "StopTimeout", inspect: "Config.StopTimeout") {
            $0.stopGracePeriod.map { .duration($0) }
        },
        Field("healthcheck", create: "Healthcheck", inspect: "Config.Healthcheck") { fields(of: $0.healthCheck) },
        Field("ports", create: "HostConfig.PortBindings") { spec in
            map(Dictionary(grouping: spec.ports) { "\($0.target)/\($0.transport.rawValue)" }) { bindings in
                .set(Set(bindings.map { .word($0.description) }))
            }
        },
        Field("volumes", create: "HostConfig.Mounts", inspect: "Mounts") { map($0.mounts, value(of:)) },
        Field("files", create: "PUT archive", inspect: "Config.Labels (record)") { map($0.files, value(of:)) },
        Field("networks", create: "NetworkingConfig", inspect: "NetworkSettings.Networks", change: .reconnect) {
            map($0.endpoints) { .set(Set($0.aliases.map { .word($0) })) }
        },
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
        Field("cpus", create: "HostConfig.NanoCpus", change: .inPlace(canClear: false)) {
            $0.limits.nanoCPUs.map { .nanoCPUs($0) }
        },
        Field("pids_limit", create: "HostConfig.PidsLimit", change: .inPlace(canClear: true)) {
            $0.limits.pids.map { .number($0) }
        },
    ])

    private static func words(_ texts: [FreeText]) -> FieldValue<FreeText> {
        .list(texts.map { .text($0) })
    }

    private static func wordSet(_ names: Set<String>) -> FieldValue<FreeText>? {
        names.isEmpty ? nil : .set(Set(names.map { .word($0) }))
    }

    private static func value(of mount: MountSpec) -> FieldValue<FreeText> {
        var words: [FieldValue<FreeText>]
        switch mount.source {
        case .volume(let name): words = [.word("volume"), .word(name)]
        case .anonymousVolume: words = [.word("anonymous volume")]
        case .bind(let path, _): words = [.word("bind"), .word(path)]
        case .tmpfs(let size, let mode):
            words = [.word("tmpfs")] + (size.map { [.bytes($0)] } ?? []) + (mode.map { [.mode($0)] } ?? [])
        }
        if mount.isReadOnly { words.append(.word("read-only")) }
        if mount.skipsCopy { words.append(.word("nocopy")) }
        if let propagation = mount.propagation { words.append(.word(propagation)) }
        return .list(words)
    }

    private static func value(of file: FileSpec) -> FieldValue<FreeText> {
        .list([
            .word(file.source.description), .text(file.content), .number(file.userID), .number(file.groupID),
            .mode(file.mode),
        ])
    }

    private static func fields(of check: HealthCheckSpec) -> FieldValue<FreeText>? {
        var entries: [String: FieldValue<FreeText>] = [:]
        entries["test"] = check.test.map(words)
        entries["interval"] = check.interval.map { .duration($0) }
        entries["timeout"] = check.timeout.map { .duration($0) }
        entries["start_period"] = check.startPeriod.map { .duration($0) }
        entries["retries"] = check.retries.map { .number($0) }
        return entries.isEmpty ? nil : .map(entries)
    }
}

/// A map field, absent where the map is empty.
func map<Value>(
    _ entries: [String: Value],
    _ transform: (Value) -> FieldValue<FreeText>
) -> FieldValue<FreeText>? {
    entries.isEmpty ? nil : .map(entries.mapValues(transform))
}

extension RestartPolicy: CustomStringConvertible {
    /// The policy in the manifest's own spelling.
    package var description: String {
        switch self {
        case .always: "always"
        case .unlessStopped: "unless-stopped"
        case .onFailure(let retries): retries.map { "on-failure:\($0)" } ?? "on-failure"
        }
    }
}
