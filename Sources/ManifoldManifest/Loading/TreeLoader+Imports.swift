import ManifoldDiagnostics
import ManifoldYAML

/// Takes the resources of an included project into the one that includes it.
extension TreeLoader {
    private static let sections = ["services", "volumes", "networks", "secrets", "configs", "models"]

    /// The document with the resources of an included tree; what both declare must be the same.
    ///
    /// `known` are those that came from included trees before.
    mutating func imported(
        _ tree: Node,
        into document: Node,
        at entry: SourceSpan,
        known: inout Set<String>
    ) -> Node {
        var result = document.pairs ?? []
        for section in tree.pairs ?? [] {
            let key = section.key.scalarText ?? ""
            guard Self.sections.contains(key) else {
                checkKey(section)
                continue
            }
            guard !section.value.isNull, !section.value.isBroken else { continue }
            let names = Set((section.value.pairs ?? []).map { "\(key).\($0.key.scalarText ?? "")" })
            defer { known.formUnion(names) }
            guard let index = result.firstIndex(where: { $0.key.scalarText == key && !$0.value.isNull }) else {
                result.removeAll { $0.key.scalarText == key }
                result.append(section)
                continue
            }
            guard let theirs = section.value.pairs, let ours = result[index].value.pairs else {
                // Whichever is no mapping is a mistake of its own; that of this document is found by its decoder.
                if section.value.pairs == nil {
                    let field = Field(key, at: section.key.span, section.value, of: .manifest)
                    diagnostics.report(.wrongType(field, expected: "a mapping"))
                }
                continue
            }
            let resources = united(ours, theirs, kind: key, entry, known)
            result[index] = Node.Pair(
                key: result[index].key,
                value: result[index].value.with(.mapping(resources))
            )
        }
        return document.with(.mapping(result))
    }

    private mutating func united(
        _ ours: [Node.Pair],
        _ theirs: [Node.Pair],
        kind: String,
        _ entry: SourceSpan,
        _ known: Set<String>
    ) -> [Node.Pair] {
        var places: [String: Int] = [:]
        for (index, pair) in ours.enumerated() { places[pair.key.scalarText ?? ""] = index }
        var result = ours
        for pair in theirs {
            guard let index = places[pair.key.scalarText ?? ""] else {
                result.append(pair)
                continue
            }
            let first = ours[index]
            let isImported = known.contains("\(kind).\(pair.key.scalarText ?? "")")
            let comparison = ResourceComparison(contexts: contexts)
            // Compose compares what is declared here as it is written with an included one in its long form.
            if comparison.isSame(first.value, pair.value), isImported || comparison.isLong(first.value) { continue }
            diagnostics.report(.inclusionConflict(pair.key, known: first.key, kind: kind, included: entry))
        }
        return result
    }

    /// What an included file has at its top besides resources has no effect, but must be something that can stand there.
    private mutating func checkKey(_ pair: Node.Pair) {
        let key = pair.key.scalarText ?? ""
        if key == "version" {
            diagnostics.report(.obsoleteVersion(Field(key, at: pair.key.span, pair.value, of: .manifest)))
        } else if key != "name", !key.hasPrefix("x-") {
            diagnostics.report(.unknownIncludedKey(pair.key, known: Self.sections + ["name", "include"]))
        }
    }
}
