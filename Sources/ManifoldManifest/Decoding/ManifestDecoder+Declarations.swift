import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// The top-level `networks` and `volumes`.
extension ManifestDecoder {
    mutating func networks(_ field: Field) -> OrderedDictionary<String, NetworkDeclaration> {
        declarations(field, "network") { entry, decoder in
            var draft = NetworkDraft(origin: entry.declarationOrigin)
            if !entry.value.isNull {
                decoder.decode(entry, as: .named("network", entry.key), by: .network, into: &draft)
            }
            var network = draft.network
            network.isExternal = draft.external.isExternal
            network.name = decoder.name(network.name, or: draft.external, of: entry)
            return network
        }
    }

    mutating func volumes(_ field: Field) -> OrderedDictionary<String, VolumeDeclaration> {
        declarations(field, "volume") { entry, decoder in
            var draft = VolumeDraft(origin: entry.declarationOrigin)
            if !entry.value.isNull { decoder.decode(entry, as: .named("volume", entry.key), by: .volume, into: &draft) }
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
            "driver": .text(\.network.driver),
            "driver_opts": KeyRow { $0.network.driverOptions = $2.options($1) },
            "external": KeyRow { $0.external = $2.external($1) },
            "internal": .bool(\.network.isInternal),
            "labels": KeyRow { $0.network.labels = $2.labels($1) },
            "name": .text(\.network.name),
        ],
        unsupported: ["attachable", "enable_ipv4", "enable_ipv6", "ipam"]
    )
}

extension KeyTable where Target == VolumeDraft {
    /// The keys of a top-level volume.
    static let volume = KeyTable(
        "volume",
        [
            "driver": .text(\.volume.driver),
            "driver_opts": KeyRow { $0.volume.driverOptions = $2.options($1) },
            "external": KeyRow { $0.external = $2.external($1) },
            "labels": KeyRow { $0.volume.labels = $2.labels($1) },
            "name": .text(\.volume.name),
        ]
    )
}
