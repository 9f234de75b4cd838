package import ManifoldGraph
package import ManifoldPlan
import ManifoldResources

extension OpenFacts {
    /// What an engine tells on which a graph stands as it should, written down instead of applied.
    ///
    /// An apply on the simulated engine comes to the same, but looks for names by going through everything there is; at a
    /// hundred thousand resources this is the only way to such facts.
    package static func settled(_ graph: ResourceGraph, sealedBy sealer: Sealer) -> OpenFacts {
        var facts = OpenFacts(engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"))
        facts.revision = RevisionFacts(
            members: Set(graph.ordered.map(\.id).filter { [.network, .volume, .service].contains($0.kind) })
        )
        for (number, resource) in graph.ordered.enumerated() { facts.add(resource, number, sealer) }
        return facts
    }

    private mutating func add(_ resource: Resource, _ number: Int, _ sealer: Sealer) {
        let id = "\(resource.id.kind)-\(number)"
        switch resource.spec {
        case .network(let spec):
            let fields = FieldTable.network.fields(of: spec)
            let record = SpecRecord(sealer.seal(fields))
            networks.append(LiveNetwork(id: id, name: spec.name, address: resource.id, fields: fields, record: record))
        case .volume(let spec):
            let fields = FieldTable.volume.fields(of: spec)
            let record = SpecRecord(sealer.seal(fields))
            volumes.append(LiveVolume(name: spec.name, address: resource.id, fields: fields, record: record))
        case .image(let spec):
            images[spec.reference] = ImageFacts(id: spec.reference, defaults: SimulatedImage.plainDefaults)
        case .container(let spec): containers.append(live(spec, resource, id, sealer))
        case .config, .secret: break
        }
    }

    private func live(
        _ spec: ContainerSpec,
        _ resource: Resource,
        _ id: String,
        _ sealer: Sealer
    ) -> LiveContainer<FreeText> {
        let image = SimulatedImage(
            id: spec.image ?? "",
            reference: spec.image ?? "",
            defaults: SimulatedImage.plainDefaults
        )
        var container = SimulatedContainer(
            id: id,
            created: id,
            name: spec.name ?? id,
            owner: resource.id,
            maker: .manifold,
            image: image,
            spec: spec,
            record: SpecRecord(sealer.seal(FieldTable.container.fields(of: spec))),
            dependsOn: Set(resource.needs.keys.filter { $0.kind == .service }.map(\.name))
        )
        container.endpoints = spec.endpoints.mapValues { SimulatedContainer.Endpoint(spec: $0) }
        return LiveContainer(
            id: id,
            name: container.name,
            address: resource.id,
            state: ContainerState(.running, health: container.isChecked ? .healthy : nil),
            created: id,
            started: id,
            fields: container.reported,
            imageDefaults: image.defaults,
            imageID: image.id,
            record: container.record,
            firstNetwork: container.firstNetwork,
            volumeNames: container.volumeNames,
            dependsOn: container.dependsOn
        )
    }
}
