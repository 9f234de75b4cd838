import ArgumentParser

/// `manifold` itself, which does nothing but hold its subcommands.
struct ManifoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifold",
        abstract: "Plan and apply whole Docker systems from Compose manifests.",
        discussion: """
            A manifest is a Compose file, found as manifold.yaml, compose.yaml or docker-compose.yaml here or in a \
            directory above. There is no state file: the engine itself says what is there, and a plan says what would \
            change and why.

            Example: see what an apply would do, then do it.

              manifold plan
              manifold apply
            """,
        version: ManifoldVersion.line,
        subcommands: [
            ValidateCommand.self, CompileCommand.self, PlanCommand.self, ApplyCommand.self, DestroyCommand.self,
            StatusCommand.self, DriftCommand.self, ExplainCommand.self, UnlockCommand.self, SchemaCommand.self,
            VersionCommand.self,
        ]
    )

    // Both here and in each subcommand, so that global options may stand on either side of the subcommand's name.
    @OptionGroup var global: GlobalOptions
}
