import DockerEngine
import ManifoldGraph
import ManifoldResources

extension ContainerSpec {
    /// What the engine reports, in normal form: neutral values absent, spellings made one, lists that are sets as sets.
    ///
    /// `expectedAliases` are those that the manifest wants, by network: of what the engine adds by itself (short id,
    /// hostname) one is taken for wanted only if it is among them.
    init(_ container: ContainerInspect, expectedAliases: [String: Set<String>]) {
        self.init(container.config)
        let host = container.hostConfig
        let shortID = String(container.id.prefix(12))
        name = String(container.name.drop { $0 == "/" })
        // The engine gives an unnamed host the container's short id.
        if hostname == shortID { hostname = nil }
        usesInit = host.initProcess
        security = SecuritySpec(host)
        devices = DeviceSpec(host)
        kernel = KernelSpec(host)
        runtime = RuntimeSpec(host)
        sharing = SharingSpec(host)
        resolver.hosts = Set(host.extraHosts)
        resolver.servers = host.dns
        resolver.options = host.dnsOptions
        resolver.searchDomains = host.dnsSearch
        isReadOnly = host.readonlyRootfs
        capabilitiesAdded = Set(host.capAdd.map { CapabilityName.normal($0) })
        capabilitiesDropped = Set(host.capDrop.map { CapabilityName.normal($0) })
        ports = Set(host.portBindings.flatMap { key, bindings in bindings.compactMap { PortBinding(key, $0) } })
        mounts = MountReader(container).mounts
        restart = RestartPolicy(host.restartPolicy)
        limits = ResourceLimits(host)
        let ownNames = Set([shortID, container.config.hostname])
        // These two stand in the list, but nobody can join or leave them.
        for (network, settings) in container.networkSettings.networks where network != "host" && network != "none" {
            let added = ownNames.subtracting(expectedAliases[network] ?? [])
            endpoints[network] = EndpointSpec(settings, without: added)
        }
    }

    /// What a container's or an image's own config says.
    init(_ config: ContainerConfig) {
        self.init()
        image = config.image.isEmpty ? nil : (try? ImageReference(config.image).normal) ?? config.image
        command = config.command.isEmpty ? nil : config.command.map { FreeText(live: $0) }
        entrypoint = config.entrypoint.map { $0.map { FreeText(live: $0) } }
        for variable in config.environment {
            let parts = variable.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            environment[String(parts[0])] = .some(parts.count > 1 ? FreeText(live: String(parts[1])) : nil)
        }
        labels = config.labels.filter { !LabelNames.isReserved($0.key) }.mapValues { FreeText(live: $0) }
        hostname = config.hostname.isEmpty ? nil : config.hostname
        domainName = config.domainname.isEmpty ? nil : config.domainname
        hasTerminal = config.tty
        keepsInputOpen = config.openStdin
        user = config.user.isEmpty ? nil : config.user
        workingDirectory =
            config.workingDirectory.isEmpty
            ? nil : AbsolutePath.clean(config.workingDirectory) ?? config.workingDirectory
        stopSignal = config.stopSignal.isEmpty ? nil : SignalName.normal(config.stopSignal) ?? config.stopSignal
        stopGracePeriod = config.stopTimeout.map { Int64($0) * 1_000_000_000 }
        if let check = config.healthcheck {
            healthCheck.test = check.test.isEmpty ? nil : check.test.map { FreeText(live: $0) }
            healthCheck.interval = check.interval == 0 ? nil : check.interval
            healthCheck.timeout = check.timeout == 0 ? nil : check.timeout
            healthCheck.startPeriod = check.startPeriod == 0 ? nil : check.startPeriod
            healthCheck.startInterval = check.startInterval == 0 ? nil : check.startInterval
            healthCheck.retries = check.retries == 0 ? nil : Int64(check.retries)
        }
    }
}

extension FreeText {
    /// A text that the engine reports: whether it may be shown is for sealing to find out.
    init(live text: String) {
        self.init(text, isShowable: false)
    }
}

extension ImageInspect {
    /// What the image supplies to its containers by itself.
    var defaults: OpenFields {
        var spec = ContainerSpec(config)
        spec.image = nil
        spec.hostname = nil
        for path in config.volumes { spec.mounts[AbsolutePath.clean(path) ?? path] = MountSpec(.anonymousVolume) }
        return FieldTable.container.fields(of: spec)
    }
}

extension ManifoldResources.PortBinding {
    /// Reads a binding; its key is in the spelling in which it was sent, which the engine echoes: `80`, `080/TCP`.
    init?(_ key: String, _ binding: HostConfig.PortBinding) {
        let parts = key.split(separator: "/", maxSplits: 1)
        guard let target = parts.first.flatMap({ UInt16($0) }),
            let transport = Transport(rawValue: parts.count > 1 ? parts[1].lowercased() : "tcp")
        else { return nil }
        let ends = binding.hostPort.split(separator: "-").map { $0.drop { $0 == "0" } }
        self.init(
            target: target,
            transport: transport,
            hostAddress: binding.hostIP,
            hostPort: ends.allSatisfy(\.isEmpty) ? "" : ends.joined(separator: "-")
        )
    }
}

extension ManifoldResources.RestartPolicy {
    init?(_ policy: HostConfig.RestartPolicy) {
        switch policy.name {
        case "always": self = .always
        case "unless-stopped": self = .unlessStopped
        case "on-failure":
            self = .onFailure(maximumRetries: policy.maximumRetryCount == 0 ? nil : Int64(policy.maximumRetryCount))
        default: return nil
        }
    }
}
