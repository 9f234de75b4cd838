import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// Expects the engine to hold exactly what a graph wants, and the next plan to be empty.
func expectWanted(
    _ graph: ResourceGraph,
    _ rehearsal: Rehearsal,
    _ comment: @autoclosure () -> Comment? = nil
) throws {
    let facts = rehearsal.engine.facts()
    var wanted: Set<String> = []
    for resource in graph.ordered {
        guard case .container(let spec) = resource.spec, let name = spec.name else { continue }
        wanted.insert(name)
        let live = facts.containers.first { $0.name == name }
        if let live {
            let isCompleted = facts.revision?.completed.contains(live.id) == true
            let isRunning = live.state.status == .running
            let hasEndedWell = live.state == ContainerState(.exited)
            // A job that is under way comes to its end by itself.
            #expect(isRunning || hasEndedWell && (resource.goal == .completed || isCompleted), comment())
        }
        #expect(live?.fields["networks"] == FieldTable.container.fields(of: spec)["networks"], comment())
        #expect(rehearsal.engine.files(of: name) == spec.files.mapValues(\.content), comment())
        let toldOf = spec.files.filter { resource.contentPolicies[$0.key] != .ignore }
        let read = rehearsal.engine.filesRead(by: name).filter { toldOf[$0.key] != nil }
        #expect(live?.state.status != .running || read == toldOf.mapValues(\.content), comment())
    }
    #expect(Set(facts.containers.map(\.name)) == wanted, comment())
    let next = try rehearsal.plan(graph)
    #expect(next.changes.isEmpty && next.steps.isEmpty, comment())
}

func failures(of report: ExecutionReport) -> String {
    report.outcomes.sorted { $0.key < $1.key }
        .compactMap { id, outcome in if case .failed(let failure) = outcome { "\(id): \(failure.message)" } else { nil }
        }
        .joined(separator: ", ")
}
