import ManifoldResources

/// Compares an object with its own record, field by field.
struct AppliedComparison<Spec> {
    let table: FieldTable<Spec>
    let live: SealedFields
    let record: SpecRecord
    /// What the object has where nobody says anything: the image's values.
    var defaults: SealedFields = [:]

    var differences: [Drift.Difference] {
        let known = record.fields.filter { !record.truncated.contains($0.key) }
        // What was applied is what is wanted: the same rules then tell what is a difference and what the engine's own doing.
        let comparison = FieldComparison(
            table: table,
            desired: known,
            live: live,
            defaults: defaults,
            record: SpecRecord(known),
            origins: [:]
        )
        return comparison.differences().filter { !record.truncated.contains($0.path.field) }
            .map { .field($0.path, applied: $0.after?.hidingTexts, live: $0.before) }
            + unreadable
    }

    /// Fields that did not fit into the record, where they can differ at all on an object that is still the same one; of
    /// what they were only a digest is left.
    private var unreadable: [Drift.Difference] {
        table.rows.filter { $0.isAlwaysOwned && record.truncated.contains($0.name) }
            .compactMap { row in
                let now = live[row.name]
                let applied = record.value(of: row.name, among: now)
                guard applied != now else { return nil }
                let hidden = SealedText(digest: record.digests[row.name] ?? "", shown: nil)
                return .field(FieldPath(row.name), applied: .text(hidden), live: now)
            }
    }
}

extension FieldValue<SealedText> {
    /// The value without its texts: a record only has their digests.
    fileprivate var hidingTexts: FieldValue<SealedText> {
        mapText { SealedText(digest: $0.digest, shown: nil) }
    }
}
