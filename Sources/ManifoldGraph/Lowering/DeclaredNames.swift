import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// What the manifest's names of networks and volumes are called in the engine.
///
/// One for all services: were each lowered with a manifest of its own, the processors would spend their time on counting
/// who else has it.
final class DeclaredNames: Sendable {
    let manifest: Manifest

    init(_ manifest: Manifest) {
        self.manifest = manifest
    }

    /// The engine's name of a network; nil where the manifest declares none of that name.
    func network(_ name: String) -> String? {
        guard let declaration = manifest.networks[name] else {
            // Compose's rule: the default network is there without a declaration.
            return name == "default" ? EngineNames.network(system: manifest.name, network: name) : nil
        }
        if let given = declaration.name { return given.value }
        return declaration.isExternal ? name : EngineNames.network(system: manifest.name, network: name)
    }

    /// The engine's name of a volume; nil where the manifest declares none of that name.
    func volume(_ name: String) -> String? {
        guard let declaration = manifest.volumes[name] else { return nil }
        if let given = declaration.name { return given.value }
        return declaration.isExternal ? name : EngineNames.volume(system: manifest.name, volume: name)
    }

    /// The engine's name of one instance.
    func container(_ service: Service, replica: Int) -> String {
        service.containerName?.value
            ?? EngineNames.container(system: manifest.name, service: service.name, replica: replica)
    }
}
