import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

extension Scene {
    /// Makes the engine hold what is wanted now, as an apply would: everything there, running, on its networks, recorded.
    mutating func apply() {
        containers = []
        networks = []
        volumes = []
        for (address, want) in wants.sorted(by: { $0.key < $1.key }) {
            switch want.spec {
            case .network(let spec): networks.append(Self.sketch(of: spec, at: address))
            case .volume(let spec):
                let isOurs = !spec.isExternal
                volumes.append(
                    VolumeSketch(address: isOurs ? address : nil, spec: spec, recorded: isOurs ? spec : nil)
                )
            case .container(let spec): containers.append(sketch(of: spec, at: address, want))
            case .config, .secret, .image: continue
            }
        }
        for container in containers {
            guard let image = container.spec.image else { continue }
            images[image] = container.image
        }
        revision = RevisionFacts(members: Set(wants.keys))
    }

    private static func sketch(of spec: NetworkSpec, at address: ResourceAddress) -> NetworkSketch {
        let isOurs = !spec.isExternal
        return NetworkSketch(
            id: "id-\(spec.name)",
            address: isOurs ? address : nil,
            spec: spec,
            recorded: isOurs ? spec : nil
        )
    }

    private func sketch(of spec: ContainerSpec, at address: ResourceAddress, _ want: Want) -> LiveSketch {
        var sketch = LiveSketch(
            id: "id-\(address.name)-\(address.replica ?? 1)",
            address: address,
            spec: spec,
            recorded: spec,
            image: spec.image.flatMap { images[$0] } ?? ImageSketch()
        )
        for network in spec.endpoints.keys { sketch.networkIDs[network] = "id-\(network)" }
        for (path, mount) in spec.mounts where mount.source == .anonymousVolume {
            sketch.anonymousVolumes[path] = "anonymous\(path)"
        }
        sketch.dependsOn = Set(want.needs.keys.filter { $0.kind == .service }.map(\.name))
        let jobs = want.needs.filter { $0.key.kind == .service && $0.value.condition == .completed }
        sketch.awaitsCompletion = Set(jobs.keys.map(\.name))
        if want.goal == .completed { sketch.state = ContainerState(.exited, exitCode: 0) }
        return sketch
    }

    /// Changes what the engine has of a service's instance.
    mutating func drift(_ name: String, replica: Int = 1, _ change: (inout LiveSketch) -> Void) {
        let address = ResourceAddress(.service, name, replica: replica)
        guard let index = containers.firstIndex(where: { $0.address == address }) else {
            preconditionFailure("the scene's engine has no container of \(address)")
        }
        change(&containers[index])
    }

    /// Adds another container of the same instance, as an interrupted replacement leaves it.
    mutating func twin(of name: String, id: String, _ change: (inout LiveSketch) -> Void) {
        guard var twin = containers.first(where: { $0.address.name == name }) else {
            preconditionFailure("the scene's engine has no container of \(name)")
        }
        twin.id = id
        change(&twin)
        containers.append(twin)
    }

    /// What planning gets to know of the engine.
    var facts: OpenFacts {
        var facts = OpenFacts(engine: EngineFacts(apiVersion: apiVersion, version: "20.10.24"))
        facts.containers = containers.map(\.live)
        facts.networks = networks.map { network in
            let ours = containers.filter {
                $0.networkIDs[network.spec.name] == network.id && [.running, .paused].contains($0.state.status)
            }
            return LiveNetwork(
                id: network.id,
                name: network.spec.name,
                address: network.address,
                fields: FieldTable.network.fields(of: network.spec),
                record: network.recorded.map { SpecRecord(Self.sealer.seal(FieldTable.network.fields(of: $0))) },
                attached: Set(ours.map(\.id)).union(network.strangers.map { "id-\($0)" }),
                guests: Dictionary(
                    uniqueKeysWithValues: network.strangers.union(network.stoppedStrangers).map { ("id-\($0)", $0) }
                ),
                holders: network.holders,
                isLabelled: network.isLabelled
            )
        }
        facts.volumes = volumes.map { volume in
            LiveVolume(
                name: volume.spec.name,
                address: volume.address,
                fields: FieldTable.volume.fields(of: volume.spec),
                record: volume.recorded.map { SpecRecord(Self.sealer.seal(FieldTable.volume.fields(of: $0))) },
                isLabelled: volume.isLabelled,
                created: volume.created
            )
        }
        facts.images = images.mapValues { ImageFacts(id: $0.id, defaults: $0.defaults) }
        facts.foreign = foreign
        facts.heldPorts = heldPorts
        facts.heldSubnets = heldSubnets
        facts.outsiders = outsiders
        facts.strayFileVolumes = strayVolumes
        facts.lostNetworks = lostNetworks
        facts.missingHostPaths = missingHostPaths
        facts.revision = revision
        return facts
    }

    /// Plans; what stands in the way is thrown.
    func plan() throws -> Plan {
        try plan(Self.sealer.seal(graph, facts))
    }

    /// Plans for a system of which nothing is wanted any more.
    func planDestruction() throws -> Plan {
        var scene = self
        scene.options.isDestroy = true
        return try scene.plan(Self.sealer.seal(nothingOf: desired.system, facts))
    }

    /// The diagnostics of a scene that cannot be planned.
    func obstacles() -> [Diagnostic] {
        do {
            _ = try plan()
            return []
        } catch let refusal as Refusal {
            return refusal.diagnostics
        } catch {
            preconditionFailure("planning throws nothing but refusals, not \(error)")
        }
    }

    private func plan(_ sealed: (desired: DesiredSystem, facts: SealedFacts)) throws -> Plan {
        var diagnostics = Diagnostics()
        guard let plan = Planner(options).plan(sealed.desired, given: sealed.facts, reporting: &diagnostics) else {
            throw Refusal(diagnostics: diagnostics.sorted)
        }
        return plan
    }

    /// Something stands in the way of a plan.
    struct Refusal: Error {
        let diagnostics: [Diagnostic]
    }
}
