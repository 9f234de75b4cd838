import ArgumentParser
import ManifoldManifest

/// The subcommand `manifold compile`.
struct CompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "compile",
        abstract: "Print a manifest in its normal form.",
        discussion: """
            Everything is filled in, each thing has one spelling, and variables have their values: what \
            `docker compose config` prints. Needs no engine. Values of secrets in the environment are part of it.

            Example: see what a change of variables makes of a manifest.

              TAG=2 manifold compile --format json

            Example: find out which file sets a value.

              manifold compile -f compose.yaml -f production.yaml --provenance
            """
    )

    /// How the normal form is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case yaml
        case json
    }

    @Option(help: ArgumentHelp("How to write it.", valueName: "format"))
    var format: Format = .yaml

    @Flag(help: "Say of each value where it comes from, and what it has replaced.")
    var provenance = false

    @Flag(help: "Print the names of the services instead, one to a line.")
    var services = false

    @Flag(help: "Print the images of the services instead.")
    var images = false

    @Flag(help: "Print the names of the volumes instead.")
    var volumes = false

    @Flag(help: "Print the names of all profiles instead.")
    var profiles = false

    @Flag(help: "Print the variables that the manifest reads instead, and where; none of their values.")
    var variables = false

    @Option(
        help: ArgumentHelp(
            "Print Compose's hash of services instead, of several with commas or of all with '*'.",
            valueName: "service"
        )
    )
    var hash: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("A file to write instead of standard output.", valueName: "path"))
    var output: String?

    @Flag(name: .shortAndLong, help: "Only check the manifest, print nothing.")
    var quiet = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let chosen = [
            ("--provenance", provenance), ("--services", services), ("--images", images), ("--volumes", volumes),
            ("--profiles", profiles), ("--variables", variables), ("--hash", hash != nil),
        ]
        .filter(\.1).map(\.0)
        guard chosen.count < 2 else {
            throw ValidationError("\(chosen.joined(separator: " and ")) cannot go together; name one of them")
        }
    }

    func run() throws {
        let context = try CommandContext(global)
        let text = try CompileText(command: self, context: context).text()
        if quiet { return }
        guard let output else { return context.console.out(text) }
        do throws(FileProblem) {
            try FileOutput.write(text, to: PathText.absolute(output, in: context.workingDirectory))
        } catch {
            context.console.fail("cannot write \(output): \(error.reason)")
            throw CommandExit.failure
        }
    }
}
