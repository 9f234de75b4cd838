import ManifoldDiagnostics

/// What makes a mapping of its entries: each key once, merge keys replaced by what they merge.
extension TreeBuilder {
    mutating func tidied(_ pairs: [Node.Pair], of collection: OpenCollection) -> [Node.Pair] {
        var pairs = pairs
        if collection.hasSpecialKeys { pairs = pairs.filter { checkKey($0.key) } }
        if DuplicateKeys.exist(in: pairs) { pairs = withoutDuplicates(pairs) }
        return collection.hasSpecialKeys && pairs.contains { $0.key.isMerge } ? merged(pairs) : pairs
    }

    private mutating func checkKey(_ key: Node) -> Bool {
        if case .scalar = key.content { return true }
        report(YAMLDiagnostics.complexKey(key, isTemplate: source.looksLikeTemplate(at: key.span.start)))
        return false
    }

    /// The first of each key; the others are reported.
    private mutating func withoutDuplicates(_ pairs: [Node.Pair]) -> [Node.Pair] {
        var places: [String: SourceSpan] = [:]
        return pairs.filter { pair in
            let name = pair.key.scalarText ?? ""
            let place = pair.key.alias ?? pair.key.span
            guard let first = places[name] else {
                places[name] = place
                return true
            }
            report(YAMLDiagnostics.duplicateKey(name, at: place, first: first, isMerge: pair.key.isMerge))
            return false
        }
    }

    /// Replaces each `<<` by the entries of the mappings that it names, where no key says otherwise.
    private mutating func merged(_ pairs: [Node.Pair]) -> [Node.Pair] {
        var taken = KeySet()
        for pair in pairs where !pair.key.isMerge { _ = taken.insert(pair.key.scalarText ?? "") }
        var result: [Node.Pair] = []
        result.reserveCapacity(2 * pairs.count)
        for pair in pairs {
            guard pair.key.isMerge else {
                result.append(pair)
                continue
            }
            for source in mergeSources(pair.value) {
                for entry in source.pairs ?? [] where taken.insert(entry.key.scalarText ?? "") {
                    result.append(entry.reached(through: source.alias))
                }
            }
        }
        return result
    }

    private mutating func mergeSources(_ value: Node) -> [Node] {
        let sources =
            if case .sequence(let items) = value.content { items.map { $0.reached(through: value.alias) } } else {
                [value]
            }
        return sources.filter { source in
            if source.pairs != nil { return true }
            // An alias without a value has been reported where it stands.
            if source.alias != source.span { report(YAMLDiagnostics.mergeValue(source)) }
            return false
        }
    }
}

extension Node {
    /// Only a plain `<<` merges: a quoted one, or one with a tag of its own, is a key of that name.
    fileprivate var isMerge: Bool {
        guard case .scalar(let scalar) = content, scalar.style == .plain, scalar.text == "<<" else { return false }
        return tag == nil || tag == CoreTag.merge
    }

    /// The same node as it looks from the place of an alias.
    fileprivate func reached(through alias: SourceSpan?) -> Node {
        alias == nil ? self : Node(content, tag: tag, span: span, alias: alias)
    }
}

extension Node.Pair {
    fileprivate func reached(through alias: SourceSpan?) -> Node.Pair {
        alias == nil ? self : Node.Pair(key: key.reached(through: alias), value: value.reached(through: alias))
    }
}
