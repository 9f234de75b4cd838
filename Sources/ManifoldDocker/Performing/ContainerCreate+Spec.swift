import DockerEngine
import ManifoldResources

extension ContainerCreate {
    /// The create call for a spec; it is created on the first of its networks.
    ///
    /// `volumes` are anonymous volumes of the predecessor, by the path in the container; `holders` are the ids of the
    /// containers that something is shared with. From API 1.44 on a hardware address belongs to the endpoint.
    init(
        _ spec: ContainerSpec,
        carrying volumes: [String: String],
        sharing holders: [NamespaceMode: String] = [:],
        isEndpointAddressed: Bool = false
    ) {
        var endpoints: [String: EndpointSettings] = [:]
        var config = ContainerConfig(spec)
        if let network = spec.networks.first, let endpoint = spec.endpoints[network] {
            endpoints[network] = EndpointSettings(endpoint)
            if isEndpointAddressed {
                endpoints[network]?.macAddress = endpoint.macAddress ?? ""
            } else {
                config.macAddress = endpoint.macAddress ?? ""
            }
        }
        var hostConfig = HostConfig(spec, carrying: volumes)
        hostConfig.share(spec.sharing, with: holders)
        hostConfig.networkMode = spec.sharing.network.map { $0.text(holders) } ?? spec.networks.first ?? "none"
        self.init(config: config, hostConfig: hostConfig, endpoints: endpoints)
    }
}

extension EndpointSettings {
    /// The whole configuration but for the hardware address, which connecting ignores.
    init(_ spec: EndpointSpec) {
        self.init(aliases: spec.aliases.sorted())
        if spec.ipv4Address != nil || spec.ipv6Address != nil || !spec.linkLocalAddresses.isEmpty {
            ipamConfig = EndpointIPAMConfig(
                ipv4Address: spec.ipv4Address ?? "",
                ipv6Address: spec.ipv6Address ?? "",
                linkLocalIPs: spec.linkLocalAddresses.sorted()
            )
        }
        links = spec.links.sorted()
        driverOptions = spec.driverOptions.mapValues(\.string)
        gatewayPriority = Int(spec.gatewayPriority ?? 0)
    }
}

extension ContainerConfig {
    init(_ spec: ContainerSpec) {
        self.init()
        image = spec.image ?? ""
        command = (spec.command ?? []).map(\.string)
        entrypoint = spec.entrypoint.map { $0.map(\.string) }
        environment = spec.environment.sorted { $0.key < $1.key }
            .map { name, value in
                value.map { "\(name)=\($0.string)" } ?? name
            }
        labels = spec.labels.mapValues(\.string)
        hostname = spec.hostname ?? ""
        domainname = spec.domainName ?? ""
        tty = spec.hasTerminal
        openStdin = spec.keepsInputOpen
        user = spec.user ?? ""
        workingDirectory = spec.workingDirectory ?? ""
        stopSignal = spec.stopSignal ?? ""
        // The engine counts whole seconds; less than one would mean "kill at once".
        stopTimeout = spec.stopGracePeriod.map { Int(($0 + 999_999_999) / 1_000_000_000) }
        exposedPorts = Set(spec.ports.map(\.key))
        let check = spec.healthCheck
        if check != HealthCheckSpec() {
            healthcheck = Healthcheck(
                test: (check.test ?? []).map(\.string),
                interval: check.interval ?? 0,
                timeout: check.timeout ?? 0,
                startPeriod: check.startPeriod ?? 0,
                startInterval: check.startInterval ?? 0,
                retries: Int(check.retries ?? 0)
            )
        }
    }
}

extension HostConfig {
    init(_ spec: ContainerSpec, carrying volumes: [String: String]) {
        self.init()
        for port in spec.ports.sorted(by: { $0.description < $1.description }) {
            portBindings[port.key, default: []].append(PortBinding(hostIP: port.hostAddress, hostPort: port.hostPort))
        }
        initProcess = spec.usesInit
        readonlyRootfs = spec.isReadOnly
        capAdd = spec.capabilitiesAdded.sorted()
        capDrop = spec.capabilitiesDropped.sorted()
        restartPolicy = spec.restart.map { RestartPolicy(text: $0.description) } ?? RestartPolicy()
        set(spec.security)
        set(spec.devices)
        set(spec.kernel)
        set(spec.runtime)
        set(spec.limits)
        extraHosts = spec.resolver.hosts.sorted()
        dns = spec.resolver.servers
        dnsOptions = spec.resolver.options
        dnsSearch = spec.resolver.searchDomains
        mount(spec.mounts, carrying: volumes)
    }

    private mutating func mount(_ wanted: [String: MountSpec], carrying volumes: [String: String]) {
        var mounted = wanted
        for (target, _) in volumes where mounted[target] == nil { mounted[target] = MountSpec(.anonymousVolume) }
        for (target, mount) in mounted.sorted(by: { $0.key < $1.key }) {
            if let options = mount.options {
                tmpfs[target] = options.joined(separator: ",")
            } else if let bind = mount.bindText(at: target) {
                binds.append(bind)
            } else {
                mounts.append(Mount(mount, at: target, carrying: volumes[target]))
            }
        }
    }
}

extension Mount {
    init(_ spec: MountSpec, at target: String, carrying volume: String?) {
        switch spec.source {
        case .volume(let name): self.init(type: "volume", source: name, target: target, readOnly: spec.isReadOnly)
        case .anonymousVolume:
            self.init(type: "volume", source: volume ?? "", target: target, readOnly: spec.isReadOnly)
        case .bind(let path, _):
            self.init(type: "bind", source: path, target: target, readOnly: spec.isReadOnly)
            bindOptions = BindOptions(spec)
        case .tmpfs(let size, let mode):
            self.init(type: "tmpfs", target: target, readOnly: spec.isReadOnly)
            if size != nil || mode != nil {
                var options = TmpfsOptions()
                options.sizeBytes = size ?? 0
                options.mode = Int(mode ?? 0)
                tmpfsOptions = options
            }
        case .memory: self.init(type: "tmpfs", target: target)
        }
        if spec.skipsCopy || spec.subpath != nil {
            var options = VolumeOptions()
            options.noCopy = spec.skipsCopy
            options.subpath = spec.subpath ?? ""
            volumeOptions = options
        }
    }
}

extension Mount.BindOptions {
    /// Nil where nothing is asked for.
    fileprivate init?(_ spec: MountSpec) {
        self.init()
        propagation = spec.propagation ?? ""
        switch spec.recursion {
        case .disabled: nonRecursive = true
        case .writable: readOnlyNonRecursive = true
        case .readonly: readOnlyForceRecursive = true
        case nil: break
        }
        if case .bind(_, true) = spec.source, spec.recursion != nil { createMountpoint = true }
        if self == Mount.BindOptions() { return nil }
    }
}

extension MountSpec {
    /// The short form, which alone makes the engine create a missing host directory; nil where it is not asked for.
    fileprivate func bindText(at target: String) -> String? {
        guard case .bind(let path, true) = source, recursion == nil, !path.contains(":"), !target.contains(":")
        else { return nil }
        let options = (isReadOnly ? ["ro"] : []) + (propagation.map { [$0] } ?? [])
        return ([path, target] + (options.isEmpty ? [] : [options.joined(separator: ",")])).joined(separator: ":")
    }
}

extension ManifoldResources.PortBinding {
    /// The engine publishes a port only where both maps have it under the very same key.
    fileprivate var key: String {
        "\(target)/\(transport.rawValue)"
    }
}
