import ArgumentParser
import ManifoldManifest

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a command has around it: its options, the process's environment and directory, and where it prints.
struct CommandContext {
    let options: GlobalOptions
    let environment: [String: String]
    let workingDirectory: String
    let files: any FileProvider
    let console: Console
    /// Whether diagnostics are what the command is asked for.
    let printsDiagnosticsAsResult: Bool

    /// Reads the surroundings of this process.
    init(_ options: GlobalOptions, printsDiagnosticsAsResult: Bool = false) throws(ExitCode) {
        let environment = ProcessInfo.processInfo.environment
        let console = Console(options, environment: environment)
        guard let directory = WorkingDirectory.path(environment: environment) else {
            console.fail("the working directory does not exist any more", help: "change to one that does")
            throw CommandExit.failure
        }
        self.options = options
        self.environment = environment
        self.console = console
        self.printsDiagnosticsAsResult = printsDiagnosticsAsResult
        workingDirectory = directory
        files = DiskFileProvider()
    }

    /// Which manifest is meant.
    var selection: ManifestSelection {
        ManifestSelection(
            options: options,
            environment: environment,
            workingDirectory: workingDirectory,
            files: files
        )
    }

    /// Asks the person at the terminal.
    var approval: Approval {
        Approval(console: console, isInputTaken: selection.readsStandardInput)
    }
}
