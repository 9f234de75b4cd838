import ManifoldDiagnostics
import ManifoldResources

/// What is to become of one network that the manifest wants.
struct NetworkDecision {
    enum Outcome: Hashable {
        case keep
        case create
        /// The engine can change nothing of a network: the old one goes, a new one takes its name.
        case replace
    }

    let desired: DesiredResource
    let live: LiveNetwork<SealedText>?
    let outcome: Outcome
    let reasons: [Reason]

    init(
        _ desired: DesiredResource,
        live named: [LiveNetwork<SealedText>],
        isAskedToGo: Bool,
        in system: DesiredSystem,
        given facts: SealedFacts,
        reporting diagnostics: inout Diagnostics
    ) {
        self.desired = desired
        live = named.first { desired.isExternal || $0.address != nil }
        guard let live else {
            if desired.isExternal { diagnostics.report(PlanDiagnostics.externalMissing(desired)) }
            outcome = desired.isExternal ? .keep : .create
            reasons = [.missing(facts.absence(of: desired.id))]
            return
        }
        let differences =
            desired.isExternal
            ? []
            : FieldComparison(
                table: .network,
                desired: desired.fields,
                live: live.fields,
                record: live.record,
                origins: desired.origins
            )
            .differences()
        reasons = (isAskedToGo ? [.requested] : []) + differences.map { .field($0) }
        outcome = reasons.isEmpty ? .keep : .replace
        if outcome == .replace {
            let strangers = live.attached.subtracting(facts.containers.map(\.id)).count
            if strangers > 0 { diagnostics.report(PlanDiagnostics.networkInUse(desired, by: strangers)) }
            let leftAlone = facts.containers.filter { container in
                system.inactiveServices.contains(container.address.name) && container.isAttached(to: desired.name)
            }
            if let service = leftAlone.map(\.address.name).min() {
                diagnostics.report(PlanDiagnostics.networkHeldByInactive(desired, service))
            }
        }
    }
}
