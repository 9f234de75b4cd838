import ArgumentParser

/// The subcommand `manifold status`.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "status",
        abstract: "Show what of a system is there and how it is.",
        discussion: """
            Only reads from the engine: instances with their state, health, ports and image, then networks and \
            volumes. What the manifest asks for and is not there is shown as missing.

            Example: look at a system without its manifest.

              manifold status -p shop
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let context = try CommandContext(global)
        try await StatusRun(
            context: context,
            subject: try SystemLoader(context: context, readsContents: false).loadOrName()
        )
        .run()
    }
}
