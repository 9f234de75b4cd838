import ManifoldDiagnostics
import ManifoldResources

/// Compares what is wanted with what is there, field by field, as the table says: live decides, the record explains.
///
/// Compared is what the manifest sets, what manifold once set and has left the manifest, and what the engine can change
/// after creation. A value that neither ever set is never looked at.
struct FieldComparison<Spec> {
    let table: FieldTable<Spec>
    let desired: SealedFields
    let live: SealedFields
    /// What the object has where nobody says anything: the image's values.
    var defaults: SealedFields = [:]
    let record: SpecRecord?
    let origins: [FieldPath: Origin]
    /// How changes of contents are taken, by entry.
    var contentPolicies: [String: ContentPolicy] = [:]
    /// Whether the last apply did not come to its end, so that it may have changed half of what it had written down.
    var isInterrupted = false

    func differences() -> [FieldDifference] {
        disputed.flatMap { row in paths(of: row).compactMap { difference(at: $0, row) } }
    }

    /// What was asked for and the engine's host cannot do: the engine has dropped it with a warning.
    func dropped() -> [FieldPath] {
        guard record != nil else { return [] }
        return table.droppable.filter { desired[$0.name] != live[$0.name] }
            .flatMap { row in paths(of: row).filter { isDropped($0, row) } }
    }

    /// The fields that need a look at their entries, a few of the many that an object has.
    ///
    /// Not those on which the two sides agree, the wanted one being the default where nobody says anything. Of a map by
    /// default that the manifest says something about, single entries can hold beside it.
    private var disputed: [Field<Spec>] {
        var names: Set<FieldName> = []
        for (name, value) in desired where live[name] != value || defaults[name]?.isMap == true { names.insert(name) }
        for (name, value) in live where desired[name] == nil && defaults[name] != value { names.insert(name) }
        for name in defaults.keys where desired[name] == nil && live[name] == nil { names.insert(name) }
        return names.isEmpty ? [] : table.rows(named: names)
    }

    /// Whether the engine was asked for the very value that is wanted and has none: nobody can take such a value away.
    private func isDropped(_ path: FieldPath, _ row: Field<Spec>) -> Bool {
        guard row.isDroppable, let wanted = desired.value(at: path), live.value(at: path) == nil else { return false }
        return record?.value(at: path) == wanted && !(isInterrupted && row.isAlwaysOwned)
    }

    /// The field itself, or the entries that the two sides do not agree on.
    private func paths(of row: Field<Spec>) -> [FieldPath] {
        let (wanted, present) = (desired[row.name]?.entries, live[row.name]?.entries)
        let byDefault = defaults[row.name]?.entries
        guard wanted != nil || present != nil || byDefault != nil || record?.fields[row.name]?.isMap == true else {
            return [FieldPath(row.name)]
        }
        var entries: [String] = []
        for (entry, value) in wanted ?? [:] where present?[entry] != value { entries.append(entry) }
        for (entry, value) in present ?? [:] where wanted?[entry] == nil && byDefault?[entry] != value {
            entries.append(entry)
        }
        for entry in (byDefault ?? [:]).keys where wanted?[entry] == nil && present?[entry] == nil {
            entries.append(entry)
        }
        return entries.map { FieldPath(row.name, $0) }.sorted()
    }

    private func difference(at path: FieldPath, _ row: Field<Spec>) -> FieldDifference? {
        let wanted = desired.value(at: path)
        guard wanted != nil || isOwned(path, row) else { return nil }
        let after = wanted ?? defaults.value(at: path)
        let before = live.value(at: path)
        guard before != after, !isDropped(path, row) else { return nil }
        let policy = contentPolicy(of: path, row, before: before, after: after)
        return FieldDifference(
            path: path,
            before: before,
            after: after,
            cause: cause(of: path, row, before: before, after: after),
            origin: origins[path] ?? (wanted == nil ? nil : origins[FieldPath(path.field)]),
            needsReplacement: policy == nil && needsReplacement(row, after: after),
            policy: policy
        )
    }

    /// How a new content gets into the object that is there; nil where it does not, or where more than the content differs.
    private func contentPolicy(
        of path: FieldPath,
        _ row: Field<Spec>,
        before: FieldValue<SealedText>?,
        after: FieldValue<SealedText>?
    ) -> ContentPolicy? {
        guard row.change == .contents, let before, let after, before.isAlike(after),
            let policy = path.entry.flatMap({ contentPolicies[$0] }), policy != .recreate
        else { return nil }
        return policy
    }

    /// Whether a field that the manifest does not name is ours all the same.
    private func isOwned(_ path: FieldPath, _ row: Field<Spec>) -> Bool {
        if row.isAlwaysOwned { return true }
        guard let record else { return false }
        if record.value(at: path) != nil { return true }
        // What did not fit into the record: all that its image does not supply counts as set, unless the digest says that
        // the manifest has it all; then the rest is the engine's own.
        guard record.truncated.contains(path.field) else { return false }
        let wanted = desired[path.field]
        return wanted == nil || record.value(of: path.field, among: wanted) != wanted
    }

    private func cause(
        of path: FieldPath,
        _ row: Field<Spec>,
        before: FieldValue<SealedText>?,
        after: FieldValue<SealedText>?
    ) -> FieldDifference.Cause {
        // Nobody but an apply leaves a content open.
        if row.change == .contents, let before, before == before.unsettled { return .interrupted }
        guard let record, !record.truncated.contains(path.field) else { return .unknown }
        let recorded = record.value(at: path) ?? defaults.value(at: path)
        // Neither what the engine drops nor what it fills in by itself tells of anybody.
        let isOfTheEngine =
            record.value(at: path) == nil ? row.isFilled && before != nil : row.isDroppable && before == nil
        if isOfTheEngine { return .manifestChanged }
        // What an apply changes in place is recorded before it is done.
        let isDoubtful = isInterrupted && row.isAlwaysOwned
        switch (recorded == after, recorded == before) {
        case (false, true): return .manifestChanged
        case (true, false): return isDoubtful ? .interrupted : .drift
        case (false, false) where isDoubtful: return .manifestChanged
        default: return .manifestChangedAndDrift
        }
    }

    private func needsReplacement(_ row: Field<Spec>, after: FieldValue<SealedText>?) -> Bool {
        switch row.change {
        case .reconnect, .rename, .kept: return false
        case .contents, .replace: return true
        case .inPlace(let canClear, let unreachable):
            guard let after else { return !canClear }
            if case .word(let word) = after { return unreachable.contains(word) }
            return false
        }
    }
}
