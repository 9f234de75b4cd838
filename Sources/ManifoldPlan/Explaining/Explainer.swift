import ManifoldDiagnostics
import ManifoldGraph
package import ManifoldResources

/// Explains resources of a system: a pure function of what is wanted and of what is there.
package struct Explainer {
    private let desired: DesiredSystem
    private let facts: SealedFacts

    package init(_ desired: DesiredSystem, given facts: SealedFacts) {
        self.desired = desired
        self.facts = facts
    }

    /// Everything that can be explained, as people can write it.
    package var names: Set<String> {
        Set(desired.ordered.flatMap { [$0.id.description, $0.id.withoutReplica.description] })
    }

    /// Nil where the manifest has no such resource; a service stands for its first instance.
    package func explanation(of selector: ResourceAddress) -> Explanation? {
        let instances = desired.ordered.filter { $0.id.withoutReplica == selector.withoutReplica }
        let chosen = selector.replica == nil ? instances.min { $0.id < $1.id } : desired[selector]
        guard let resource = chosen else { return nil }
        let live = facts.containers.first { $0.address == resource.id && $0.maker == .manifold }
        let fields = fields(of: resource, live)
        return Explanation(
            id: resource.id,
            name: resource.name,
            declaration: resource.declaration,
            isPresent: isPresent(resource, live),
            state: live?.state,
            instanceCount: instances.count,
            values: fields.values,
            unset: fields.unset,
            needs: resource.needs.map { Explanation.Edge(id: $0, need: $1) }.sorted { $0.id < $1.id },
            dependants: desired.ordered.compactMap { other in
                other.needs[resource.id].map { Explanation.Edge(id: other.id, need: $0) }
            },
            effects: ReplacementEffects(desired, facts).effects(of: resource)
        )
    }

    private func isPresent(_ resource: DesiredResource, _ live: LiveContainer<SealedText>?) -> Bool {
        switch resource.id.kind {
        case .service: live != nil
        case .network: facts.networks.contains { $0.name == resource.name }
        case .volume: facts.volumes.contains { $0.name == resource.name }
        case .image: facts.images[resource.name] != nil
        case .config, .secret: true
        }
    }

    // MARK: Fields

    private typealias Fields = (values: [Explanation.Value], unset: [FieldName])

    private func fields(of resource: DesiredResource, _ live: LiveContainer<SealedText>?) -> Fields {
        switch resource.id.kind {
        case .service:
            let reference = resource.imageReference
            var defaults = reference.flatMap { facts.images[$0]?.defaults } ?? live?.imageDefaults ?? [:]
            // The engine drops the image's command as soon as an entrypoint is given.
            if resource.fields["entrypoint"] != nil { defaults["command"] = nil }
            let now = live.map { AppliedHolders(facts).resolving($0.fields, recorded: resource.fields) }
            return fields(.container, of: resource, now, defaults, image: reference ?? "")
        case .network:
            let live = facts.networks.first { $0.name == resource.name }
            return fields(.network, of: resource, resource.isExternal ? nil : live?.fields)
        case .volume:
            let live = facts.volumes.first { $0.name == resource.name }
            return fields(.volume, of: resource, resource.isExternal ? nil : live?.fields)
        case .image, .config, .secret: return ([], [])
        }
    }

    private func fields<Spec>(
        _ table: FieldTable<Spec>,
        of resource: DesiredResource,
        _ live: SealedFields?,
        _ defaults: SealedFields = [:],
        image: String = ""
    ) -> Fields {
        var found: Fields = ([], [])
        let stopSignal = (live ?? defaults.merging(resource.fields) { $1 })["stop_signal"]
        for row in table.rows {
            let paths = Self.paths(of: row.name, [resource.fields, defaults, live ?? [:]])
            // A new volume would be an empty one.
            let way = resource.id.kind == .volume ? .kept : row.change
            for path in paths {
                let wanted = resource.fields.value(at: path)
                let now = live?.value(at: path)
                let source: Explanation.Source
                if wanted != nil {
                    source = .manifest(resource.origins[path] ?? resource.origins[FieldPath(path.field)])
                } else if defaults.value(at: path) != nil {
                    source = .image(image)
                } else {
                    source = row.isAlwaysOwned ? .outside : .engine
                }
                guard let value = wanted ?? defaults.value(at: path) ?? now else { continue }
                let differs = live != nil && now != value
                let policy = way == .contents ? resource.contentPolicies[path.entry ?? ""] ?? .recreate : nil
                found.values.append(
                    Explanation.Value(
                        path: path,
                        value: value,
                        source: source,
                        way: way,
                        policy: policy,
                        obstacle: policy?.signal.flatMap { resource.obstacle(to: $0, stoppedBy: stopSignal) },
                        live: differs ? Explanation.Live(value: now) : nil
                    )
                )
            }
            if paths.isEmpty { found.unset.append(row.name) }
        }
        return found
    }

    /// The field itself, or each of its entries, as far as anybody has a value.
    private static func paths(of name: FieldName, _ sides: [SealedFields]) -> [FieldPath] {
        let values = sides.compactMap { $0[name] }
        var entries: Set<String> = []
        for case .map(let map) in values { entries.formUnion(map.keys) }
        if !entries.isEmpty { return entries.map { FieldPath(name, $0) }.sorted() }
        return values.isEmpty ? [] : [FieldPath(name)]
    }
}
