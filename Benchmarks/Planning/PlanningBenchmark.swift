import FoundationEssentials
import ManifoldCommands
import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation

/// Times what a plan costs where no engine has to be asked: `planning-benchmark fresh|settled MANIFEST`.
///
/// `fresh` plans against an engine with nothing on it, `settled` against one on which all is as it should be. Prints how
/// many resources and steps there are, the milliseconds of reading the manifest and of planning, and those of both. Traps
/// where the plan is not what it must be.
@main
enum PlanningBenchmark {
    static func main() throws {
        ProgramMemory.growInOneStep()
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let state = EngineState(rawValue: arguments[1]) else {
            fatalError("usage: planning-benchmark fresh|settled MANIFEST")
        }
        let text = try Array(Data(contentsOf: URL(filePath: arguments[2])))
        let clock = ContinuousClock()

        var graph: ResourceGraph?
        let compiling = clock.measure { graph = compile(text) }
        guard let graph else { fatalError("the manifest has mistakes") }
        let sealer = Sealer(key: Array(repeating: 7, count: Sealer.keyLength))
        let facts = state.facts(for: graph, sealer)

        var plan: Plan?
        // What a plan is made of is kept, as by a command, which applies the plan with it.
        var sealed: (desired: DesiredSystem, facts: SealedFacts)?
        let planning = clock.measure {
            let made = sealer.seal(graph, facts)
            var diagnostics = Diagnostics()
            plan = Planner(PlanOptions()).plan(made.desired, given: made.facts, reporting: &diagnostics)
            sealed = made
        }
        guard let plan, plan.isEmpty == (state == .settled) else { fatalError("the plan is not what it must be") }
        withExtendedLifetime(sealed) {}
        print(graph.ordered.count, plan.steps.count, ms(compiling), ms(planning), ms(compiling + planning))
    }

    private static func compile(_ text: [UInt8]) -> ResourceGraph? {
        let request = ManifestRequest(
            files: [(path: "/bench/manifest.yml", shownAs: "manifest.yml")],
            directory: "/bench"
        )
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        return ManifestLoader(files: OneFile(text: text))
            .load(request, sources: &sources, reporting: &diagnostics)
            .flatMap { GraphBuilder().build($0, reporting: &diagnostics) }
    }

    /// With tenths.
    private static func ms(_ duration: Duration) -> Double {
        (duration / .milliseconds(0.1)).rounded() / 10
    }
}

/// What is on the engine before the plan.
private enum EngineState: String {
    case fresh
    case settled

    func facts(for graph: ResourceGraph, _ sealer: Sealer) -> OpenFacts {
        switch self {
        case .fresh: OpenFacts(engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"))
        case .settled: .settled(graph, sealedBy: sealer)
        }
    }
}

/// A project that is one file.
private struct OneFile: FileProvider {
    let text: [UInt8]

    func read(_ path: String) throws(FileProblem) -> [UInt8] {
        guard exists(path) else { throw FileProblem("no such file") }
        return text
    }

    func exists(_ path: String) -> Bool {
        path == "/bench/manifest.yml"
    }
}
