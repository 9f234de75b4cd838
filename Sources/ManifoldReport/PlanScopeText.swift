import ManifoldPlan
import ManifoldResources

/// What a plan that is about a part of a system says of the rest.
enum PlanScopeText {
    /// More addresses than these are only counted.
    private static let mostNames = 8

    /// Nil for a whole plan.
    static func sentence(for plan: Plan) -> String? {
        let names = names(of: plan)
        guard !names.isEmpty else { return nil }
        let shown = names.prefix(mostNames).map { AnsiSafe.line($0) }
        let rest = names.count > mostNames ? ["and \(names.count - mostNames) more"] : []
        return "this plan is incomplete: it leaves out \((shown + rest).joined(separator: ", "))"
    }

    /// What is left out and could have a change of its own; a service with all its instances under its own name.
    private static func names(of plan: Plan) -> [String] {
        let kinds: Set<ResourceAddress.Kind> = [.network, .volume, .service]
        let taken = Set(plan.changes.map(\.id.withoutReplica))
        var seen: Set<ResourceAddress> = []
        return plan.leftOut.filter { kinds.contains($0.kind) }
            .map { taken.contains($0.withoutReplica) ? $0 : $0.withoutReplica }
            .filter { seen.insert($0).inserted }
            .map(\.description)
    }
}
