import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// Says which attributes of a manifest the engine makes nothing of: none of them is dropped in silence.
struct IdleKeys {
    private let manifest: Manifest
    private let used: Set<ResourceAddress>

    /// - Parameters:
    ///   - manifest: what was read.
    ///   - used: what the active services use.
    init(_ manifest: Manifest, used: Set<ResourceAddress>) {
        self.manifest = manifest
        self.used = used
    }

    func report(to diagnostics: inout Diagnostics) {
        for key in manifest.idleKeys where isUsed(key.section) {
            switch key.use {
            case .applied: break
            case .ineffective(let reason): diagnostics.report(GraphDiagnostics.ineffectiveKey(key, reason))
            case .pending: diagnostics.report(GraphDiagnostics.pendingKey(key))
            }
        }
    }

    private func isUsed(_ section: IdleKey.Section) -> Bool {
        switch section {
        // What is wrong with a service comes before what cannot be done with it yet.
        case .service(let name): manifest.services[name].map { $0.isActive && !$0.isDamaged } ?? false
        case .network(let name): used.contains(ResourceAddress(.network, name))
        case .volume(let name): used.contains(ResourceAddress(.volume, name))
        case .config(let name): used.contains(ResourceAddress(.config, name))
        case .secret(let name): used.contains(ResourceAddress(.secret, name))
        case .whole: true
        }
    }
}
