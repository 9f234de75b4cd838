import ManifoldDiagnostics
import ManifoldReport

/// Where and how a command prints what is wrong with a manifest.
extension CommandContext {
    /// Prints what is wrong with a manifest.
    ///
    /// Text for a person goes to standard error, beside the result. A format for programs is the result itself for a command
    /// that has no other, `validate`; there it is a whole document even where there is nothing to tell.
    func show(_ diagnostics: Diagnostics, sources: SourceMap) {
        let format = options.diagnosticsFormat
        let text = format.render(
            diagnostics.sorted,
            sources: sources,
            paths: DiagnosticsPaths(directory: workingDirectory, root: environment["GITHUB_WORKSPACE"]),
            color: console.colorsErrors
        )
        if printsDiagnosticsAsResult, format != .text {
            console.out(text)
        } else if !diagnostics.isEmpty {
            console.error(text)
        }
    }
}
