/// What surrounds the container: its runtime, what it shares with others, names, storage and networks.
extension FieldTable where Spec == ContainerSpec {
    static let runtime: [Row] = [
        Field("runtime", create: "HostConfig.Runtime", isFilled: true) { $0.runtime.name.map { .word($0) } },
        Field("cgroup_parent", create: "HostConfig.CgroupParent") { $0.runtime.cgroupParent.map { .word($0) } },
        Field("shm_size", create: "HostConfig.ShmSize", isFilled: true) { $0.runtime.sharedMemory.map { .bytes($0) } },
        Field("storage_opt", create: "HostConfig.StorageOpt") { map($0.runtime.storageOptions) { .text($0) } },
        Field("logging", create: "HostConfig.LogConfig", isFilled: true) { spec in
            var entries =
                map(spec.runtime.logOptions) { .text($0) }
                .map { options in
                    prefixed(options, by: "options.")
                } ?? [:]
            entries["driver"] = spec.runtime.logDriver.map { .word($0) }
            return entries.isEmpty ? nil : .map(entries)
        },
    ]

    static let sharing: [Row] = [
        Field("network_mode", create: "HostConfig.NetworkMode") { mode($0.sharing.network) },
        Field("ipc", create: "HostConfig.IpcMode", isFilled: true) { mode($0.sharing.ipc) },
        Field("pid", create: "HostConfig.PidMode") { mode($0.sharing.processes) },
        Field("uts", create: "HostConfig.UTSMode") { mode($0.sharing.hostName) },
        Field("userns_mode", create: "HostConfig.UsernsMode") { mode($0.sharing.users) },
        Field("cgroup", create: "HostConfig.CgroupnsMode", isFilled: true) { mode($0.sharing.cgroup) },
        Field("volumes_from", create: "HostConfig.VolumesFrom") { spec in
            let entries = spec.sharing.volumesFrom.map { ($0.description, $1 ? "read-only" : "read-write") }
            return map(Dictionary(uniqueKeysWithValues: entries)) { .word($0) }
        },
    ]

    static let names: [Row] = [
        Field("extra_hosts", create: "HostConfig.ExtraHosts") { wordSet($0.resolver.hosts) },
        Field("dns", create: "HostConfig.Dns") { wordList($0.resolver.servers) },
        Field("dns_opt", create: "HostConfig.DnsOptions") { wordList($0.resolver.options) },
        Field("dns_search", create: "HostConfig.DnsSearch") { wordList($0.resolver.searchDomains) },
    ]

    static let storage: [Row] = [
        Field("ports", create: "HostConfig.PortBindings") { spec in
            map(Dictionary(grouping: spec.ports) { "\($0.target)/\($0.transport.rawValue)" }) { bindings in
                .set(Set(bindings.map { .word($0.description) }))
            }
        },
        Field(
            "volumes",
            create: "HostConfig.Mounts",
            inspect: "Mounts",
            since: [
                .part("subpath", APILevel(1, 45)), .part("recursive: writable", APILevel(1, 44)),
                .part("recursive: readonly", APILevel(1, 44)),
            ]
        ) { spec in
            map(spec.mounts.filter { $0.value.options == nil }, value(of:))
        },
        Field("tmpfs", create: "HostConfig.Tmpfs") { spec in
            map(spec.mounts.compactMapValues(\.options)) { .list($0.map { .word($0) }) }
        },
        Field("files", create: "PUT archive", inspect: "the record", change: .contents) { map($0.files, value(of:)) },
    ]

    static let networks: [Row] = [
        Field(
            "networks",
            create: "NetworkingConfig",
            inspect: "NetworkSettings.Networks",
            change: .reconnect,
            since: [.part("gw_priority", APILevel(1, 48))]
        ) { spec in
            map(spec.endpoints) { endpoint in
                var endpoint = endpoint
                // The engine's name service knows every container by its own name anyway; Compose writes it down.
                if let name = spec.name { endpoint.aliases.remove(name) }
                return value(of: endpoint)
            }
        },
        // The engine takes one in the call that makes the container, and none when an endpoint is connected.
        Field(
            "mac_address",
            create: "MacAddress, NetworkingConfig",
            inspect: "Config.MacAddress, NetworkSettings.Networks",
            isFilled: true
        ) { spec in
            map(spec.endpoints.compactMapValues(\.macAddress)) { .word($0) }
        },
    ]

    private static func mode(_ mode: NamespaceMode?) -> FieldValue<FreeText>? {
        mode.map { .word($0.description) }
    }

    private static func prefixed(
        _ value: FieldValue<FreeText>,
        by prefix: String
    ) -> [String: FieldValue<FreeText>] {
        guard case .map(let entries) = value else { return [:] }
        return Dictionary(uniqueKeysWithValues: entries.map { (prefix + $0, $1) })
    }

    private static func value(of mount: MountSpec) -> FieldValue<FreeText> {
        var words: [FieldValue<FreeText>]
        switch mount.source {
        case .volume(let name): words = [.word("volume"), .word(name)]
        case .anonymousVolume: words = [.word("anonymous volume")]
        case .bind(let path, _): words = [.word("bind"), .word(path)]
        case .tmpfs(let size, let mode):
            words = [.word("tmpfs")] + (size.map { [.bytes($0)] } ?? []) + (mode.map { [.mode($0)] } ?? [])
        case .memory(let options): words = [.word("tmpfs")] + options.map { .word($0) }
        }
        if mount.isReadOnly { words.append(.word("read-only")) }
        if mount.skipsCopy { words.append(.word("nocopy")) }
        if let propagation = mount.propagation { words.append(.word(propagation)) }
        if let recursion = mount.recursion { words.append(.word("recursive: \(recursion.rawValue)")) }
        if let subpath = mount.subpath { words.append(.map(["subpath": .word(subpath)])) }
        return .list(words)
    }

    private static func value(of file: FileSpec) -> FieldValue<FreeText> {
        .list([
            .word(file.source.description), .text(file.content), .number(file.userID), .number(file.groupID),
            .mode(file.mode),
        ])
    }

    /// The aliases; with whatever else is asked for, a map.
    private static func value(of endpoint: EndpointSpec) -> FieldValue<FreeText> {
        let aliases = FieldValue<FreeText>.set(Set(endpoint.aliases.map { .word($0) }))
        var entries: [String: FieldValue<FreeText>] = [:]
        entries["ipv4_address"] = endpoint.ipv4Address.map { .word($0) }
        entries["ipv6_address"] = endpoint.ipv6Address.map { .word($0) }
        entries["link_local_ips"] = wordSet(endpoint.linkLocalAddresses)
        entries["links"] = wordSet(endpoint.links)
        entries["driver_opts"] = map(endpoint.driverOptions) { .text($0) }
        entries["gw_priority"] = endpoint.gatewayPriority.map { .number($0) }
        guard !entries.isEmpty else { return aliases }
        entries["aliases"] = aliases
        return .map(entries)
    }
}

extension MountSpec {
    /// The options of memory in the kernel's own words.
    package var options: [String]? {
        if case .memory(let options) = source { options } else { nil }
    }
}
