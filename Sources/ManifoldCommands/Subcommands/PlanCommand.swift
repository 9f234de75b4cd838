import ArgumentParser
import ManifoldPlan

/// The subcommand `manifold plan`.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "plan",
        abstract: "Show what an apply would change, and why.",
        discussion: """
            Only reads from the engine. Exits with 0 whether there are changes or not; with --detailed-exitcode it \
            exits with 2 where there are some.

            Example: fail a scheduled job when somebody changed the system by hand.

              manifold plan --detailed-exitcode

            Example: plan for one service and what it needs.

              manifold plan --target service.web
            """
    )

    /// What of a plan is shown.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case steps
    }

    @Flag(name: .customLong("detailed-exitcode"), help: "Exit with 2 where there are changes.")
    var detailedExitCode = false

    @Option(help: ArgumentHelp("What to show: changes and causes, or engine calls.", valueName: "format"))
    var format: Format = .text

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var consent: ConsentOptions
    @OptionGroup var adoption: AdoptionOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let context = try CommandContext(global)
        let options = scope.applied(
            to: PlanOptions(destroyableVolumes: Set(consent.allowDestroy), adopts: adoption.adopt)
        )
        let plan = try await EngineDoor(context: context)
            .withSurvey { whenNamed throws(ExitCode) in
                try SystemLoader(context: context, whenNamed: whenNamed).load()
            } _: { session, survey, loaded async throws(ExitCode) in
                try await PlanRun(context: context, goal: .system(loaded), options: options)
                    .run(with: session, given: survey, showing: format)
            }
        if detailedExitCode, !plan.isEmpty { throw CommandExit.changes }
    }
}
