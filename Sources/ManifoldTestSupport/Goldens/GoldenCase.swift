package import FoundationEssentials
import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
package import ManifoldPlan
import ManifoldReport
import ManifoldResources
import ManifoldSimulation

/// One folder of a golden case: a manifest, what was there before, and every text that must come of it.
///
/// Read are `manifest.yaml` and the files that it names, `before.yaml` (a manifest that was applied earlier),
/// `drift.txt` (what people did to the engine since), and options of the plan in files that are named like them
/// (`target.txt`; an empty `adopt.txt`). Compared are `diagnostics.txt`, `graph.txt`, `plan.txt` and `operations.txt`; a
/// text that is empty has no file.
package struct GoldenCase: Sendable, CustomStringConvertible {
    package let folder: URL

    package init(_ folder: URL) {
        self.folder = folder
    }

    package var description: String { folder.lastPathComponent }

    /// All cases below a folder, by name.
    package static func all(below folder: URL) -> [GoldenCase] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { GoldenCase(folder.appending(path: $0, directoryHint: .isDirectory)) }
    }

    /// The texts that come of the case, by file name.
    package func texts() async throws -> [String: String] {
        try await outcome().texts
    }

    /// The plan, where nothing stands in its way.
    package func plan() async throws -> Plan? {
        try await outcome().plan
    }

    private func outcome() async throws -> (texts: [String: String], plan: Plan?) {
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        var texts: [String: String] = [:]
        var plan: Plan?
        let graph = graph(of: "manifest.yaml", sources: &sources, reporting: &diagnostics)
        if let graph {
            texts["graph.txt"] = GraphText().render(graph)
            plan = try await self.plan(graph, reporting: &diagnostics)
            if let plan {
                texts["plan.txt"] = PlanText(sources: sources, color: false).render(plan)
                texts["operations.txt"] = StepText.render(plan)
            }
        }
        texts["diagnostics.txt"] = DiagnosticsText(sources: sources, color: false).render(diagnostics.sorted)
        return (texts.filter { !$0.value.isEmpty }, plan)
    }

    /// Plans against an engine on which the earlier manifest was applied and people did what they did.
    private func plan(_ graph: ResourceGraph, reporting diagnostics: inout Diagnostics) async throws -> Plan? {
        var ignored = SourceMap()
        var earlierDiagnostics = Diagnostics()
        let before =
            exists("before.yaml")
            ? self.graph(of: "before.yaml", sources: &ignored, reporting: &earlierDiagnostics) : nil
        let images = Set((graph.ordered + (before?.ordered ?? [])).compactMap(\.presentImage))
        let rehearsal = Rehearsal(images: images.sorted())
        // Names that the engine makes up are numbered in the order in which they are asked for.
        if let before { try await rehearsal.apply(before, parallelism: 1) }
        for deed in deeds { try deed.perform(on: rehearsal.engine) }
        rehearsal.engine.follow(graph)
        let (desired, facts) = rehearsal.sealer.seal(graph, rehearsal.engine.facts())
        return Planner(options).plan(desired, given: facts, reporting: &diagnostics)
    }

    /// What people did to the engine since the earlier manifest was applied.
    private var deeds: [Deed] {
        read("drift.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }.map(Deed.init)
    }

    /// What people typed to get from the earlier manifest to the plan: the deeds, and the command with its options.
    package var commands: [String] {
        let options = ["adopt", "target", "exclude", "replace", "allow-destroy"]
            .filter { exists("\($0).txt") }
            .flatMap { option in
                let values = read("\(option).txt").split(separator: "\n")
                return values.isEmpty ? [" --\(option)"] : values.map { " --\(option) \($0)" }
            }
        return deeds.map(\.command) + ["manifold plan\(options.joined())"]
    }

    /// Consents and choices, one address per line of a file that is named like the option.
    private var options: PlanOptions {
        func addresses(_ option: String) -> Set<ResourceAddress> {
            Set(read("\(option).txt").split(separator: "\n").compactMap { ResourceAddress($0) })
        }
        var options = PlanOptions(destroyableVolumes: addresses("allow-destroy"), adopts: exists("adopt.txt"))
        options.targets = addresses("target")
        options.exclusions = addresses("exclude")
        options.replacements = addresses("replace")
        return options
    }

    private func graph(
        of file: String,
        sources: inout SourceMap,
        reporting diagnostics: inout Diagnostics
    ) -> ResourceGraph? {
        let request = ManifestRequest(
            files: [(path: "/case/\(file)", shownAs: file)],
            directory: "/case",
            projectName: nil,
            environment: ["PASSWORD": "hunter2-hunter2"]
        )
        let manifest = ManifestLoader(files: CaseFiles(folder: folder))
            .load(request, sources: &sources, reporting: &diagnostics)
        return manifest.flatMap { GraphBuilder().build($0, reporting: &diagnostics) }
    }

    package func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }

    package func read(_ name: String) -> String {
        (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    }
}

extension Resource {
    /// The image's reference, unless its name says that only a registry has it, or it is built.
    fileprivate var presentImage: String? {
        guard case .image(let spec) = spec, spec.build == nil, !spec.reference.hasPrefix("registry.example.com/") else {
            return nil
        }
        return spec.reference
    }
}

/// The files of a case, as if its folder were `/case`, so that no golden depends on where the repository lies.
private struct CaseFiles: FileProvider {
    let folder: URL

    func read(_ path: String) throws(FileProblem) -> [UInt8] {
        guard let data = try? Data(contentsOf: url(path)) else { throw FileProblem("no such file") }
        return Array(data)
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url(path).path)
    }

    private func url(_ path: String) -> URL {
        folder.appending(path: String(path.dropFirst("/case/".count)))
    }
}
