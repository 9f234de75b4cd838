import DockerEngine
import ManifoldResources

extension ContainerCreate {
    /// The create call for a spec; the first network by name is the one it is created on.
    ///
    /// `volumes` are anonymous volumes of the predecessor, by the path in the container.
    init(_ spec: ContainerSpec, carrying volumes: [String: String]) {
        var endpoints: [String: EndpointSettings] = [:]
        if let network = spec.endpoints.keys.min(), let endpoint = spec.endpoints[network] {
            endpoints[network] = EndpointSettings(aliases: endpoint.aliases.sorted())
        }
        self.init(
            config: ContainerConfig(spec),
            hostConfig: HostConfig(spec, carrying: volumes),
            endpoints: endpoints
        )
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
                retries: Int(check.retries ?? 0)
            )
        }
    }
}

extension HostConfig {
    init(_ spec: ContainerSpec, carrying volumes: [String: String]) {
        self.init()
        networkMode = spec.endpoints.keys.min() ?? "none"
        for port in spec.ports.sorted(by: { $0.description < $1.description }) {
            portBindings[port.key, default: []].append(PortBinding(hostIP: port.hostAddress, hostPort: port.hostPort))
        }
        initProcess = spec.usesInit
        readonlyRootfs = spec.isReadOnly
        capAdd = spec.capabilitiesAdded.sorted()
        capDrop = spec.capabilitiesDropped.sorted()
        restartPolicy = spec.restart.map { RestartPolicy(text: $0.description) } ?? RestartPolicy()
        memory = spec.limits.memory ?? 0
        memorySwap = spec.limits.effectiveMemorySwap ?? 0
        nanoCPUs = spec.limits.nanoCPUs ?? 0
        pidsLimit = spec.limits.pids
        var mounted = spec.mounts
        for (target, _) in volumes where mounted[target] == nil { mounted[target] = MountSpec(.anonymousVolume) }
        for (target, mount) in mounted.sorted(by: { $0.key < $1.key }) {
            if let bind = mount.bindText(at: target) {
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
            if let propagation = spec.propagation {
                var options = BindOptions()
                options.propagation = propagation
                bindOptions = options
            }
        case .tmpfs(let size, let mode):
            self.init(type: "tmpfs", target: target, readOnly: spec.isReadOnly)
            if size != nil || mode != nil {
                var options = TmpfsOptions()
                options.sizeBytes = size ?? 0
                options.mode = Int(mode ?? 0)
                tmpfsOptions = options
            }
        }
        if spec.skipsCopy {
            var options = VolumeOptions()
            options.noCopy = true
            volumeOptions = options
        }
    }
}

extension MountSpec {
    /// The short form, which alone makes the engine create a missing host directory; nil where it is not asked for.
    fileprivate func bindText(at target: String) -> String? {
        guard case .bind(let path, true) = source, !path.contains(":"), !target.contains(":") else { return nil }
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
