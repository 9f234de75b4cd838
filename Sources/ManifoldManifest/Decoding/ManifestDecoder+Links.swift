import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// What ties a service to others: `networks`, `depends_on`, `configs` and `secrets`.
extension ManifestDecoder {
    /// A list of names, or a mapping from names to what holds on that network.
    fileprivate mutating func serviceNetworks(
        _ field: Field,
        _ normal: inout NormalMapping
    ) -> OrderedDictionary<String, ServiceNetwork> {
        var networks: OrderedDictionary<String, ServiceNetwork> = [:]
        if field.value.items != nil {
            for name in strings(field, repetition: .refused) {
                networks[name.value] = ServiceNetwork(origin: name.origin)
                normal.add(name.value, .null(at: name.origin))
            }
            return networks
        }
        guard field.value.pairs != nil else {
            diagnostics.report(.wrongType(field, expected: "a list or a mapping"))
            return [:]
        }
        eachEntry(of: field) { entry, decoder in
            var network = ServiceNetwork(origin: Origin(entry.keySpan))
            let part = entry.value.isNull ? nil : decoder.decode(entry, by: .serviceNetwork, into: &network)
            networks[entry.key] = network
            normal.add(entry.key, part ?? .null(at: Origin(entry.keySpan)))
        }
        return networks
    }

    /// A list of names, or a mapping from names to conditions.
    mutating func dependencies(_ field: Field) -> OrderedDictionary<String, Dependency> {
        var dependencies: OrderedDictionary<String, Dependency> = [:]
        if field.value.items != nil {
            for name in strings(field, repetition: .refused) {
                dependencies[name.value] = Dependency(.started, origin: name.origin)
            }
            return dependencies
        }
        guard field.value.pairs != nil else {
            diagnostics.report(.wrongType(field, expected: "a list or a mapping"))
            return [:]
        }
        eachEntry(of: field) { entry, decoder in
            var dependency = Dependency(.started, origin: Origin(entry.keySpan))
            decoder.decode(entry, by: .dependency, into: &dependency)
            dependency.written = entry.value
            dependencies[entry.key] = dependency
        }
        return dependencies
    }

    /// `configs` and `secrets` of a service or a build: names, or mappings with the keys of a table.
    mutating func contentReferences(
        _ field: Field,
        by table: KeyTable<ContentReference> = .contentReference
    ) -> [ContentReference] {
        // Compose keeps the last one of several with the same target, at the place of the first.
        var references: OrderedDictionary<String, ContentReference> = [:]
        eachItem(of: field) { item, decoder in
            guard let reference = decoder.contentReference(item, by: table) else { return }
            let target = reference.target ?? reference.source
            if let earlier = references.updateValue(reference, forKey: target) {
                decoder.diagnostics.report(.repeated(item, first: earlier.origin.span, isError: false))
            }
        }
        return Array(references.values)
    }

    private mutating func contentReference(
        _ field: Field,
        by table: KeyTable<ContentReference>
    ) -> ContentReference? {
        if field.value.pairs == nil {
            guard field.value.items == nil, field.value.resolved == .string else {
                diagnostics.report(.wrongType(field, expected: "a string or a mapping"))
                return nil
            }
            return string(field).map { ContentReference(source: $0.value, origin: $0.origin) }
        }
        var reference = ContentReference(source: "", origin: field.origin)
        reference.written = field.value
        decode(field, by: table, into: &reference)
        return reference.source.isEmpty ? nil : reference
    }

    mutating func numericID(_ field: Field) -> String? {
        guard let text = string(field) else { return nil }
        if UInt32(text.value) != nil { return text.value }
        diagnostics.report(
            .invalidValue(
                field,
                "is no number of a user or group",
                help: "write a number as a string, such as `\"1000\"`"
            )
        )
        return nil
    }
}

extension KeyRow where Target == ServiceDraft {
    /// `networks` of a service.
    static let serviceNetworks = KeyRow(
        .anyOf([.list(.string, unique: true), .map(KeyTable.serviceNetwork.schema(named: "service_network").orNull)])
    ) { draft, field, decoder in
        var normal = NormalMapping()
        draft.service.networks = decoder.serviceNetworks(field, &normal)
        return normal.sorted(from: field.origin).unlessEmpty
    }

    /// `depends_on`.
    static let dependencies = KeyRow(
        .anyOf([.list(.string, unique: true), .map(KeyTable.dependency.schema(named: "dependency"))])
    ) { draft, field, decoder in
        draft.service.dependsOn = decoder.dependencies(field)
        // Dependencies that follow from other keys are added when all of them are known.
        return nil
    }
}

extension KeyTable where Target == ServiceNetwork {
    /// The keys of a network of a service.
    static let serviceNetwork = KeyTable(
        "network",
        [
            "priority": .carried(.integer()),
            "gw_priority": .carried(.integer()),
            "interface_name": .carried(.string).used(.pending),
            "aliases": .strings(\.aliases),
            "ipv4_address": .carried(.string),
            "ipv6_address": .carried(.string),
            "link_local_ips": .carried(.strings),
            "mac_address": .carried(.string),
            "driver_opts": .carried(.options),
        ]
    )
}

extension KeyTable where Target == Dependency {
    /// The keys of an entry of `depends_on`.
    static let dependency = KeyTable(
        "depends_on",
        required: ["condition"],
        [
            "condition": KeyRow(.choice(Dependency.Condition.allCases.map(\.rawValue))) { dependency, field, decoder in
                let word = decoder.word(field, among: Dependency.Condition.allCases.map(\.rawValue))
                if let condition = word.flatMap({ Dependency.Condition(rawValue: $0.value) }) {
                    dependency.condition = condition
                }
                return nil
            },
            "restart": KeyRow(.flag) { dependency, field, decoder in
                dependency.restart = decoder.bool(field)?.value ?? false
                return nil
            },
            "required": KeyRow(.flag) { dependency, field, decoder in
                dependency.isRequired = decoder.bool(field)?.value ?? true
                return nil
            },
        ]
    )
}

extension Dependency {
    /// The dependency in normal form.
    var normal: Node {
        var mapping = NormalMapping()
        mapping.add("condition", condition.rawValue, from: origin)
        mapping.add("restart", ifTrue: restart, from: origin)
        mapping.add("required", .normal(Sourced(isRequired, from: origin)))
        return mapping.node(from: origin).placed(like: written)
    }
}
