package import ManifoldResources

/// What manifold made an object from, read back from the object's own label: it explains differences and decides nothing.
package struct SpecRecord: Hashable, Sendable {
    package var fields: SealedFields
    /// Fields that were set but did not fit into the label.
    package var truncated: Set<FieldName>
    /// One digest each over the fields that did not fit.
    package var digests: [FieldName: String]

    package init(
        _ fields: SealedFields,
        truncated: Set<FieldName> = [],
        digests: [FieldName: String] = [:]
    ) {
        self.fields = fields
        self.truncated = truncated
        self.digests = digests
    }

    /// The value that a field was made with, as far as it can be told: a field of which only a digest is left has the
    /// candidate's value, or an unknown one.
    package func value(of field: FieldName, among candidate: FieldValue<SealedText>?) -> FieldValue<SealedText>? {
        if let value = fields[field] { return value }
        guard truncated.contains(field) else { return nil }
        if let candidate, RecordedValue(candidate).digest == digests[field] { return candidate }
        // Something was set, and it was something else than the candidate.
        return .map(["…": .text(SealedText(digest: digests[field] ?? "", shown: nil))])
    }

    /// The recorded value of a field, or of one entry of it.
    package func value(at path: FieldPath) -> FieldValue<SealedText>? {
        fields.value(at: path)
    }

    /// The same record with what was changed in place since laid over it.
    package func overlaid(with changes: [FieldName: FieldValue<SealedText>?]) -> SpecRecord {
        var record = self
        for (name, value) in changes { record.fields[name] = value }
        return record
    }
}

extension Dictionary where Key == FieldName {
    /// The value of a field, or of one entry of a field that is a map.
    package func value<Text>(at path: FieldPath) -> FieldValue<Text>? where Value == FieldValue<Text> {
        guard let value = self[path.field] else { return nil }
        guard let entry = path.entry else { return value }
        guard case .map(let entries) = value else { return nil }
        return entries[entry]
    }
}
