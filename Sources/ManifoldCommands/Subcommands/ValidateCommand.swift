import ArgumentParser
import ManifoldReport

/// The subcommand `manifold validate`.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "validate",
        abstract: "Check a manifest and report every mistake in it.",
        discussion: """
            Needs no engine. Exits with 1 where the manifest has errors.

            Example: check a manifest of another name.

              manifold -f staging.yaml validate

            Example: annotate a pull request in a workflow of GitHub.

              manifold validate --diagnostics github
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let context = try CommandContext(global, printsDiagnosticsAsResult: true)
        let loaded = try SystemLoader(context: context).load()
        // For a program the diagnostics are the whole answer.
        guard global.diagnosticsFormat == .text else { return }
        context.console.out(ValidationText.line(for: loaded))
    }
}
