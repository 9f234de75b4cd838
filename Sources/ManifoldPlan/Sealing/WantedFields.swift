package import ManifoldResources

/// The fields that one resource is to have, and what they were sealed as: most of what an engine tells of it is the same, and
/// to see that costs less than to seal it once more.
package struct WantedFields: Sendable {
    let open: OpenFields
    let sealed: SealedFields

    package init(open: OpenFields, sealed: SealedFields) {
        self.open = open
        self.sealed = sealed
    }

    /// What a field was sealed as, if it has this value.
    func sealed(_ value: FieldValue<FreeText>, of field: FieldName) -> FieldValue<SealedText>? {
        guard open[field] == value, value.entries?.keys.allSatisfy(\.isPlain) != false else { return nil }
        return sealed[field]
    }

    /// The entries of a field that is a map.
    func entries(of field: FieldName) -> WantedEntries? {
        guard let open = open[field]?.entries, let sealed = sealed[field]?.entries else { return nil }
        return WantedEntries(open: open, sealed: sealed)
    }
}

/// The entries of one map, and what they were sealed as.
struct WantedEntries {
    let open: [String: FieldValue<FreeText>]
    let sealed: [String: FieldValue<SealedText>]

    /// What an entry was sealed as, if it has this value.
    func sealed(_ value: FieldValue<FreeText>, of entry: String) -> FieldValue<SealedText>? {
        entry.isPlain && open[entry] == value ? sealed[entry] : nil
    }
}

extension String {
    /// Whether an equal string has the same bytes: an `é` has two spellings, and a digest tells them apart.
    fileprivate var isPlain: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
