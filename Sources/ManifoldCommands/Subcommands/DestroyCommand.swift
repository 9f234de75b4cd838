import ArgumentParser
import ManifoldPlan

/// The subcommand `manifold destroy`.
struct DestroyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "destroy",
        abstract: "Remove a system's containers and networks.",
        discussion: """
            Shows the plan and asks before anything is removed. Volumes are kept unless they are named with \
            --allow-destroy. With -p the system is found by its labels, and no manifest is needed.

            Example: remove a system with the data of one volume.

              manifold destroy --allow-destroy volume.data

            Example: remove a system whose manifest is gone.

              manifold destroy -p shop
            """
    )

    @OptionGroup var apply: ApplyOptions
    @OptionGroup var consent: ConsentOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let context = try CommandContext(global)
        let flow = PlanRun(
            context: context,
            goal: .nothing(of: try SystemLoader(context: context, readsContents: false).identity()),
            options: PlanOptions(destroyableVolumes: Set(consent.allowDestroy), isDestroy: true)
        )
        try await ApplyRun(planning: flow, options: apply, command: "destroy").run()
    }
}
