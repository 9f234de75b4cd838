import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// The env files of a project: those that are named, or `.env` in its directory.
struct ProjectEnvironment {
    let request: ManifestRequest
    let files: any FileProvider

    /// Adds what the files of the whole run set: those of `--env-file`, or `.env` beside the manifest.
    ///
    /// Of named files a later one wins over an earlier one. Of several `.env` the first that sets a variable wins.
    func read(into variables: inout Variables, sources: inout SourceMap, reporting diagnostics: inout Diagnostics) {
        for path in request.environmentFiles {
            read(FilePath.absolute(path, in: request.directory), into: &variables, &sources, &diagnostics)
        }
        guard request.environmentFiles.isEmpty, request.readsDefaultEnvironment else { return }
        let directories = request.environmentDirectories
        for directory in directories.isEmpty ? [request.directory] : directories {
            readDefault(in: directory, into: &variables, &sources, &diagnostics)
            variables.addLayer()
        }
    }

    /// Adds what `.env` of a directory sets, where there is one.
    func readDefault(
        in directory: String,
        into variables: inout Variables,
        _ sources: inout SourceMap,
        _ diagnostics: inout Diagnostics
    ) {
        let path = FilePath.absolute(".env", in: directory)
        if files.exists(path) { read(path, isRequired: false, into: &variables, &sources, &diagnostics) }
    }

    /// Adds what a file sets.
    func read(
        _ path: String,
        namedBy entry: Node? = nil,
        isRequired: Bool = true,
        into variables: inout Variables,
        _ sources: inout SourceMap,
        _ diagnostics: inout Diagnostics
    ) {
        let shown = request.shown(path)
        let found: FileID?
        do throws(FileProblem) {
            found = try files.source(
                path,
                shownAs: shown,
                isConfidential: true,
                in: &sources,
                reporting: &diagnostics
            )
        } catch {
            // A directory of that name, as a Python environment likes to have, is nothing to Compose.
            if isRequired || !error.isDirectory {
                let name = entry.map(\.variables.isEmpty) ?? true ? shown : nil
                diagnostics.report(.unreadableEnvFile(name, error, at: entry?.span))
            }
            return
        }
        guard let id = found else { return }
        var parser = EnvFileParser(sources[id], as: id) { [variables] name in
            variables[name].map { Substitution.Found(value: $0, variables: []) }
        }
        let file = parser.parse(reporting: &diagnostics)
        for (name, span) in file.unset { diagnostics.report(.unsetVariable(name, at: [span])) }
        for (name, entry) in file.entries { variables.setFromFile(name, to: entry.value) }
    }
}
