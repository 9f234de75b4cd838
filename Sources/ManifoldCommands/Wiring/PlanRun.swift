import ArgumentParser
import ManifoldDiagnostics
import ManifoldDocker
import ManifoldGraph
import ManifoldPlan
import ManifoldReport

/// Observe, plan, show: what `plan` does, and what `apply` and `destroy` begin with.
struct PlanRun {
    /// What the engine is to look like in the end.
    enum Goal {
        case system(LoadedSystem)
        case nothing(of: SystemIdentity)
    }

    /// A plan with what it rests on.
    struct Draft {
        let plan: Plan
        let desired: DesiredSystem
        let facts: SealedFacts
        let sealer: Sealer
    }

    let context: CommandContext
    let goal: Goal
    let options: PlanOptions

    var system: SystemIdentity {
        switch goal {
        case .system(let loaded): loaded.graph.system
        case .nothing(let system): system
        }
    }

    /// Where the system is applied from; nil where only its name is known.
    var source: String? {
        system.directory.isEmpty ? nil : SystemSource(files: context.files).of(system.directory)
    }

    /// Where the system was last applied from, if that is somewhere else.
    func otherSource(_ draft: Draft) -> String? {
        guard let known = draft.facts.revision?.source, let source, known != source else { return nil }
        return known
    }

    /// Plans and shows the plan; the session is closed then.
    func run(
        with session: EngineSession,
        given survey: Survey,
        showing format: PlanCommand.Format
    ) async throws(ExitCode) -> Plan {
        let draft = try await draft(with: session, given: survey)
        // Nothing more is asked, so the connections can be closed while the plan is written.
        async let closing: Void = session.close()
        switch format {
        case .text:
            context.console.out(text(of: draft.plan, color: context.console.colorsOutput))
            if let other = otherSource(draft) {
                context.console.out("\nnote: \(system.name) was last applied from \(AnsiSafe.line(other))\n")
            }
        case .steps: context.console.out(StepText.render(draft.plan))
        }
        await closing
        return draft.plan
    }

    /// Looks at the engine and plans; what stands in the way is shown, and ends the command.
    ///
    /// Most plans are empty, and that can be seen from what is the system's alone. For any other the whole engine counts.
    func draft(with session: EngineSession, given survey: Survey? = nil) async throws(ExitCode) -> Draft {
        let first = try await look(at: session, .system, survey)
        var diagnostics = Diagnostics()
        var draft = plan(first, reporting: &diagnostics)
        if first.breadth == .system, draft?.plan.isEmpty != true {
            let whole = try await look(at: session, .engine, sources: false).with(sourcesOf: first)
            diagnostics = Diagnostics()
            draft = plan(whole, reporting: &diagnostics)
        }
        context.show(diagnostics, sources: sources)
        guard let draft else { throw CommandExit.failure }
        return draft
    }

    private func look(
        at session: EngineSession,
        _ breadth: Breadth,
        _ survey: Survey? = nil,
        sources: Bool = true
    ) async throws(ExitCode) -> Observation {
        try await EngineDoor(context: context)
            .showingProblems { () async throws(SessionProblem) in
                switch goal {
                case .system(let loaded):
                    try await session.observe(
                        loaded.graph,
                        given: survey,
                        breadth: breadth,
                        sources: sources,
                        adopting: options.adopts
                    )
                case .nothing(let system): try await session.observe(system: system.name)
                }
            }
    }

    /// Nil, and reported, where something stands in the way.
    private func plan(_ observation: Observation, reporting diagnostics: inout Diagnostics) -> Draft? {
        let sealer = observation.sealer
        let (desired, facts) =
            switch goal {
            case .system(let loaded): sealer.seal(loaded.graph, observation.facts)
            case .nothing(let system): sealer.seal(nothingOf: system, observation.facts)
            }
        return Planner(options).plan(desired, given: facts, reporting: &diagnostics)
            .map { Draft(plan: $0, desired: desired, facts: facts, sealer: sealer) }
    }

    func text(of plan: Plan, color: Bool) -> String {
        PlanText(sources: sources, color: color).render(plan, destroying: options.isDestroy)
    }

    /// The graph that the performer takes values from; none for a destroy, which makes nothing.
    var graph: ResourceGraph? {
        if case .system(let loaded) = goal { loaded.graph } else { nil }
    }

    private var sources: SourceMap {
        switch goal {
        case .system(let loaded): loaded.sources
        case .nothing: SourceMap()
        }
    }
}
