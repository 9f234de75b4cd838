import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// The top-level `networks` and `volumes`.
extension ManifestDecoder {
    mutating func networks(_ field: Field) -> OrderedDictionary<String, NetworkDeclaration> {
        declarations(field, "network") { entry, decoder in
            var draft = NetworkDraft(origin: entry.declarationOrigin)
            if !entry.value.isNull {
                draft.network.normal = decoder.decode(
                    entry,
                    as: .named("network", entry.key),
                    by: .network,
                    into: &draft
                )
            }
            var network = draft.network
            network.isExternal = draft.external.isExternal
            network.name = decoder.name(network.name, or: draft.external, of: entry)
            if network.normal["ipam"] == nil {
                // Compose writes it in any case.
                let place = network.origin.implied
                let pair = Node.Pair(key: .normal("ipam", from: place), value: .nothing(at: place))
                network.normal = network.normal.adding([pair], by: .network)
            }
            return network
        }
    }

    mutating func volumes(_ field: Field) -> OrderedDictionary<String, VolumeDeclaration> {
        declarations(field, "volume") { entry, decoder in
            var draft = VolumeDraft(origin: entry.declarationOrigin)
            if !entry.value.isNull {
                draft.volume.normal = decoder.decode(
                    entry,
                    as: .named("volume", entry.key),
                    by: .volume,
                    into: &draft
                )
            }
            var volume = draft.volume
            volume.isExternal = draft.external.isExternal
            volume.name = decoder.name(volume.name, or: draft.external, of: entry)
            if volume.isExternal { decoder.checkExternalVolume(entry, draft.external) }
            decoder.resolveDevice(of: &volume)
            return volume
        }
    }

    private mutating func declarations<Value>(
        _ field: Field,
        _ kind: String,
        _ decode: (Field, inout ManifestDecoder) -> Value
    ) -> OrderedDictionary<String, Value> {
        var values: OrderedDictionary<String, Value> = [:]
        eachEntry(of: field) { entry, decoder in
            if decoder.isName(entry, of: kind) { values[entry.key] = decode(entry, &decoder) }
        }
        return values
    }

    private mutating func checkExternalVolume(_ field: Field, _ external: External) {
        for pair in field.value.pairs ?? [] {
            guard let key = pair.key.scalarText, !key.hasPrefix("x-") else { continue }
            if key != "external", key != "name", let place = external.span {
                diagnostics.report(.externalWith(key, at: pair.key.span, field, external: place))
            }
        }
    }
}

extension ManifestDecoder {
    /// A local volume that is a bind mount in truth has a path of the host among its options.
    private mutating func resolveDevice(of volume: inout VolumeDeclaration) {
        guard volume.driver?.value == "local", volume.driverOptions["o"]?.value == "bind" else { return }
        guard let device = volume.driverOptions["device"], let path = absolutePath(device) else { return }
        volume.driverOptions["device"] = device.map { _ in path }
        volume.normal = volume.normal.replacing(
            "driver_opts",
            with: .normal(volume.driverOptions, from: device.origin)
        )
    }
}

extension Field {
    /// The origin of a declaration: its value, or its key where nothing is written behind it.
    var declarationOrigin: Origin {
        value.isNull ? Origin(keySpan) : origin
    }
}

/// A network while it is read.
struct NetworkDraft {
    var network: NetworkDeclaration
    var external = External()

    init(origin: Origin) {
        network = NetworkDeclaration(origin: origin)
    }
}

/// A volume while it is read.
struct VolumeDraft {
    var volume: VolumeDeclaration
    var external = External()

    init(origin: Origin) {
        volume = VolumeDeclaration(origin: origin)
    }
}

extension KeyTable where Target == NetworkDraft {
    /// The keys of a top-level network.
    static let network = KeyTable(
        "network",
        [
            "name": .engineName(\.network.name),
            "driver": .text(\.network.driver),
            "driver_opts": .options(\.network.driverOptions),
            "ipam": .carried(.object(.ipam, named: "ipam")),
            "external": .external(\.external),
            "internal": .bool(\.network.isInternal),
            "attachable": .carried(.bool),
            "labels": .labels(\.network.labels),
            "enable_ipv4": .carried(.flag),
            "enable_ipv6": .carried(.flag),
        ]
    )
}

extension KeyTable<Void> {
    /// The keys of a network's `ipam`.
    static let ipam = KeyTable(
        "ipam",
        [
            "driver": .carried(.string),
            "config": .carried(.list(of: .object(.addressPool, named: "address_pool"))),
            "options": .carried(.map(of: .string)),
        ]
    )

    /// The keys of an entry of `ipam.config`.
    static let addressPool = KeyTable(
        "ipam.config",
        [
            "subnet": .carried(.string),
            "gateway": .carried(.string),
            "ip_range": .carried(.string),
            "aux_addresses": .carried(.map(of: .string)),
        ]
    )
}

extension KeyTable where Target == VolumeDraft {
    /// The keys of a top-level volume.
    static let volume = KeyTable(
        "volume",
        [
            "name": .engineName(\.volume.name),
            "driver": .text(\.volume.driver),
            "driver_opts": .options(\.volume.driverOptions),
            "external": .external(\.external),
            "labels": .labels(\.volume.labels),
        ]
    )
}

extension KeyRow {
    /// Options of a driver.
    static func options(
        _ path: any WritableKeyPath<Target, OrderedDictionary<String, Sourced<String>>> & Sendable
    ) -> KeyRow {
        KeyRow(ValueKind.options.schema) { target, field, decoder in
            let options = decoder.options(field)
            target[keyPath: path] = options
            return Node.normal(options, from: field.origin).unlessEmpty
        }
    }

    static func labels(
        _ path: any WritableKeyPath<Target, OrderedDictionary<String, Sourced<String>>> & Sendable
    ) -> KeyRow {
        KeyRow(.settings) { target, field, decoder in
            let labels = decoder.labels(field)
            target[keyPath: path] = labels
            return Node.normal(labels, from: field.origin).unlessEmpty
        }
    }

    /// `external`, in both of its forms.
    static func external(_ path: any WritableKeyPath<Target, External> & Sendable) -> KeyRow {
        KeyRow(.anyOf([.flag, KeyTable<External>.external.schema(named: "external")])) {
            target,
            field,
            decoder in
            let external = decoder.external(field)
            target[keyPath: path] = external
            return external.isExternal ? .normal(Sourced(true, from: field.origin)) : nil
        }
    }
}
