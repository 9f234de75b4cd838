import ArgumentParser
import ManifoldGraph

/// The subcommand `manifold unlock`.
struct UnlockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "unlock",
        abstract: "Break the lock that an apply holds on a system.",
        discussion: """
            For an apply that hangs or whose machine is gone; a dead one on this machine needs no unlock. An apply \
            that still runs stops itself before its next step. Says whose lock it is and asks.

            Example: break a lock without a question.

              manifold unlock --force
            """
    )

    @Flag(name: [.customLong("force"), .customLong("auto-approve")], help: "Break the lock without asking.")
    var force = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let context = try CommandContext(global)
        let system = try SystemLoader(context: context, readsContents: false).identity().name
        try await UnlockRun(context: context, system: system, asks: !force).run()
    }
}
