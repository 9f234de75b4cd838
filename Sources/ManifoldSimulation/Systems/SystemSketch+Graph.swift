import ManifoldDiagnostics
package import ManifoldGraph
import ManifoldResources

extension SystemSketch {
    /// The sketch as a graph, with the names and needs that a manifest would give it.
    package var graph: ResourceGraph {
        var diagnostics = Diagnostics()
        let resources = networkResources + volumeResources + imageResources + configResources + serviceResources
        let identity = SystemIdentity(name: name, directory: "/systems/\(name)", files: [])
        guard let graph = ResourceGraph(system: identity, resources: resources, reporting: &diagnostics) else {
            preconditionFailure("a service of a sketch needs only what comes before it: \(diagnostics.sorted)")
        }
        return graph
    }

    private var networkResources: [Resource] {
        networks.map { network, sketch in
            var spec = NetworkSpec(name: EngineNames.network(system: name, network: network))
            spec.isInternal = sketch.isInternal
            if let subnet = sketch.subnet {
                var pool = AddressManagement.Pool()
                pool.subnet = subnet
                spec.addresses.pools = [pool]
            }
            return Resource(id: ResourceAddress(.network, network), spec: .network(spec))
        }
    }

    private var volumeResources: [Resource] {
        volumes.map { volume in
            let spec = VolumeSpec(name: EngineNames.volume(system: name, volume: volume))
            return Resource(id: ResourceAddress(.volume, volume), spec: .volume(spec))
        }
    }

    private var imageResources: [Resource] {
        Set(services.map(\.image))
            .map { image in
                Resource(id: ResourceAddress(.image, image), spec: .image(ImageSpec(reference: image)))
            }
    }

    private var configResources: [Resource] {
        services.compactMap { service in
            service.config.map { content in
                let text = FreeText(content: Array(content.utf8))
                return Resource(id: ResourceAddress(.config, service.name), spec: .config(ContentSpec(content: text)))
            }
        }
    }

    private var serviceResources: [Resource] {
        services.flatMap { service in
            (1...max(1, service.replicas))
                .map { replica in
                    Resource(
                        id: ResourceAddress(.service, service.name, replica: replica),
                        spec: .container(spec(of: service, replica: replica)),
                        needs: needs(of: service),
                        goal: isAwaited(service) ? .completed : .running,
                        contentPolicies: service.contentPolicy.map { ["/config": $0] } ?? [:]
                    )
                }
        }
    }

    /// A job is one because somebody waits for its end.
    private func isAwaited(_ service: ServiceSketch) -> Bool {
        service.isJob && services.contains { $0.needs.contains(service.name) }
    }

    private func needs(of service: ServiceSketch) -> [ResourceAddress: Need] {
        var needs: [ResourceAddress: Need] = [ResourceAddress(.image, service.image): Need(.existing)]
        for network in service.networks { needs[ResourceAddress(.network, network)] = Need(.existing) }
        for volume in service.mounts.values { needs[ResourceAddress(.volume, volume)] = Need(.existing) }
        if service.config != nil { needs[ResourceAddress(.config, service.name)] = Need(.existing) }
        for needed in services where service.needs.contains(needed.name) {
            let condition: Need.Condition = needed.isJob ? .completed : needed.isChecked ? .healthy : .started
            for replica in 1...max(1, needed.replicas) {
                needs[ResourceAddress(.service, needed.name, replica: replica)] = Need(
                    condition,
                    restartsDependant: service.followsRestarts
                )
            }
        }
        return needs
    }

    private func spec(of service: ServiceSketch, replica: Int) -> ContainerSpec {
        var spec = ContainerSpec()
        spec.name = EngineNames.container(system: name, service: service.name, replica: replica)
        spec.image = service.image
        spec.environment = service.environment.mapValues { FreeText($0, isShowable: true) }
        for network in service.networks {
            let engineName = EngineNames.network(system: name, network: network)
            var endpoint = EndpointSpec(aliases: [service.name])
            if service.replicas == 1 { endpoint.ipv4Address = service.addresses[network] }
            spec.endpoints[engineName] = endpoint
        }
        for (path, volume) in service.mounts {
            spec.mounts[path] = MountSpec(.volume(EngineNames.volume(system: name, volume: volume)))
        }
        if let port = service.hostPort {
            spec.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "\(port)")]
        }
        if let config = service.config {
            spec.files["/config"] = FileSpec(
                source: ResourceAddress(.config, service.name),
                content: FreeText(content: Array(config.utf8)),
                userID: 0,
                groupID: 0,
                mode: 0o444
            )
        }
        if service.isChecked { spec.healthCheck.test = ["CMD", "/bin/check"].map { FreeText($0, isShowable: true) } }
        spec.restart = service.restart
        spec.limits.memory = service.memory
        spec.limits.pids = service.pids
        return spec
    }
}
