import ManifoldDiagnostics

/// The env files of a run, each read once however many services name it.
struct EnvFileCache {
    private var ids: [String: FileID] = [:]
    private var parsed: [String: EnvFile] = [:]

    /// What a file sets where only the run's own variables are outside of it.
    func parsed(_ reference: FileReference) -> EnvFile? {
        parsed[key(reference)]
    }

    mutating func remember(_ file: EnvFile, for reference: FileReference) {
        parsed[key(reference)] = file
    }

    /// The file among the sources; nil where it cannot be read, which is reported unless it need not be there.
    mutating func read(
        _ reference: FileReference,
        from files: any FileProvider,
        of request: ManifestRequest,
        into sources: inout SourceMap,
        reporting diagnostics: inout Diagnostics
    ) -> FileID? {
        if let id = ids[reference.path] { return id }
        if !reference.isRequired, !files.exists(reference.path) { return nil }
        let shown = FilePath.shown(reference.path, in: request.directory)
        do throws(FileProblem) {
            let id = try files.source(
                reference.path,
                shownAs: shown,
                isConfidential: true,
                in: &sources,
                reporting: &diagnostics
            )
            ids[reference.path] = id
            return id
        } catch {
            diagnostics.report(.unreadableEnvFile(reference.isShowable ? shown : nil, error, at: reference.span))
            return nil
        }
    }

    private func key(_ reference: FileReference) -> String {
        reference.format.rawValue + reference.path
    }
}
