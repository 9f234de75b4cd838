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
        let goals = Goals(manifest)
        var parts = SharedParts(manifest)
        var claims = NameClaims()
        var size = SystemSize()
        var resources: [Resource] = []
        for batch in manifest.services.values.filter(\.isActive).batches {
            for case (var lowering, let isSound) in batch.mapSideBySide({ lowered($0, in: manifest) }) {
                if !isSound {
                    lowering = ServiceLowering(lowering.service, in: manifest)
                    lowering.lower(reporting: &diagnostics)
                }
                guard size.admits(lowering, reporting: &diagnostics) else { continue }
                parts.use(lowering, reporting: &diagnostics)
                resources += instances(of: lowering, goal: goals[lowering.service.name])
            }
        }
        resources += parts.resources(reporting: &diagnostics)
        IdleKeys(manifest, used: parts.used).report(to: &diagnostics)
        for resource in resources { claims.claim(resource, reporting: &diagnostics) }

        let graph = ResourceGraph(
            system: SystemIdentity(name: manifest.name, directory: manifest.directory, files: manifest.files),
            resources: resources,
            inactiveServices: Set(manifest.services.values.filter { !$0.isActive }.map(\.name)),
            activeServices: Set(manifest.services.values.filter(\.isActive).map(\.name)),
            reporting: &diagnostics
        )
        return diagnostics.errorCount == errorsBefore ? graph : nil
    }

    /// A service lowered by itself, and whether there is nothing to say of it; what there is, is found once more in turn, so
    /// that the findings of all services never wait side by side.
    private func lowered(_ service: Service, in manifest: Manifest) -> (ServiceLowering, isSound: Bool) {
        var found = Diagnostics()
        var lowering = ServiceLowering(service, in: manifest)
        lowering.lower(reporting: &found)
        return (lowering, found.isEmpty)
    }

    /// Finds what else is wrong with a manifest that has errors: in its sound services, and in how services wait for
    /// each other.
    private func check(_ manifest: Manifest, reporting diagnostics: inout Diagnostics) {
        let active = manifest.services.filter(\.value.isActive)
        for service in active.values where !service.isDamaged {
            var lowering = ServiceLowering(service, in: manifest)
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

    private func instances(of lowering: ServiceLowering, goal: Goal) -> [Resource] {
        let service = lowering.service
        return (0..<ServiceLowering.replicas(of: service))
            .map { index in
                var spec = lowering.spec
                spec.name = lowering.names.container(service, replica: index + 1)
                return Resource(
                    id: ResourceAddress(.service, service.name, replica: index + 1),
                    spec: .container(spec),
                    needs: lowering.needs,
                    origins: lowering.origins,
                    declaration: service.span,
                    goal: goal,
                    contentPolicies: lowering.contentPolicies
                )
            }
    }
}

/// What each service is meant to end as: one that others wait for to complete is a job, the rest keep running.
private struct Goals {
    private let jobs: Set<String>

    init(_ manifest: Manifest) {
        var jobs: Set<String> = []
        for service in manifest.services.values where service.isActive {
            for (name, dependency) in service.dependsOn where dependency.condition == .completed { jobs.insert(name) }
        }
        self.jobs = jobs
    }

    subscript(_ service: String) -> Goal {
        jobs.contains(service) ? .completed : .running
    }
}
