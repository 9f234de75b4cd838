import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// What ties a service to others: `networks`, `depends_on`, `configs` and `secrets`.
extension ManifestDecoder {
    /// A list of names, or a mapping from names to what holds on that network.
    mutating func serviceNetworks(_ field: Field) -> OrderedDictionary<String, ServiceNetwork> {
        var networks: OrderedDictionary<String, ServiceNetwork> = [:]
        if field.value.items != nil {
            for name in strings(field, repetition: .refused) {
                networks[name.value] = ServiceNetwork(origin: name.origin)
            }
            return networks
        }
        guard field.value.pairs != nil else {
            diagnostics.report(.wrongType(field, expected: "a list or a mapping"))
            return [:]
        }
        eachEntry(of: field) { entry, decoder in
            var network = ServiceNetwork(origin: Origin(entry.keySpan))
            if !entry.value.isNull { decoder.decode(entry, by: .serviceNetwork, into: &network) }
            networks[entry.key] = network
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
            _ = decoder.requires("condition", in: entry)
            dependencies[entry.key] = dependency
        }
        return dependencies
    }

    /// `configs` and `secrets` of a service: names, or mappings.
    mutating func contentReferences(_ field: Field) -> [ContentReference] {
        // Compose keeps the last one of several with the same target, at the place of the first.
        var references: OrderedDictionary<String, ContentReference> = [:]
        eachItem(of: field) { item, decoder in
            guard let reference = decoder.contentReference(item) else { return }
            let target = reference.target ?? reference.source
            if let earlier = references.updateValue(reference, forKey: target) {
                decoder.diagnostics.report(.repeated(item, first: earlier.origin.span, isError: false))
            }
        }
        return Array(references.values)
    }

    private mutating func contentReference(_ field: Field) -> ContentReference? {
        if field.value.pairs == nil {
            guard field.value.items == nil, field.value.resolved == .string else {
                diagnostics.report(.wrongType(field, expected: "a string or a mapping"))
                return nil
            }
            return string(field).map { ContentReference(source: $0.value, origin: $0.origin) }
        }
        var reference = ContentReference(source: "", origin: field.origin)
        decode(field, by: .contentReference, into: &reference)
        return requires("source", in: field) && !reference.source.isEmpty ? reference : nil
    }

    fileprivate mutating func numericID(_ field: Field) -> String? {
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

extension KeyTable where Target == ServiceNetwork {
    /// The keys of a network of a service.
    static let serviceNetwork = KeyTable(
        "network",
        ["aliases": .strings(\.aliases)],
        unsupported: [
            "driver_opts", "gw_priority", "interface_name", "ipv4_address", "ipv6_address", "link_local_ips",
            "mac_address", "priority",
        ]
    )
}

extension KeyTable where Target == Dependency {
    /// The keys of an entry of `depends_on`.
    static let dependency = KeyTable(
        "depends_on",
        [
            "condition": KeyRow { dependency, field, decoder in
                let word = decoder.word(field, among: Dependency.Condition.allCases.map(\.rawValue))
                if let condition = word.flatMap({ Dependency.Condition(rawValue: $0.value) }) {
                    dependency.condition = condition
                }
            },
            "required": KeyRow { $0.isRequired = $2.bool($1)?.value ?? true },
            "restart": KeyRow { $0.restart = $2.bool($1)?.value ?? false },
        ]
    )
}

extension KeyTable where Target == ContentReference {
    /// The keys of an entry of a service's `configs` or `secrets`.
    static let contentReference = KeyTable(
        "config or secret",
        [
            "gid": KeyRow { $0.groupID = $2.numericID($1) },
            "mode": KeyRow { $0.mode = $2.fileMode($1)?.value },
            "source": KeyRow { $0.source = $2.string($1)?.value ?? "" },
            "target": KeyRow { $0.target = $2.string($1)?.value },
            "uid": KeyRow { $0.userID = $2.numericID($1) },
        ]
    )
}
