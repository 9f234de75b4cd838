import ArgumentParser
import ManifoldReport

/// The subcommand `manifold schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "schema",
        abstract: "Print the JSON Schema of manifests, for editors.",
        discussion: """
            Editors that know the schema complete keys, explain them and mark mistakes. It is the schema of this very \
            version. Needs no manifest and no engine.

            Example: let the YAML language server find it.

              manifold schema > .vscode/manifest.schema.json
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() {
        var schema = ManifestSchema()
        Console(global, environment: [:]).out(JSONWriter.write(schema.render(), pretty: true) + "\n")
    }
}
