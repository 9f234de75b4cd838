package import ManifoldDiagnostics

/// Loads a manifest: reads its files and its env files, replaces variables, decodes, and checks what refers to what.
package struct ManifestLoader {
    private let files: any FileProvider

    package init(files: any FileProvider) {
        self.files = files
    }

    /// The manifest as far as it can be read; what is wrong with it is reported, all of it in one run.
    ///
    /// A manifest with errors is not complete: it only serves to find more of them. Nil is one with nothing to go on with.
    package func load(
        _ request: ManifestRequest,
        sources: inout SourceMap,
        reporting diagnostics: inout Diagnostics
    ) -> Manifest? {
        let errorsBefore = diagnostics.errorCount
        var manifest = manifest(request, &sources, &diagnostics)
        manifest?.isComplete = diagnostics.errorCount == errorsBefore
        return manifest
    }

    /// Where the files read variables, by name and place; nil where one of them cannot be read.
    package func variableUses(
        in request: ManifestRequest,
        sources: inout SourceMap,
        reporting diagnostics: inout Diagnostics
    ) -> [VariableUse]? {
        var request = request
        request.collectsUses = true
        guard let tree = tree(request, &sources, &diagnostics) else { return nil }
        return Set(tree.uses).sorted()
    }

    /// The files as one tree, before anything is known of what its keys mean.
    func tree(
        _ request: ManifestRequest,
        _ sources: inout SourceMap,
        _ diagnostics: inout Diagnostics
    ) -> LoadedTree? {
        var loader = TreeLoader(request: request, files: files, sources: sources, diagnostics: diagnostics)
        let tree = loader.load()
        sources = loader.sources
        diagnostics = loader.diagnostics
        return tree
    }

    private func manifest(
        _ request: ManifestRequest,
        _ sources: inout SourceMap,
        _ diagnostics: inout Diagnostics
    ) -> Manifest? {
        guard let tree = tree(request, &sources, &diagnostics) else { return nil }
        var decoder = ManifestDecoder(
            diagnostics: diagnostics,
            sources: sources,
            request: request.withProfiles(from: tree.contexts.project.variables),
            files: files,
            contexts: tree.contexts
        )
        var manifest = Manifest(name: tree.name ?? "", directory: request.directory, files: tree.files)
        decoder.decode(tree.root, into: &manifest)
        sources = decoder.sources
        diagnostics = decoder.diagnostics
        return manifest
    }
}
