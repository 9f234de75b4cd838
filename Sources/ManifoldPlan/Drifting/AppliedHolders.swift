import ManifoldGraph
import ManifoldResources

/// The containers that others share namespaces or volumes with, in the words of the records: the engine names them by id.
struct AppliedHolders {
    /// What a container's id stands for.
    private let names: [String: String]

    init(_ facts: SealedFacts) {
        let first = facts.containers.filter { ($0.address.replica ?? 1) == 1 }
        names = Dictionary(first.map { ($0.id, "service:\($0.address.name)") }) { first, _ in first }
    }

    /// Live fields with ids in the records' terms, so that they can be compared.
    func resolving(_ live: SealedFields, recorded: SealedFields) -> SealedFields {
        var fields = live
        for field: FieldName in ["network_mode", "ipc", "pid"] {
            guard let word = live[field]?.wordText else { continue }
            fields[field] = .word(name(of: word, recorded: [recorded[field]?.wordText].compactMap { $0 }))
        }
        if case .map(let entries)? = live["volumes_from"] {
            var known: [String] = []
            if case .map(let recorded)? = recorded["volumes_from"] { known = recorded.keys.sorted() }
            let named = entries.map { (name(of: $0, recorded: known), $1) }
            fields["volumes_from"] = .map(Dictionary(named) { first, _ in first })
        }
        return fields
    }

    private func name(of word: String, recorded: [String]) -> String {
        let prefix = "container:"
        guard word.hasPrefix(prefix) else { return word }
        if let name = names[String(word.dropFirst(prefix.count))] { return name }
        let present = Set(names.values)
        // Somebody else's container, which no record knows by id; or one of ours that is gone, which is told of itself.
        let candidates = recorded.filter { $0.hasPrefix(prefix) || $0.hasPrefix("service:") && !present.contains($0) }
        return candidates.count == 1 ? candidates[0] : word
    }
}
