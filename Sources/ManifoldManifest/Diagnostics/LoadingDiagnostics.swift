import ManifoldDiagnostics

/// The wording of what is wrong with the manifest as a whole: its files and its name.
extension Diagnostic {
    static func noManifest(directory: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.not-found"),
            "there is no manifest in `\(directory)` or above it",
            help: "make a `manifold.yaml` or a `compose.yaml`, or name a file with `-f`"
        )
    }

    static func severalCandidates(_ names: [String], in directory: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.several-candidates"),
            .warning,
            "`\(directory)` has more than one manifest (\(list(names))): `\(names.first ?? "")` is used",
            help: "name the right one with `-f`"
        )
    }

    private static func list(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }

    static func unreadableManifest(_ name: String, _ problem: FileProblem) -> Diagnostic {
        Diagnostic(
            Code("manifest.unreadable"),
            "cannot read `\(name)`: \(problem.reason)",
            help: "check the path after `-f`"
        )
    }

    static func emptyManifest(at span: SourceSpan, keys: [String]) -> Diagnostic {
        Diagnostic(
            Code("manifest.empty"),
            keys.isEmpty ? "the manifest is empty" : "the manifest has nothing but a version",
            at: Label(span),
            help: "begin with `services:`"
        )
    }

    static func emptyDocument(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            Code("manifest.empty"),
            "there is nothing in this document",
            at: Label(span),
            help: "begin with `services:`, or remove the `---` before it"
        )
    }

    static func badProjectName(_ source: String, at span: SourceSpan? = nil) -> Diagnostic {
        Diagnostic(
            Code("manifest.invalid-project-name"),
            "\(source) is not one that the engine's objects can carry",
            at: span.map { Label($0) },
            help: "use \(NameRules.projectRule)"
        )
    }

    static func adjustedProjectName(_ written: Sourced<String>, to name: String) -> Diagnostic {
        let shown = written.origin.variables.isEmpty ? "`\(name)`" : "in another spelling"
        return Diagnostic(
            Code("manifest.adjusted-project-name"),
            .warning,
            "the project name is taken as \(shown)",
            at: Label(written.origin.span),
            help: "use \(NameRules.projectRule)"
        )
    }

    static func noProjectName() -> Diagnostic {
        Diagnostic(
            Code("manifest.no-project-name"),
            "the directory's name has nothing that a project name could be made of",
            help: "add a top-level `name`, or choose one with `-p`"
        )
    }
}
