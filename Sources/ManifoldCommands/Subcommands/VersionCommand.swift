import ArgumentParser

/// The subcommand `manifold version`.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "version",
        abstract: "Print the version.",
        discussion: """
            Example:

              manifold version
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() {
        Console(global, environment: [:]).out(ManifoldVersion.line + "\n")
    }
}
