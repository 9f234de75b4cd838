import ManifoldDiagnostics
import OrderedCollections

/// The env files of the whole project: those of `--env-file`, or `.env` beside the manifest.
struct ProjectEnvironment {
    let request: ManifestRequest
    let files: any FileProvider

    /// Adds what the files set; a later one wins over an earlier one.
    func read(into variables: inout Variables, sources: inout SourceMap, reporting diagnostics: inout Diagnostics) {
        guard request.environmentFiles.isEmpty else {
            for path in request.environmentFiles {
                let path = FilePath.absolute(path, in: request.directory)
                read(path, isRequired: true, &variables, &sources, &diagnostics)
            }
            return
        }
        let path = FilePath.absolute(".env", in: request.directory)
        if files.exists(path) { read(path, isRequired: false, &variables, &sources, &diagnostics) }
    }

    private func read(
        _ path: String,
        isRequired: Bool,
        _ variables: inout Variables,
        _ sources: inout SourceMap,
        _ diagnostics: inout Diagnostics
    ) {
        let shown = FilePath.shown(path, in: request.directory)
        let source: SourceFile
        do throws(FileProblem) {
            source = SourceFile(name: shown, text: try files.read(path))
        } catch {
            // A directory of that name, as a Python environment likes to have, is nothing to Compose.
            if isRequired || !error.isDirectory { diagnostics.report(.unreadableEnvFile(shown, error)) }
            return
        }
        let id = sources.add(source)
        var parser = EnvFileParser(source, as: id) { [variables] name in
            variables[name].map { Substitution.Found(value: $0, variables: []) }
        }
        let file = parser.parse(reporting: &diagnostics)
        for (name, span) in file.unset { diagnostics.report(.unsetVariable(name, at: [span])) }
        for (name, entry) in file.entries { variables.setFromFile(name, to: entry.value) }
    }
}
