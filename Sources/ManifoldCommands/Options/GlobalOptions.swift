import ArgumentParser
import ManifoldReport

/// What every command takes: which system, which engine, how to print.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: [.short, .customLong("file")],
        // The name of a file may begin with a dash.
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A manifest; - reads standard input. Repeat it to merge several, later ones over earlier ones.",
            valueName: "path"
        )
    )
    var files: [String] = []

    @Option(
        name: [.customShort("p"), .customLong("project-name")],
        help: ArgumentHelp("The system's name instead of the manifest's.", valueName: "name")
    )
    var projectName: String?

    @Option(help: ArgumentHelp("The directory for relative paths instead of the manifest's.", valueName: "path"))
    var projectDirectory: String?

    @Option(
        name: .customLong("profile"),
        help: ArgumentHelp("A profile to switch on. Repeat it for several.", valueName: "name")
    )
    var profiles: [String] = []

    @Option(
        name: .customLong("env-file"),
        help: ArgumentHelp("Variables to read instead of .env. Repeat it for several.", valueName: "path")
    )
    var environmentFiles: [String] = []

    @Option(
        name: [.customShort("H"), .long],
        help: ArgumentHelp("The engine, such as unix:///var/run/docker.sock; else DOCKER_HOST.", valueName: "address")
    )
    var host: String?

    @Option(
        name: .customLong("diagnostics"),
        help: ArgumentHelp("How to print what is wrong with a manifest.", valueName: "format")
    )
    var diagnosticsFormat: DiagnosticsFormat = .text

    @Option(help: ArgumentHelp("When to print in colour; auto is on a terminal.", valueName: "when"))
    var color: ColorChoice = .auto

    @Flag(name: .shortAndLong, help: "Say more about what is read and done.")
    var verbose = false
}

extension DiagnosticsFormat: ExpressibleByArgument {}
