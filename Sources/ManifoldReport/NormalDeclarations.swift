import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import ManifoldYAML
import OrderedCollections

/// The top-level declarations in normal form: names filled in, and only what some active service uses.
struct NormalDeclarations {
    typealias Entries = [(key: String, value: Node)]

    let networks: Entries
    let volumes: Entries
    let configs: Entries
    let secrets: Entries

    init(of manifest: Manifest, usedBy services: [Service]) {
        let system = manifest.name
        networks = Self.used(services.flatMap { Self.names(in: $0.normal["networks"]) }) { name in
            let declaration = manifest.networks[name]
            // The default network is there without a declaration.
            guard declaration != nil || name == "default" else { return nil }
            let ownName = EngineNames.network(system: system, network: name)
            return Self.named(declaration?.normal, declaration?.isExternal == true ? name : ownName, declaration?.name)
        }
        volumes = Self.used(services.flatMap { $0.volumes.filter { $0.kind == .volume }.compactMap(\.source) }) {
            name in
            manifest.volumes[name]
                .map { volume in
                    let ownName = EngineNames.volume(system: system, volume: name)
                    return Self.named(volume.normal, volume.isExternal ? name : ownName, volume.name)
                }
        }
        configs = Self.used(services.flatMap { $0.configs.map(\.source) }) { name in
            manifest.configs[name].map { Self.value(of: $0, name, system) }
        }
        let buildSecrets = services.flatMap { Self.sources(in: $0.normal["build"]?["secrets"]) }
        secrets = Self.used(services.flatMap { $0.secrets.map(\.source) } + buildSecrets) { name in
            manifest.secrets[name].map { Self.value(of: $0, name, system) }
        }
    }

    private static func names(in mapping: Node?) -> [String] {
        mapping?.pairs?.compactMap(\.key.scalarText) ?? []
    }

    private static func sources(in list: Node?) -> [String] {
        list?.items?.compactMap { $0["source"]?.scalarText } ?? []
    }

    private static func used(_ names: [String], _ value: (String) -> Node?) -> Entries {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }.compactMap { name in value(name).map { (name, $0) } }
    }

    private static func value(of content: ContentDeclaration, _ name: String, _ system: String) -> Node {
        let ownName = EngineNames.volume(system: system, volume: name)
        return named(content.normal, content.isExternal ? name : ownName, content.name)
    }

    /// A declaration with its name in front: the one that is written, or the one that it has without.
    private static func named(_ normal: Node?, _ ownName: String, _ written: Sourced<String>?) -> Node {
        guard let normal else {
            let pairs = [("name", Node.text(ownName)), ("ipam", Node(.mapping([]), span: .nowhere))]
            return Node(.mapping(pairs.map { Node.Pair(key: .text($0.0), value: $0.1) }), span: .nowhere)
        }
        if normal["name"] != nil { return normal }
        // Without a name of its own it has one that follows from what is declared.
        let place = written?.origin.span ?? normal.span.beginning
        let pair = Node.Pair(key: .text("name"), value: .text(written?.value ?? ownName, at: place))
        return normal.with(.mapping([pair] + (normal.pairs ?? [])))
    }
}
