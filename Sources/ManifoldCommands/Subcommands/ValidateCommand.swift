import ArgumentParser

/// The subcommand `manifold validate`.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check a manifest and report every mistake in it.",
        discussion: """
            Needs no engine. Exits with 1 where the manifest has errors.

            Example: check a manifest of another name.

              manifold -f staging.yaml validate
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let context = try CommandContext(global)
        let loaded = try SystemLoader(context: context).load()
        context.console.out(ValidationText.line(for: loaded))
    }
}
