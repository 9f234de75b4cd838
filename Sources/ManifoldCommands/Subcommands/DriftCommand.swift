import ArgumentParser

/// The subcommand `manifold drift`.
struct DriftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "drift",
        abstract: "Show what somebody changed by hand since the last apply.",
        discussion: """
            Compares the engine with what was last applied, whatever the manifest says by now. Only reads from the \
            engine. Exits with 0 where nothing differs, with 2 where something does. With -p no manifest is needed.

            Example: look every night whether somebody worked on a system by hand.

              manifold drift -p shop
            """
    )

    /// How drift is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
    }

    @Option(help: ArgumentHelp("How to write it.", valueName: "format"))
    var format: Format = .text

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let context = try CommandContext(global)
        let system = try SystemLoader(context: context, readsContents: false).identity()
        if try await DriftRun(context: context, system: system).run(showing: format) { throw CommandExit.changes }
    }
}
