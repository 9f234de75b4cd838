import ArgumentParser
import ManifoldReport
import ManifoldYAML

/// The subcommand `manifold compile`.
struct CompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: "Print a manifest in its normal form.",
        discussion: """
            Everything is filled in, each thing has one spelling, and variables have their values: what \
            `docker compose config` prints. Needs no engine. Values of secrets in the environment are part of it.

            Example: see what a change of variables makes of a manifest.

              TAG=2 manifold compile --format json
            """
    )

    /// How the normal form is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case yaml
        case json
    }

    @Option(help: ArgumentHelp("How to write it.", valueName: "format"))
    var format: Format = .yaml

    @Flag(name: .shortAndLong, help: "Only check the manifest, print nothing.")
    var quiet = false

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let context = try CommandContext(global)
        let loaded = try SystemLoader(context: context, readsContents: false).load()
        if quiet { return }
        let normalForm = NormalForm().render(loaded.manifest)
        switch format {
        case .yaml: context.console.out(YAMLEmitter.emit(normalForm))
        case .json: context.console.out(JSONWriter.write(normalForm, pretty: true) + "\n")
        }
    }
}
