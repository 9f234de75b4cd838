import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources
import OrderedCollections

/// Which other services must have come how far.
extension ServiceLowering {
    mutating func lowerDependencies() {
        for (name, dependency) in service.dependsOn {
            let needed = manifest.services[name].flatMap { $0.isActive ? $0 : nil }
            if needed == nil, !dependency.isRequired { continue }
            // One that is required and not there is a need without a resource, which the graph reports.
            let replicas = needed?.instances ?? 1
            let need = Need(
                Need.Condition(dependency.condition),
                at: dependency.origin.span,
                restartsDependant: dependency.restart
            )
            for replica in 0..<replicas {
                needs[ResourceAddress(.service, name, replica: replica + 1)] = need
            }
        }
    }
}

extension Need.Condition {
    fileprivate init(_ condition: Dependency.Condition) {
        switch condition {
        case .started: self = .started
        case .healthy: self = .healthy
        case .completed: self = .completed
        }
    }
}
