import ManifoldYAML

/// Takes out of lists what a later entry replaces: the second `8080:80`, an earlier mount at the same place.
enum UniqueLists {
    /// The tree with each thing once; what has nothing twice is returned as it came, without a copy.
    static func applied(to tree: Node) -> Node {
        changed(tree, at: ListKey.table.root) ?? tree
    }

    /// The new node, or nil where nothing in it changes.
    private static func changed(_ node: Node, at position: PathTable<ListKey>.Position) -> Node? {
        switch node.content {
        case .scalar: return nil
        case .sequence(let items):
            guard items.count > 1, let key = ListKey.table[position] else { return nil }
            return unique(items, by: key).map { node.with(.sequence($0)) }
        case .mapping(let pairs):
            guard ListKey.table.goesOn(behind: position) else { return nil }
            var copy: [Node.Pair]?
            for index in pairs.indices {
                guard let text = pairs[index].key.scalarText,
                    let next = ListKey.table.position(of: text, in: position),
                    let new = changed(pairs[index].value, at: next)
                else { continue }
                copy = copy ?? pairs
                copy?[index] = Node.Pair(key: pairs[index].key, value: new)
            }
            return copy.map { node.with(.mapping($0)) }
        }
    }

    /// The last of each kind in the place of the first; nil where there is one of each.
    private static func unique(_ items: [Node], by key: ListKey) -> [Node]? {
        let keys = items.map { key($0) }
        guard repeats(keys) else { return nil }
        var places: [Substring: Int] = [:]
        var result: [Node] = []
        for (key, item) in zip(keys, items) {
            if let key, let index = places[key] {
                result[index] = item.replacing(result[index])
                continue
            }
            if let key { places[key] = result.count }
            result.append(item)
        }
        return result
    }

    private static func repeats(_ keys: [Substring?]) -> Bool {
        // Most lists are short, and comparing them costs less than hashing.
        guard keys.count <= 16 else {
            var known: Set<Substring> = []
            return keys.contains { key in key.map { !known.insert($0).inserted } ?? false }
        }
        for (index, key) in keys.enumerated() where key != nil {
            if keys[..<index].contains(key) { return true }
        }
        return false
    }
}
