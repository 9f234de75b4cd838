import ArgumentParser
import ManifoldPlan

/// The subcommand `manifold apply`.
struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "apply",
        abstract: "Bring the engine to what the manifest says.",
        discussion: """
            Shows the plan and asks before anything is changed. A change that fails is rolled back; what does not \
            depend on it goes on. The first Ctrl-C lets running calls end and rolls back what is half done, the second \
            stops at once. Exits with 3 where a failed apply was rolled back, with 4 where something is left half done.

            Example: apply without a question, as CI does, and wait for another apply to end.

              manifold apply --auto-approve --lock-timeout 60

            Example: make new containers of one service although nothing differs.

              manifold apply --replace service.web
            """
    )

    @OptionGroup var apply: ApplyOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var consent: ConsentOptions
    @OptionGroup var adoption: AdoptionOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let context = try CommandContext(global)
        let loaded = try SystemLoader(context: context).load()
        let flow = PlanRun(
            context: context,
            goal: .system(loaded),
            options: scope.applied(
                to: PlanOptions(destroyableVolumes: Set(consent.allowDestroy), adopts: adoption.adopt)
            )
        )
        try await ApplyRun(planning: flow, options: apply, command: "apply").run()
    }
}
