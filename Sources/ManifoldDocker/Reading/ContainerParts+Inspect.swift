import DockerEngine
import ManifoldGraph
import ManifoldResources

extension SecuritySpec {
    init(_ host: HostConfig) {
        self.init()
        isPrivileged = host.privileged
        groups = Set(host.groupAdd)
        options = Set(host.securityOptions.compactMap(SecurityOption.normal))
        let sharesHost = host.pidMode == "host" || host.ipcMode == "host"
        // The engine adds this by itself to what can see the host anyway.
        if host.privileged || sharesHost { options.remove(SecurityOption.unlabelled) }
        if host.maskedPaths == [], host.readonlyPaths == [], !host.privileged {
            options.insert(SecurityOption.unmasked)
        }
    }
}

extension DeviceSpec {
    init(_ host: HostConfig) {
        self.init()
        for device in host.devices {
            mappings[device.pathInContainer] = Mapping(
                source: device.pathOnHost,
                permissions: device.cgroupPermissions
            )
        }
        rules = Set(host.deviceCgroupRules)
        requests = host.deviceRequests.map { request in
            var wanted = Request(count: Int64(request.count))
            wanted.driver = request.driver.isEmpty ? nil : request.driver
            wanted.ids = Set(request.deviceIDs)
            wanted.capabilities = Set(request.capabilities.flatMap { $0 })
            wanted.options = request.options.mapValues { FreeText(live: $0) }
            return wanted
        }
    }
}

extension KernelSpec {
    init(_ host: HostConfig) {
        self.init()
        sysctls = host.sysctls
        for limit in host.ulimits { ulimits[limit.name] = Ulimit(soft: limit.soft, hard: limit.hard) }
        oomScore = host.oomScoreAdj == 0 ? nil : Int64(host.oomScoreAdj)
        isSparedFromOOM = host.oomKillDisable ?? false
    }
}

extension RuntimeSpec {
    init(_ host: HostConfig) {
        self.init()
        name = host.runtime.isEmpty ? nil : host.runtime
        cgroupParent = host.cgroupParent.isEmpty ? nil : host.cgroupParent
        sharedMemory = host.shmSize == 0 ? nil : host.shmSize
        storageOptions = host.storageOptions.mapValues { FreeText(live: $0) }
        annotations = host.annotations.mapValues { FreeText(live: $0) }
        logDriver = host.logConfig.type.isEmpty ? nil : host.logConfig.type
        logOptions = host.logConfig.options.mapValues { FreeText(live: $0) }
    }
}

extension SharingSpec {
    init(_ host: HostConfig) {
        self.init()
        network = NamespaceMode(live: host.networkMode == "default" ? "bridge" : host.networkMode)
        // Any other word is the name of the network that the container was made on.
        if case .named(let word)? = network, !["host", "none", "bridge"].contains(word) { network = nil }
        ipc = NamespaceMode(live: host.ipcMode)
        processes = NamespaceMode(live: host.pidMode)
        hostName = NamespaceMode(live: host.utsMode)
        users = NamespaceMode(live: host.usernsMode)
        cgroup = NamespaceMode(live: host.cgroupnsMode)
        for text in host.volumesFrom {
            let parts = text.split(separator: ":", maxSplits: 1)
            guard let container = parts.first else { continue }
            volumesFrom[.container(String(container))] =
                parts.count > 1 && parts[1].split(separator: ",").contains("ro")
        }
    }
}

extension NamespaceMode {
    /// The engine's spelling, in which an empty text is the default.
    fileprivate init?(live text: String) {
        guard !text.isEmpty else { return nil }
        let prefix = "container:"
        self = text.hasPrefix(prefix) ? .container(String(text.dropFirst(prefix.count))) : .named(text)
    }
}

extension EndpointSpec {
    /// What is asked for on a network, `added` being names that nobody asked for.
    init(_ settings: EndpointSettings, without added: Set<String>) {
        self.init(aliases: Set(settings.aliases).subtracting(added))
        if let asked = settings.ipamConfig {
            ipv4Address = Self.address(asked.ipv4Address)
            ipv6Address = Self.address(asked.ipv6Address)
            linkLocalAddresses = Set(asked.linkLocalIPs.compactMap(Self.address))
        }
        macAddress = settings.macAddress.isEmpty ? nil : settings.macAddress
        links = Set(settings.links)
        driverOptions = settings.driverOptions.mapValues { FreeText(live: $0) }
        gatewayPriority = settings.gatewayPriority == 0 ? nil : Int64(settings.gatewayPriority)
    }

    private static func address(_ text: String) -> String? {
        text.isEmpty ? nil : AddressText.normal(text) ?? text
    }
}

extension AddressManagement {
    init(_ ipam: IPAM) {
        self.init()
        driver = ipam.driver.isEmpty || ipam.driver == "default" ? nil : ipam.driver
        options = ipam.options.mapValues { FreeText(live: $0) }
        pools = ipam.pools.map { asked in
            var pool = Pool()
            pool.subnet = Self.address(asked.subnet)
            pool.range = Self.address(asked.ipRange)
            pool.gateway = Self.address(asked.gateway)
            pool.reserved = asked.auxiliaryAddresses.mapValues { AddressText.normal($0) ?? $0 }
            return pool
        }
    }

    private static func address(_ text: String) -> String? {
        text.isEmpty ? nil : AddressText.normal(text) ?? text
    }
}
