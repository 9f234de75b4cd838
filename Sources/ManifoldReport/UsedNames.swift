import ManifoldDiagnostics
import ManifoldManifest
import ManifoldYAML
import OrderedCollections

/// The names of what the active services use, in the order in which they use it.
struct UsedNames {
    private(set) var networks: OrderedSet<String> = []
    private(set) var volumes: OrderedSet<String> = []
    private(set) var configs: OrderedSet<String> = []
    private(set) var secrets: OrderedSet<String> = []

    mutating func add(_ service: Service) {
        for pair in service.normal["networks"]?.pairs ?? [] {
            if let name = pair.key.scalarText { networks.append(name) }
        }
        for mount in service.volumes where mount.kind == .volume {
            if let name = mount.source { volumes.append(name) }
        }
        for reference in service.configs { configs.append(reference.source) }
        for reference in service.secrets { secrets.append(reference.source) }
        for reference in service.normal["build"]?["secrets"]?.items ?? [] {
            if let name = reference["source"]?.scalarText { secrets.append(name) }
        }
    }
}
