import ArgumentParser

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The program: reads the command line, runs what it asks for and ends with the exit code that says how that went.
package enum ManifoldMain {
    /// Commands that wait for nothing run right here, on the main thread, whose memory grows in larger steps.
    @MainActor
    package static func run() async {
        ProgramMemory.growInOneStep()
        Interrupts.ignoreBrokenPipes()
        let arguments = Array(CommandLine.arguments.dropFirst())
        // To read the arguments and to connect take some milliseconds each.
        let opening =
            ManifoldCommand.looksAtStandardEngine(arguments)
            ? Opening(host: nil, environment: ProcessInfo.processInfo.environment) : nil
        do {
            try await Opening.$early.withValue(opening) { @MainActor in
                var command = try ManifoldCommand.command(for: arguments)
                if var waiting = command as? any AsyncParsableCommand {
                    try await waiting.run()
                } else {
                    try command.run()
                }
            }
        } catch {
            ManifoldCommand.exit(withError: error)
        }
    }
}
