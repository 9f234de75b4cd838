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
            Self.history(desired, live, facts.revision)
            + differences.filter { !$0.needsReplacement }.map { .volumeLabelsKept(desired.id, $0.path) }
    }

    /// What became of the volume that the last apply had, and whose the present one is.
    private static func history(
        _ desired: DesiredResource,
        _ live: LiveVolume<SealedText>,
        _ revision: RevisionFacts?
    ) -> [Note] {
        if let created = revision?.remakingTime(of: live, at: desired.id) {
            return [.volumeRemade(desired.id, name: desired.name, created: created)]
        }
        return live.isLabelled ? [] : [.volumeAdopted(desired.id, name: desired.name)]
    }
}

extension RevisionFacts {
    /// When a volume was made in the place of the one that the last apply had; nil where it is that one, or nobody can tell.
    fileprivate func remakingTime(of live: LiveVolume<SealedText>, at address: ResourceAddress) -> Int64? {
        guard members.contains(address), let known = volumes[address], let created = live.created else { return nil }
        return created == known ? nil : created
    }
}

extension SealedFacts {
    /// Whether a volume is used that the record does not know: one that somebody made by hand.
    package func hasUnknownVolumes(_ desired: DesiredSystem) -> Bool {
        volumes.contains { volume in
            guard let revision, let address = volume.address, desired[address] != nil, let created = volume.created
            else { return false }
            let isRemade = revision.remakingTime(of: volume, at: address) != nil
            return isRemade || !volume.isLabelled && revision.volumes[address] != created
        }
    }
}
