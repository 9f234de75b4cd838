import ManifoldDiagnostics
import ManifoldResources

/// Paths of the host that a container needs and that are not there, found before anything is done.
///
/// Where nobody but the engine can tell, it refuses the container, and what was there before is put back.
struct MissingHostPaths {
    let facts: SealedFacts
    let containers: [ContainerDecision]

    func report(to diagnostics: inout Diagnostics) {
        guard !facts.missingHostPaths.isEmpty else { return }
        let starting = containers.filter(\.startsContainer)
        var told: Set<Place> = []
        for decision in starting {
            for needed in decision.desired.hostPaths where !needed.isMade {
                guard facts.missingHostPaths.contains(needed.path), !appears(needed, for: decision, starting),
                    told.insert(Place(service: decision.desired.id.withoutReplica, path: needed)).inserted
                else { continue }
                diagnostics.report(PlanDiagnostics.bindSourceMissing(decision.desired, needed))
            }
        }
    }

    /// Instances of a service have the same mounts.
    private struct Place: Hashable {
        let service: ResourceAddress
        let path: HostPath
    }

    /// Whether the path may be there by the time.
    ///
    /// Another container can let the engine make it, or make it by itself before this one is started. The engine looks at
    /// the mounts of a new container when it is made.
    private func appears(_ needed: HostPath, for decision: ContainerDecision, _ starting: [ContainerDecision]) -> Bool {
        starting.contains { other in
            other.desired.hostPaths.contains { path in
                if path.isMade, path.isBelow(needed.path) { return true }
                return !decision.makesContainer && other.desired.id != decision.desired.id && needed.path != path.path
                    && needed.isBelow(path.path)
            }
        }
    }
}
