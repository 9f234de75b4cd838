package import ManifoldDiagnostics

/// How diagnostics are written: for a person, or for one of the programs that read them.
package enum DiagnosticsFormat: String, CaseIterable, Sendable {
    /// Excerpts with carets, for a terminal.
    case text
    /// One document, described by `schema/diagnostics.schema.json`.
    case json
    /// Workflow commands that GitHub shows as annotations of a commit.
    case github
    /// SARIF 2.1.0, which code scanning services take.
    case sarif

    /// All diagnostics in the order given; of the formats for programs `json` and `sarif` are whole documents even where
    /// there is nothing to tell.
    package func render(
        _ diagnostics: [Diagnostic],
        sources: SourceMap,
        paths: DiagnosticsPaths = DiagnosticsPaths(),
        color: Bool = false
    ) -> String {
        let diagnostics = Self.unique(diagnostics, in: sources)
        return switch self {
        case .text: DiagnosticsText(sources: sources, color: color).render(diagnostics)
        case .json: DiagnosticsJSON(sources: sources).render(diagnostics)
        case .github: DiagnosticsGitHub(sources: sources, paths: paths).render(diagnostics)
        case .sarif: DiagnosticsSARIF(sources: sources, paths: paths).render(diagnostics)
        }
    }

    /// Each mistake once, also where its file was read twice: given with `-f` and included, or included from two places.
    private static func unique(_ diagnostics: [Diagnostic], in sources: SourceMap) -> [Diagnostic] {
        struct Finding: Hashable {
            let code: Diagnostic.Code
            let message: String
            let help: String?
            let file: String?
            let start: UInt32?
        }
        var seen: Set<Finding> = []
        return diagnostics.filter { diagnostic in
            let span = diagnostic.primary?.span
            let finding = Finding(
                code: diagnostic.code,
                message: diagnostic.message,
                help: diagnostic.help,
                file: span.flatMap { sources.file($0.file)?.name },
                start: span?.start
            )
            return seen.insert(finding).inserted
        }
    }
}
