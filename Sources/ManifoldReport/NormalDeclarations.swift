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

    init(of manifest: Manifest, _ used: UsedNames) {
        let system = manifest.name
        networks = used.networks.compactMap { name in
            let declaration = manifest.networks[name]
            // The default network is there without a declaration.
            guard declaration != nil || name == "default" else { return nil }
            let ownName = declaration?.isExternal == true ? name : EngineNames.network(system: system, network: name)
            return (name, Self.named(declaration?.normal, ownName, declaration?.name))
        }
        volumes = used.volumes.compactMap { name in
            guard let volume = manifest.volumes[name] else { return nil }
            let ownName = volume.isExternal ? name : EngineNames.volume(system: system, volume: name)
            return (name, Self.named(volume.normal, ownName, volume.name))
        }
        configs = used.configs.compactMap { name in
            manifest.configs[name].map { (name, Self.value(of: $0, name, system)) }
        }
        secrets = used.secrets.compactMap { name in
            manifest.secrets[name].map { (name, Self.value(of: $0, name, system)) }
        }
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
