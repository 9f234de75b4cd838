import ManifoldPlan
import ManifoldResources

extension SimulatedState {
    /// All that planning the present specs needs to know, as a real engine would tell it.
    func facts() -> OpenFacts {
        var facts = OpenFacts(engine: EngineFacts(apiVersion: script.apiVersion, version: "20.10.24"))
        facts.networks = networks.values.sorted { $0.name < $1.name }.compactMap(live)
        facts.volumes = volumes.values.sorted { $0.name < $1.name }.compactMap(live)
        facts.containers = containers.values.sorted { $0.id < $1.id }.compactMap(live)
        facts.images = images.mapValues { image in
            let digests = image.record == nil ? [image.id] : []
            return ImageFacts(id: image.id, defaults: image.defaults, digests: Set(digests), record: image.record)
        }
        facts.builds = builds()
        facts.builder = script.builder
        readRegistries(into: &facts)
        facts.foreign = foreign()
        facts.heldPorts = heldPorts()
        for case .container(let spec) in specs.values {
            for case .container(let name) in spec.sharing.holders { facts.outsiders[name] = container(named: name)?.id }
        }
        facts.lostNetworks = Set(facts.containers.compactMap(\.firstNetwork)).subtracting(networks.keys)
        facts.missingHostPaths = script.missingHostPaths
        facts.revision = revision
        return facts
    }

    /// When the volumes of the present specs were made.
    var volumeTimes: [ResourceAddress: Int64] {
        Dictionary(
            volumes.values.compactMap(live)
                .compactMap { volume in
                    volume.address.flatMap { address in volume.created.map { (address, $0) } }
                }
        ) { first, _ in first }
    }

    /// Everything that is not ours and has a name of its own.
    var strangers: [String] {
        let containers = containers.values.filter { $0.owner == nil }
            .map { container in
                "container \(container.name) \(container.id) \(container.status) \(container.endpoints.keys.sorted())"
            }
        let networks = networks.values.filter { $0.owner == nil }.map { "network \($0.name) \($0.id)" }
        let volumes = volumes.values.filter { $0.owner == nil && !$0.isAnonymous }.map { "volume \($0.name)" }
        return (containers + networks + volumes).sorted()
    }

    /// Asks the registries where the policies of the images ask for it.
    private func readRegistries(into facts: inout OpenFacts) {
        for case .image(let spec) in specs.values {
            let isAsked = images[spec.reference] == nil ? spec.policy >= .missing : spec.policy > .missing
            guard isAsked else { continue }
            if script.silentRegistries.contains(spec.reference) {
                facts.registry[spec.reference] = .unknown("no answer")
            } else if let image = published[spec.reference] ?? images[spec.reference] {
                facts.registry[spec.reference] = .digest(image.id)
            } else if !script.registry.contains(spec.reference), spec.policy > .missing {
                facts.registry[spec.reference] = .unknown("manifest unknown")
            }
        }
    }

    private func live(_ network: Network) -> LiveNetwork<FreeText>? {
        let address = network.owner ?? predecessor(of: network)
        guard address != nil || isExternal(.network, network.name) else { return nil }
        return LiveNetwork(
            id: network.id,
            name: network.name,
            address: address,
            fields: network.fields,
            record: network.record,
            attached: attached(to: network),
            guests: guests(of: network),
            isLabelled: network.owner != nil || address == nil
        )
    }

    /// The wanted network in whose place one of nobody was made.
    private func predecessor(of network: Network) -> ResourceAddress? {
        specs.first { address, spec in
            guard case .network(let spec) = spec, !spec.isExternal, spec.name == network.name else { return false }
            return revision?.isRemade(address, id: network.id) == true
                && !networks.values.contains { $0.owner == address }
        }?
        .key
    }

    /// Containers of others that are on a network, or will be when they start.
    private func guests(of network: Network) -> [String: String] {
        let guests = containers.values.filter { container in
            guard container.owner == nil, let endpoint = container.endpoints[network.name] else { return false }
            return [nil, network.id].contains(endpoint.networkID)
        }
        return Dictionary(uniqueKeysWithValues: guests.map { ($0.id, $0.name) })
    }

    private func live(_ volume: Volume) -> LiveVolume<FreeText>? {
        let address = volume.owner ?? specs.first { $0.value.volumeName(external: false) == volume.name }?.key
        guard address != nil || isExternal(.volume, volume.name) else { return nil }
        return LiveVolume(
            name: volume.name,
            address: address,
            fields: volume.fields,
            record: volume.record,
            isLabelled: volume.owner != nil,
            created: volume.created
        )
    }

    private func live(_ container: SimulatedContainer) -> LiveContainer<FreeText>? {
        guard let owner = container.owner else { return nil }
        return LiveContainer(
            id: container.id,
            name: container.name,
            address: owner,
            state: ContainerState(
                container.status,
                health: health(of: container),
                exitCode: container.exitCode,
                hasRun: container.hasRun
            ),
            created: container.created,
            started: container.started,
            fields: container.reported,
            imageDefaults: container.image.defaults,
            imageID: container.image.id,
            record: container.record,
            maker: container.maker,
            networkIDs: container.endpoints.compactMapValues(\.networkID),
            firstNetwork: container.firstNetwork,
            anonymousVolumes: container.anonymousVolumes,
            volumeNames: container.volumeNames,
            dependsOn: container.dependsOn
        )
    }

    /// What holds a name that the specs want for themselves; volumes are used as they are.
    private func foreign() -> [ForeignObject] {
        let found = specs.values.compactMap { spec -> ForeignObject? in
            switch spec {
            case .container(let spec):
                guard let holder = spec.name.flatMap(container(named:)), holder.owner == nil else { return nil }
                return ForeignObject(kind: .service, name: holder.name, id: holder.id, owner: nil)
            case .network(let spec) where !spec.isExternal:
                guard let holder = networks[spec.name], holder.owner == nil, predecessor(of: holder) == nil else {
                    return nil
                }
                return ForeignObject(kind: .network, name: holder.name, id: holder.id, owner: nil)
            case .network, .volume, .config, .secret, .image: return nil
            }
        }
        return found.sorted { $0.id < $1.id }
    }

    private func heldPorts() -> [HeldPort] {
        containers.values.filter { $0.owner == nil && $0.status == .running }
            .flatMap { container in
                container.ports.compactMap { binding in
                    UInt16(binding.hostPort)
                        .map { port in
                            HostPort(address: binding.hostAddress, port: port, transport: binding.transport.rawValue)
                        }
                        .map { HeldPort($0, holder: container.name, id: container.id, owner: nil) }
                }
            }
    }

    private func isExternal(_ kind: ResourceAddress.Kind, _ name: String) -> Bool {
        specs.values.contains { spec in
            switch spec {
            case .network(let spec): kind == .network && spec.isExternal && spec.name == name
            case .volume: kind == .volume && spec.volumeName(external: true) == name
            case .container, .config, .secret, .image: false
            }
        }
    }
}

extension ResourceSpec {
    fileprivate func volumeName(external: Bool) -> String? {
        if case .volume(let spec) = self, spec.isExternal == external { spec.name } else { nil }
    }
}
