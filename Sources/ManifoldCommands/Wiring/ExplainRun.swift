import ArgumentParser
import ManifoldDiagnostics
import ManifoldDocker
import ManifoldGraph
import ManifoldPlan
import ManifoldReport
import ManifoldResources

/// Observe, explain, show: what `explain` does.
struct ExplainRun {
    let context: CommandContext
    let address: ResourceAddress

    func run() async throws(ExitCode) {
        let door = EngineDoor(context: context)
        try await door.withSurvey { whenNamed throws(ExitCode) in
            try SystemLoader(context: context, whenNamed: whenNamed).load()
        } _: { session, survey, loaded async throws(ExitCode) in
            let observation = try await door.showingProblems { () async throws(SessionProblem) in
                try await session.observe(loaded.graph, given: survey)
            }
            let (desired, facts) = observation.sealer.seal(loaded.graph, observation.facts)
            let explainer = Explainer(desired, given: facts)
            guard let explanation = explainer.explanation(of: address) else {
                context.console.fail("the manifest has no `\(address)`", help: help(explainer, loaded.graph))
                throw CommandExit.failure
            }
            let text = ExplanationText(sources: loaded.sources, color: context.console.colorsOutput)
            context.console.out(text.render(explanation))
        }
    }

    private func help(_ explainer: Explainer, _ graph: ResourceGraph) -> String {
        if address.kind == .service, graph.inactiveServices.contains(address.name) {
            return "its profiles switch the service off; switch it on with `--profile`"
        }
        return Suggestion.nearest(to: address.description, among: explainer.names.sorted())
            .map { "did you mean `\($0)`?" } ?? "`manifold status` lists the addresses"
    }
}
