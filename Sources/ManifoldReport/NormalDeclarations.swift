import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import ManifoldYAML
import OrderedCollections

/// The top-level declarations in normal form: names filled in, and only what some active service uses.
struct NormalDeclarations {
    let networks: PlainValue
    let volumes: PlainValue
    let configs: PlainValue
    let secrets: PlainValue

    init(of manifest: Manifest, usedBy services: [Service]) {
        let system = manifest.name
        networks = Self.declared(Self.networks(of: services)) { name in
            guard let declaration = manifest.networks[name] else {
                // The default network is there without a declaration.
                return name == "default" ? Self.value(of: nil, name, system) : nil
            }
            return Self.value(of: declaration, name, system)
        }
        volumes = Self.declared(services.flatMap { $0.volumes.filter { $0.kind == .volume }.compactMap(\.source) }) {
            name in
            manifest.volumes[name].map { Self.value(of: $0, name, system) }
        }
        configs = Self.declared(services.flatMap { $0.configs.map(\.source) }) { name in
            manifest.configs[name].map { Self.value(of: $0, name, system) }
        }
        secrets = Self.declared(services.flatMap { $0.secrets.map(\.source) }) { name in
            manifest.secrets[name].map { Self.value(of: $0, name, system) }
        }
    }

    private static func networks(of services: [Service]) -> [String] {
        services.flatMap { $0.networks.isEmpty ? ["default"] : Array($0.networks.keys) }
    }

    private static func declared(_ names: [String], _ value: (String) -> PlainValue?) -> PlainValue {
        .sorted(Set(names).compactMap { name in value(name).map { (name, $0) } })
    }

    private static func value(of network: NetworkDeclaration?, _ name: String, _ system: String) -> PlainValue {
        let isExternal = network?.isExternal ?? false
        let ownName = isExternal ? name : EngineNames.network(system: system, network: name)
        var map = NormalMap()
        map.add("name", network?.name?.value ?? ownName)
        map.add("driver", network?.driver?.value)
        map.add("driver_opts", options(network?.driverOptions ?? [:]))
        map.set("ipam", .map([]))
        map.add("external", ifTrue: isExternal)
        map.add("internal", ifTrue: network?.isInternal?.value ?? false)
        map.add("labels", options(network?.labels ?? [:]))
        return map.value
    }

    private static func value(of volume: VolumeDeclaration, _ name: String, _ system: String) -> PlainValue {
        let ownName = volume.isExternal ? name : EngineNames.volume(system: system, volume: name)
        var map = NormalMap()
        map.add("name", volume.name?.value ?? ownName)
        map.add("driver", volume.driver?.value)
        map.add("driver_opts", options(volume.driverOptions))
        map.add("external", ifTrue: volume.isExternal)
        map.add("labels", options(volume.labels))
        return map.value
    }

    private static func value(of content: ContentDeclaration, _ name: String, _ system: String) -> PlainValue {
        var map = NormalMap()
        map.add("name", content.name?.value ?? EngineNames.volume(system: system, volume: name))
        switch content.source {
        case .file(let path): map.add("file", path)
        case .inline(let text): map.add("content", text)
        case .environment(let variable): map.add("environment", variable)
        }
        return map.value
    }

    private static func options(_ entries: OrderedDictionary<String, Sourced<String>>) -> PlainValue {
        .sorted(entries.map { ($0.key, .string($0.value.value)) })
    }
}
