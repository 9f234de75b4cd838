import ManifoldGraph
import ManifoldPlan
import ManifoldReport
import ManifoldResources

/// What `status` shows, from what is wanted and what is there.
enum StatusRows {
    static func status(of subject: SystemSubject, given facts: OpenFacts) -> SystemStatus {
        var status = SystemStatus(system: subject.name, engine: facts.engine)
        status.holder = facts.revision?.holder
        var live: Set<ResourceAddress> = []
        for container in facts.containers {
            live.insert(container.address)
            status.instances.append(SystemStatus.Instance(address: container.address, container: row(for: container)))
        }
        for (address, name) in facts.networks.map({ ($0.address, $0.name) })
            + facts.volumes.map({ ($0.address, $0.name) })
        {
            guard let address else { continue }
            live.insert(address)
            status.parts.append(SystemStatus.Part(address: address, name: name))
        }
        guard case .loaded(let loaded) = subject else { return status }
        for resource in loaded.graph.ordered where !live.contains(resource.id) {
            switch resource.spec {
            case .container:
                status.instances.append(SystemStatus.Instance(address: resource.id, container: nil))
            case .network(let spec) where !spec.isExternal:
                status.parts.append(SystemStatus.Part(address: resource.id, name: nil))
            case .volume(let spec) where !spec.isExternal:
                status.parts.append(SystemStatus.Part(address: resource.id, name: nil))
            case .network, .volume, .image, .config, .secret:
                break
            }
        }
        return status
    }

    private static func row(for container: LiveContainer<FreeText>) -> SystemStatus.Container {
        SystemStatus.Container(
            name: container.name,
            state: container.state,
            ports: ports(container.fields["ports"]),
            image: word(container.fields["image"]).map(familiar) ?? container.imageID
        )
    }

    private static func ports(_ value: FieldValue<FreeText>?) -> [String] {
        guard case .map(let entries)? = value else { return [] }
        return entries.values
            .flatMap { bindings -> [String] in
                if case .set(let bindings) = bindings { bindings.compactMap(word) } else { [] }
            }
            .sorted(by: NaturalOrder.areInIncreasingOrder)
    }

    /// The reference as people write it: `nginx:latest`.
    private static func familiar(_ reference: String) -> String {
        (try? ImageReference(reference).familiar) ?? reference
    }

    private static func word(_ value: FieldValue<FreeText>?) -> String? {
        if case .word(let word)? = value { word } else { nil }
    }
}
