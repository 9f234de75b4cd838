import ManifoldYAML

/// The rules for places that are not merged like any other.
extension TreeMerger {
    mutating func merged(_ base: Node, _ over: Node, by rule: MergeRule, at position: Position?, key: String) -> Node {
        if case .replace = rule { return over.replacing(base) }
        if over.isNull { return base }
        if base.isNull { return over }
        switch rule {
        case .replace: return over.replacing(base)
        case .named: return named(base, over, key)
        case .list: return list(base, over, key)
        case .hosts: return hosts(base, over, key)
        case .build: return long(base, over, at: position, key) { $0.asBuild }
        case .dependencies: return long(base, over, at: position, key) { $0.asMapping { .startedDependency(at: $0) } }
        case .networks: return long(base, over, at: position, key) { $0.asMapping { .implied("", at: $0) } }
        case .logging: return logging(base, over, at: position, key)
        case .pools: return pools(base, over, key)
        }
    }

    /// Values with a short and a long form, both in the long one.
    private mutating func long(
        _ base: Node,
        _ over: Node,
        at position: Position?,
        _ key: String,
        as form: (Node) -> [Node.Pair]?
    ) -> Node {
        guard let left = form(base), let right = form(over) else { return mismatch(base, over, key) }
        return base.with(.mapping(merged(left, right, at: position)))
    }

    private mutating func logging(_ base: Node, _ over: Node, at position: Position?, _ key: String) -> Node {
        guard let left = base.pairs, let right = over.pairs else { return mismatch(base, over, key) }
        if let old = base["driver"], let new = over["driver"], old.scalarText != new.scalarText {
            return over.replacing(base)
        }
        return base.with(.mapping(merged(left, right, at: position)))
    }

    // MARK: Lists

    private mutating func list(_ base: Node, _ over: Node, _ key: String) -> Node {
        guard let left = base.asItems, let right = over.asItems else { return mismatch(base, over, key) }
        return base.with(.sequence(joined(left, right)))
    }

    private mutating func hosts(_ base: Node, _ over: Node, _ key: String) -> Node {
        guard let left = base.asHosts, let right = over.asHosts else { return mismatch(base, over, key) }
        let known = Set(left.compactMap(\.scalarText))
        return base.with(.sequence(joined(left, right.filter { !known.contains($0.scalarText ?? "") })))
    }

    /// Both as a mapping, since that keeps the places of the values apart from those of the names.
    private mutating func named(_ base: Node, _ over: Node, _ key: String) -> Node {
        // Lists whose entries are no texts stay lists, for their reader to say so.
        if let left = base.items, let right = over.items, base.asNamed == nil || over.asNamed == nil {
            return base.with(.sequence(joined(left, right)))
        }
        guard let left = base.asNamed, let right = over.asNamed else { return mismatch(base, over, key) }
        return base.with(.mapping(overlaid(left, right)))
    }

    /// The pairs of both, each name once, with its last value in its first place.
    private mutating func overlaid(_ left: [Node.Pair], _ right: [Node.Pair]) -> [Node.Pair] {
        count(left.count + right.count, at: right.first?.key.span)
        if isExhausted { return right }
        var result: [Node.Pair] = []
        var places: [String: Int] = [:]
        for pair in left + right {
            let name = pair.key.scalarText ?? ""
            if let index = places[name] {
                result[index] = Node.Pair(key: pair.key, value: pair.value.replacing(result[index].value))
            } else {
                places[name] = result.count
                result.append(pair)
            }
        }
        return result
    }

    // MARK: Address pools

    /// Compose compares each pool with each: an earlier one whose subnet no later one has goes.
    ///
    /// Its pools are references: one that was put into the result changes there too when it is merged once more. Hence
    /// the slots.
    private mutating func pools(_ base: Node, _ over: Node, _ key: String) -> Node {
        guard let left = base.items, let right = over.items else { return mismatch(base, over, key) }
        var slots = left + right
        guard slots.allSatisfy({ $0.pairs != nil }) else { return mismatch(base, over, key) }
        var result: [Int] = []
        func inResult(_ subnet: String?) -> Int? {
            result.firstIndex { slots[$0]["subnet"]?.scalarText == subnet }
        }
        for own in left.indices {
            for other in slots.indices.dropFirst(left.count) {
                let subnet = slots[other]["subnet"]?.scalarText
                if subnet != slots[own]["subnet"]?.scalarText, inResult(subnet) == nil {
                    result.append(other)
                    continue
                }
                let merged = merged(slots[own].pairs ?? [], slots[other].pairs ?? [], at: nil)
                slots[own] = slots[own].with(.mapping(merged))
                if let index = inResult(slots[own]["subnet"]?.scalarText) {
                    result[index] = own
                } else {
                    result.append(own)
                }
            }
        }
        return over.with(.sequence(result.map { slots[$0] })).replacing(base)
    }
}
