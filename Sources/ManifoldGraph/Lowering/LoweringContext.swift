import ManifoldDiagnostics
import ManifoldManifest
import OrderedCollections

/// What only all services together tell of one of them.
struct LoweringContext: Sendable {
    let names: DeclaredNames
    private let goals: Goals
    private let size: SystemSize

    /// What is told by the active services, given by their numbers.
    init(_ manifest: Manifest, _ active: [Int], reporting diagnostics: inout Diagnostics) {
        let services = manifest.services.values
        names = DeclaredNames(manifest)
        goals = Goals(services, active)
        size = SystemSize(services, active, reporting: &diagnostics)
    }

    func goal(of service: Service) -> Goal { goals[service.name] }

    /// Whether the system still has room for the containers of a service.
    func hasRoom(for service: Service) -> Bool { size.hasRoom(for: service) }
}

/// What each service is meant to end as: one that others wait for to complete is a job, the rest keep running.
private struct Goals {
    private let jobs: Set<String>

    init(_ services: OrderedDictionary<String, Service>.Values, _ active: [Int]) {
        var jobs: Set<String> = []
        for number in active {
            for (name, dependency) in services[number].dependsOn where dependency.condition == .completed {
                jobs.insert(name)
            }
        }
        self.jobs = jobs
    }

    subscript(_ service: String) -> Goal {
        jobs.contains(service) ? .completed : .running
    }
}
