package import ManifoldDiagnostics
package import ManifoldManifest
import ManifoldResources
import OrderedCollections
import SideBySide

/// Turns a manifest into the graph of everything that it asks the engine for.
package struct GraphBuilder {
    package init() {}

    /// Nil where the manifest asks for something that cannot be; all reasons are reported at once.
    package func build(_ manifest: Manifest, reporting diagnostics: inout Diagnostics) -> ResourceGraph? {
        guard manifest.isComplete else {
            check(manifest, reporting: &diagnostics)
            return nil
        }
        let errorsBefore = diagnostics.errorCount
        // By number: a service is large, and to copy it again and again would cost more than to lower it.
        let services = manifest.services.values
        let active = services.indices.filter { services[$0].isActive }
        let context = LoweringContext(manifest, active, reporting: &diagnostics)
        var parts = SharedParts(context.names)
        var claims = NameClaims()
        var links = LinkCount()
        var resources: [Resource] = []
        for batch in active.batches {
            let outcomes = batch.mapSideBySide { LoweredService(services[$0], silentlyIn: context) }
            for (number, outcome) in zip(batch, outcomes) {
                // What there is to say is found once more in turn, so that the findings of all never wait side by side.
                let lowered = outcome ?? LoweredService(services[number], in: context, reporting: &diagnostics)
                guard links.admits(lowered.linkCount, of: services[number], reporting: &diagnostics) else { continue }
                parts.use(lowered, reporting: &diagnostics)
                resources += lowered.containers
            }
        }
        resources += parts.resources(reporting: &diagnostics)
        IdleKeys(manifest, used: parts.used).report(to: &diagnostics)
        for resource in resources { claims.claim(resource, reporting: &diagnostics) }

        let graph = ResourceGraph(
            system: SystemIdentity(name: manifest.name, directory: manifest.directory, files: manifest.files),
            resources: resources,
            inactiveServices: Set(services.indices.filter { !services[$0].isActive }.map { services[$0].name }),
            activeServices: Set(active.map { services[$0].name }),
            reporting: &diagnostics
        )
        return diagnostics.errorCount == errorsBefore ? graph : nil
    }

    /// Finds what else is wrong with a manifest that has errors: in its sound services, and in how services wait for
    /// each other.
    private func check(_ manifest: Manifest, reporting diagnostics: inout Diagnostics) {
        let active = manifest.services.filter(\.value.isActive)
        let names = DeclaredNames(manifest)
        for service in active.values where !service.isDamaged {
            var lowering = ServiceLowering(service, names)
            lowering.lower(reporting: &diagnostics)
        }
        IdleKeys(manifest, used: Set(everything(in: manifest))).report(to: &diagnostics)
        checkOrder(of: manifest, reporting: &diagnostics)
    }

    private func everything(in manifest: Manifest) -> [ResourceAddress] {
        manifest.networks.keys.map { ResourceAddress(.network, $0) }
            + manifest.volumes.keys.map { ResourceAddress(.volume, $0) }
            + manifest.configs.keys.map { ResourceAddress(.config, $0) }
            + manifest.secrets.keys.map { ResourceAddress(.secret, $0) }
    }
}
