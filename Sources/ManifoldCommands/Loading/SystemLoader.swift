import ArgumentParser
import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest

/// The way from a command line to a graph; what is wrong with the manifest is shown before it fails.
struct SystemLoader {
    let context: CommandContext
    /// Whether the contents of configs and secrets are needed; printing a manifest is done without.
    var readsContents = true
    /// Is told the system's name before all of the manifest has been read.
    var whenNamed: (@Sendable (String) -> Void)?

    /// The manifest and its graph.
    func load() throws(ExitCode) -> LoadedSystem {
        var diagnostics = Diagnostics()
        let request = context.selection.request(reporting: &diagnostics)
        return try load(request, diagnostics)
    }

    /// The manifest, or only a name: with `-p` and no `-f`, so that a broken manifest is not in the way.
    func loadOrName() throws(ExitCode) -> SystemSubject {
        if let name = context.options.projectName, !context.selection.namesFiles { return .named(name) }
        var diagnostics = Diagnostics()
        let request = context.selection.request(reporting: &diagnostics)
        if request == nil, let name = context.selection.projectName { return .named(name) }
        return .loaded(try load(request, diagnostics))
    }

    /// Which system is meant; with `-p` and no `-f` that needs no manifest, so a broken one is not in the way.
    func identity() throws(ExitCode) -> SystemIdentity {
        if let name = context.options.projectName, !context.selection.namesFiles {
            return SystemIdentity(name: name, directory: "", files: [])
        }
        switch try loadOrName() {
        case .loaded(let loaded): return loaded.graph.system
        case .named(let name): return SystemIdentity(name: name, directory: "", files: [])
        }
    }

    /// The manifest alone, for what needs no graph; services that wait for each other in a circle are found all the same.
    func manifest() throws(ExitCode) -> LoadedManifest {
        var diagnostics = Diagnostics()
        let request = context.selection.request(reporting: &diagnostics)
        var sources = SourceMap()
        let manifest = read(request, &sources, &diagnostics)
        if let manifest { GraphBuilder().checkOrder(of: manifest, reporting: &diagnostics) }
        context.show(diagnostics, sources: sources)
        guard let manifest, !diagnostics.hasErrors else { throw CommandExit.failure }
        return LoadedManifest(manifest: manifest, sources: sources, fileNames: request?.files.map(\.shownAs) ?? [])
    }

    /// Where the manifest reads variables, which can be told without their values.
    func variableUses() throws(ExitCode) -> (uses: [VariableUse], sources: SourceMap) {
        var diagnostics = Diagnostics()
        var sources = SourceMap()
        let request = context.selection.request(reporting: &diagnostics)
        let uses = request.flatMap { request in
            ManifestLoader(files: context.files)
                .variableUses(in: request, sources: &sources, reporting: &diagnostics)
        }
        context.show(diagnostics, sources: sources)
        guard let uses, !diagnostics.hasErrors else { throw CommandExit.failure }
        return (uses, sources)
    }

    private func load(_ request: ManifestRequest?, _ found: Diagnostics) throws(ExitCode) -> LoadedSystem {
        var sources = SourceMap()
        var diagnostics = found
        let manifest = read(request, &sources, &diagnostics)
        let graph = manifest.flatMap { GraphBuilder().build($0, reporting: &diagnostics) }
        context.show(diagnostics, sources: sources)
        guard let manifest, let graph, !diagnostics.hasErrors else { throw CommandExit.failure }
        let names = request?.files.map(\.shownAs) ?? []
        return LoadedSystem(fileNames: names, manifest: manifest, graph: graph, sources: sources)
    }

    private func read(
        _ request: ManifestRequest?,
        _ sources: inout SourceMap,
        _ diagnostics: inout Diagnostics
    ) -> Manifest? {
        guard var request else { return nil }
        context.console.detail("manifest: \(request.files.map(\.shownAs).joined(separator: ", "))")
        request.readsContents = readsContents
        request.whenNamed = whenNamed
        return ManifestLoader(files: context.files).load(request, sources: &sources, reporting: &diagnostics)
    }
}
