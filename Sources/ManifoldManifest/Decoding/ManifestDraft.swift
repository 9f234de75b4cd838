import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// The manifest while it is read.
struct ManifestDraft {
    /// The top-level `name`.
    var name: Node?
    var services: OrderedDictionary<String, Service> = [:]
    var networks: OrderedDictionary<String, NetworkDeclaration> = [:]
    var volumes: OrderedDictionary<String, VolumeDeclaration> = [:]
    var configs: OrderedDictionary<String, ContentDraft> = [:]
    var secrets: OrderedDictionary<String, ContentDraft> = [:]
    var models: OrderedDictionary<String, Node> = [:]
}

extension KeyTable where Target == ManifestDraft {
    /// The top-level keys.
    static let manifest = KeyTable(
        "top-level",
        [
            "configs": .section(.declarations(KeyTable<ContentDraft>.config.schema(named: "config"))) {
                $0.configs = $2.contents($1, .config)
            },
            // The name is settled before everything else is interpolated, since it is a variable as well.
            "name": .section(.string) { draft, field, _ in draft.name = field.value },
            "networks": .section(.declarations(KeyTable<NetworkDraft>.network.schema(named: "network").orNull)) {
                $0.networks = $2.networks($1)
            },
            "models": .section(.declarations(KeyTable<Void>.model.schema(named: "model"))) {
                $0.models = $2.models($1)
            },
            "secrets": .section(.declarations(KeyTable<ContentDraft>.secret.schema(named: "secret"))) {
                $0.secrets = $2.contents($1, .secret)
            },
            "services": .section(
                .declarations(KeyTable<ServiceDraft>.service.schema(named: "service", plus: [.extends]))
            ) {
                $0.services = $2.services($1)
            },
            "version": .section(.string) { _, field, decoder in
                if decoder.string(field) != nil { decoder.diagnostics.report(.obsoleteVersion(field)) }
            },
            "volumes": .section(.declarations(KeyTable<VolumeDraft>.volume.schema(named: "volume").orNull)) {
                $0.volumes = $2.volumes($1)
            },
        ]
    )
}

extension KeyRow where Target == ManifestDraft {
    /// A top-level key; the normal form of the whole is put together when it is written.
    fileprivate static func section(
        _ schema: ValueSchema,
        reading: @escaping @Sendable (inout ManifestDraft, Field, inout ManifestDecoder) -> Void
    ) -> KeyRow {
        KeyRow(schema) { draft, field, decoder in
            reading(&draft, field, &decoder)
            return nil
        }
    }
}
