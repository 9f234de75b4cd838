package import ManifoldDiagnostics
import ManifoldYAML

/// Loads a manifest: reads its file and its env files, replaces variables, decodes, and checks what refers to what.
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

    private func manifest(
        _ request: ManifestRequest,
        _ sources: inout SourceMap,
        _ diagnostics: inout Diagnostics
    ) -> Manifest? {
        guard let file = onlyFile(of: request, &diagnostics) else { return nil }
        let variables = projectVariables(request, &sources, &diagnostics)
        guard
            let root = root(of: file, &sources, &diagnostics),
            let (name, tree, known) = interpolated(root, request, variables, sources, &diagnostics)
        else { return nil }

        var decoder = ManifestDecoder(
            diagnostics: diagnostics,
            sources: sources,
            request: request.withProfiles(from: known),
            files: files,
            variables: known
        )
        var manifest = Manifest(name: name ?? "", directory: request.directory, files: [file.path])
        decoder.decode(tree, into: &manifest)
        sources = decoder.sources
        diagnostics = decoder.diagnostics
        return manifest
    }

    private func onlyFile(
        of request: ManifestRequest,
        _ diagnostics: inout Diagnostics
    ) -> (path: String, shownAs: String)? {
        if request.files.count > 1 {
            diagnostics.report(.severalFiles(request.files.map(\.shownAs)))
            return nil
        }
        if request.files.isEmpty { diagnostics.report(.noManifest(directory: request.directory)) }
        return request.files.first
    }

    /// The process's variables over those of `.env` or of the given env files.
    private func projectVariables(
        _ request: ManifestRequest,
        _ sources: inout SourceMap,
        _ diagnostics: inout Diagnostics
    ) -> Variables {
        var variables = Variables(process: request.environment)
        let loader = ProjectEnvironment(request: request, files: files)
        loader.read(into: &variables, sources: &sources, reporting: &diagnostics)
        return variables
    }

    /// The top-level mapping of a file.
    private func root(
        of file: (path: String, shownAs: String),
        _ sources: inout SourceMap,
        _ diagnostics: inout Diagnostics
    ) -> Node? {
        let source: SourceFile
        do throws(FileProblem) {
            source = SourceFile(name: file.shownAs, text: try files.read(file.path))
        } catch {
            diagnostics.report(.unreadableManifest(file.shownAs, error))
            return nil
        }
        let id = sources.add(source)
        guard let node = YAMLParser(limits: .standard).parse(source, as: id, reporting: &diagnostics) else {
            return nil
        }
        let keys = node.pairs?.compactMap(\.key.scalarText) ?? []
        if node.isNull || node.pairs?.allSatisfy({ $0.key.scalarText == "version" }) == true {
            diagnostics.report(.emptyManifest(at: node.span, keys: keys))
            return nil
        }
        guard node.pairs != nil else {
            diagnostics.report(.noMapping(node))
            return nil
        }
        return node
    }

    /// The project's name, the tree without variables, and the variables with `COMPOSE_PROJECT_NAME` among them.
    private func interpolated(
        _ root: Node,
        _ request: ManifestRequest,
        _ variables: Variables,
        _ sources: SourceMap,
        _ diagnostics: inout Diagnostics
    ) -> (name: String?, tree: Node, variables: Variables)? {
        var nameInterpolator = Interpolator(variables: variables)
        let pair = root.pairs?.first { $0.key.scalarText == "name" }
        let field = pair.map { pair in
            let value = nameInterpolator.interpolate(pair.value, in: sources, reporting: &diagnostics)
            return Field("name", at: pair.key.span, value, of: .manifest)
        }
        let name = ProjectName(request: request, variables: variables, field: field).resolve(reporting: &diagnostics)
        var known = variables
        if let name { known.setProjectName(name) }
        var interpolator = Interpolator(variables: known)
        let tree = interpolator.interpolate(root, in: sources, reporting: &diagnostics)
        interpolator.reportUnset(to: &diagnostics)
        return (name, tree, known)
    }
}
