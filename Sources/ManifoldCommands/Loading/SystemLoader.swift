import ArgumentParser
import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest

/// The way from a command line to a graph; what is wrong with the manifest is shown before it fails.
struct SystemLoader {
    let context: CommandContext
    /// Whether the contents of configs and secrets are needed; printing a manifest is done without.
    var readsContents = true

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

    private func load(_ request: ManifestRequest?, _ found: Diagnostics) throws(ExitCode) -> LoadedSystem {
        var sources = SourceMap()
        var diagnostics = found
        var manifest: Manifest?
        if var request {
            context.console.detail("manifest: \(request.files.map(\.shownAs).joined(separator: ", "))")
            request.readsContents = readsContents
            manifest = ManifestLoader(files: context.files)
                .load(request, sources: &sources, reporting: &diagnostics)
        }
        let graph = manifest.flatMap { GraphBuilder().build($0, reporting: &diagnostics) }
        context.console.show(diagnostics, sources: sources)
        guard let manifest, let graph, !diagnostics.hasErrors else { throw CommandExit.failure }
        let names = request?.files.map(\.shownAs) ?? []
        return LoadedSystem(fileNames: names, manifest: manifest, graph: graph, sources: sources)
    }
}
