import ManifoldDiagnostics
import OrderedCollections

/// The manifest while it is read.
struct ManifestDraft {
    var services: OrderedDictionary<String, Service> = [:]
    var networks: OrderedDictionary<String, NetworkDeclaration> = [:]
    var volumes: OrderedDictionary<String, VolumeDeclaration> = [:]
    var configs: OrderedDictionary<String, ContentDraft> = [:]
    var secrets: OrderedDictionary<String, ContentDraft> = [:]
}

extension KeyTable where Target == ManifestDraft {
    /// The top-level keys.
    static let manifest = KeyTable(
        "top-level",
        [
            "configs": KeyRow { $0.configs = $2.contents($1, .config) },
            // The name is settled before everything else is interpolated, since it is a variable as well.
            "name": KeyRow { _, _, _ in },
            "networks": KeyRow { $0.networks = $2.networks($1) },
            "secrets": KeyRow { $0.secrets = $2.contents($1, .secret) },
            "services": KeyRow { $0.services = $2.services($1) },
            "version": KeyRow { _, field, decoder in
                if decoder.string(field) != nil { decoder.diagnostics.report(.obsoleteVersion(field)) }
            },
            "volumes": KeyRow { $0.volumes = $2.volumes($1) },
        ],
        unsupported: ["include", "manifold", "models"]
    )
}
