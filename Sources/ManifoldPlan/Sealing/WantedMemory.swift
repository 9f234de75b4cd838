import ManifoldResources
import Synchronization

/// What was sealed of each resource as it is wanted, in one planning: most of what an engine tells of it is the same, and
/// to see that costs less than to seal it once more.
///
/// What was sealed is in here as it is, secrets too.
final class WantedMemory: Sendable {
    private let wanted = Mutex<[ResourceAddress: Wanted]>([:])

    /// Takes out what is known of a resource: hardly one has more than one object, and it is let go of side by side, too.
    func take(_ id: ResourceAddress) -> Wanted? {
        wanted.withLock { $0.removeValue(forKey: id) }
    }

    func keep(_ fields: Wanted, of id: ResourceAddress) {
        wanted.withLock { $0[id] = fields }
    }
}

/// The fields of one resource, and what they were sealed as.
struct Wanted: Sendable {
    let open: OpenFields
    let sealed: SealedFields

    /// What a field was sealed as, if it has this value.
    func sealed(_ value: FieldValue<FreeText>, of field: FieldName) -> FieldValue<SealedText>? {
        open[field] == value ? sealed[field] : nil
    }

    /// The entries of a field that is a map.
    func entries(of field: FieldName) -> WantedEntries? {
        guard case .map(let open) = open[field], case .map(let sealed) = sealed[field] else { return nil }
        return WantedEntries(open: open, sealed: sealed)
    }
}

/// The entries of one map, and what they were sealed as.
struct WantedEntries {
    let open: [String: FieldValue<FreeText>]
    let sealed: [String: FieldValue<SealedText>]

    /// What an entry was sealed as, if it has this value.
    func sealed(_ value: FieldValue<FreeText>, of entry: String) -> FieldValue<SealedText>? {
        open[entry] == value ? sealed[entry] : nil
    }
}
