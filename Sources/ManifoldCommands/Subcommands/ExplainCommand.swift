import ArgumentParser
import ManifoldResources

/// The subcommand `manifold explain`.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "explain",
        abstract: "Say why a resource is as it is, and what depends on it.",
        discussion: """
            Each value with the place that it comes from (the manifest, the image, the engine) and with what it would \
            take to change it; who needs the resource and why; what replacing it would disrupt. Only reads from the \
            engine.

            Example: find out who sets a value, and what changing it would mean.

              manifold explain service.web
            """
    )

    @Argument(
        help: ArgumentHelp("Such as service.web, service.web[2], network.back or volume.data.", valueName: "address"),
        transform: AddressArgument.any
    )
    var address: ResourceAddress

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let context = try CommandContext(global)
        try await ExplainRun(context: context, address: address).run()
    }
}
