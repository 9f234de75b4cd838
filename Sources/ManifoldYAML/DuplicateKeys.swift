/// Tells whether a mapping with scalar keys gives one of them twice; almost none does, so this must cost little.
enum DuplicateKeys {
    static func exist(in pairs: [Node.Pair]) -> Bool {
        pairs.count <= KeySet.fewKeys ? existAmongFew(pairs) : existAmongMany(pairs)
    }

    private static func existAmongFew(_ pairs: [Node.Pair]) -> Bool {
        for later in pairs.indices.dropFirst() {
            guard let key = pairs[later].key.scalarText else { continue }
            for earlier in 0..<later where pairs[earlier].key.isText(key) { return true }
        }
        return false
    }

    private static func existAmongMany(_ pairs: [Node.Pair]) -> Bool {
        var seen: Set<String> = []
        seen.reserveCapacity(pairs.count)
        for index in pairs.indices {
            guard case .scalar(let key) = pairs[index].key.content else { continue }
            if !seen.insert(key.text).inserted { return true }
        }
        return false
    }
}
