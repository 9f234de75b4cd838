import ManifoldDiagnostics
import ManifoldResources

/// What keeps images from being built, found before anything is done.
struct BuildObstacles {
    private let facts: SealedFacts

    init(_ facts: SealedFacts) {
        self.facts = facts
    }

    func check(_ images: [ImageDecision], reporting diagnostics: inout Diagnostics) {
        for image in images where image.outcome == .build {
            if let problem = facts.builds[image.desired.name]?.problem {
                diagnostics.report(PlanDiagnostics.contextUnreadable(image.desired, problem))
            }
            let unmet = image.desired.buildDemands.filter { !$0.isMet(by: facts.builder, on: facts.engine) }
            for demand in unmet.sorted(by: { $0.key < $1.key }) {
                diagnostics.report(PlanDiagnostics.builderCannot(image.desired, demand.key, facts.builder))
            }
        }
    }
}
