import ManifoldDiagnostics
import ManifoldResources

/// What is to become of one volume that the manifest wants: it is made where it is missing, and never made anew.
struct VolumeDecision {
    let desired: DesiredResource
    let isCreated: Bool
    let reasons: [Reason]
    let notes: [Note]

    init(
        _ desired: DesiredResource,
        live: LiveVolume<SealedText>?,
        given facts: SealedFacts,
        reporting diagnostics: inout Diagnostics
    ) {
        self.desired = desired
        guard let live else {
            if desired.isExternal { diagnostics.report(PlanDiagnostics.externalMissing(desired)) }
            isCreated = !desired.isExternal
            let absence = facts.absence(of: desired.id)
            reasons = [.missing(absence)]
            notes = isCreated && absence == .removedOutside ? [.volumeLost(desired.id, name: desired.name)] : []
            return
        }
        isCreated = false
        reasons = []
        guard !desired.isExternal else {
            notes = []
            return
        }
        let differences = FieldComparison(
            table: .volume,
            desired: desired.fields,
            live: live.fields,
            record: live.record,
            origins: desired.origins
        )
        .differences()
        let fatal = differences.filter(\.needsReplacement)
        if !fatal.isEmpty { diagnostics.report(PlanDiagnostics.volumeCannotChange(desired, fatal)) }
        notes =
            (live.isLabelled ? [] : [.volumeAdopted(desired.id, name: desired.name)])
            + differences.filter { !$0.needsReplacement }.map { .volumeLabelsKept(desired.id, $0.path) }
    }
}
