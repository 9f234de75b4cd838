import ArgumentParser

/// The program: reads the command line, runs what it asks for and ends with the exit code that says how that went.
package enum ManifoldMain {
    /// Commands that wait for nothing run right here, on the main thread, whose memory grows in larger steps.
    @MainActor
    package static func run() async {
        ProgramMemory.growInOneStep()
        Interrupts.ignoreBrokenPipes()
        do {
            var command = try ManifoldCommand.command(for: Array(CommandLine.arguments.dropFirst()))
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            ManifoldCommand.exit(withError: error)
        }
    }
}
