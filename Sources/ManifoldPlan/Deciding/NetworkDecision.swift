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
        reasons = (isAskedToGo ? [.requested] : []) + Self.reasons(desired, live)
        outcome = reasons.isEmpty ? .keep : .replace
        if outcome == .replace {
            if !live.guests.isEmpty {
                let names = live.guests.values.sorted()
                diagnostics.report(PlanDiagnostics.networkInUse(desired, by: names, isRemade: !live.isLabelled))
            }
            let leftAlone = facts.containers.filter { container in
                system.inactiveServices.contains(container.address.name) && container.isAttached(to: desired.name)
            }
            if let service = leftAlone.map(\.address.name).min() {
                diagnostics.report(PlanDiagnostics.networkHeldByInactive(desired, service))
            }
        }
    }

    /// Why a network cannot stay as it is.
    private static func reasons(_ desired: DesiredResource, _ live: LiveNetwork<SealedText>) -> [Reason] {
        if desired.isExternal { return [] }
        // Labels cannot be given later, and without ours the network would stay behind when the system goes.
        if !live.isLabelled { return [.remadeByHand] }
        return FieldComparison(
            table: .network,
            desired: desired.fields,
            live: live.fields,
            record: live.record,
            origins: desired.origins
        )
        .differences().map { .field($0) }
    }
}
