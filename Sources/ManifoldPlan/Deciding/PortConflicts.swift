import ManifoldDiagnostics
import ManifoldGraph
import ManifoldResources

/// Ports of the host that a container needs and cannot have, found before anything is done.
///
/// A port that a process outside of containers holds cannot be seen; the engine says so when the container starts.
struct PortConflicts {
    let system: DesiredSystem
    let facts: SealedFacts
    let containers: [ContainerDecision]

    func report(to diagnostics: inout Diagnostics) {
        reportTwice(to: &diagnostics)
        let leftAlone = facts.containers.filter {
            system.inactiveServices.contains($0.address.name) && $0.state.isUp
        }
        let inactive = leftAlone.flatMap { container in
            container.fields.fixedPorts.map { (port: $0, address: container.address) }
        }
        // Whoever holds a name too is told of once.
        let told = Set(facts.foreign.filter { $0.kind == .service }.map(\.id))
        let heldPorts = facts.heldPorts.filter { !told.contains($0.id) }
        guard !heldPorts.isEmpty || !inactive.isEmpty else { return }
        for decision in containers where decision.startsContainer {
            for port in decision.desired.fixedPorts {
                if let held = heldPorts.filter({ $0.port.collides(with: port) })
                    .min(by: { $0.holder < $1.holder })
                {
                    diagnostics.report(PlanDiagnostics.portTaken(decision.desired, port, by: held))
                } else if let held = inactive.first(where: { $0.port.collides(with: port) }) {
                    diagnostics.report(PlanDiagnostics.portHeldByInactive(decision.desired, port, held.address))
                }
            }
        }
    }

    /// Two containers of the system cannot have one port; a job has gone when another one of its port begins.
    private func reportTwice(to diagnostics: inout Diagnostics) {
        var holders: [PortKey: [(port: HostPort, resource: DesiredResource)]] = [:]
        for decision in containers where decision.desired.goal != .completed {
            for port in decision.desired.fixedPorts {
                let key = PortKey(port: port.port, transport: port.transport)
                if let other = holders[key]?.first(where: { $0.port.collides(with: port) }) {
                    diagnostics.report(PlanDiagnostics.portTwice(decision.desired, port, other.resource))
                    break
                }
                holders[key, default: []].append((port, decision.desired))
            }
        }
    }

    private struct PortKey: Hashable {
        let port: UInt16
        let transport: String
    }
}
