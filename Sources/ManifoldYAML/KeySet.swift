/// The keys of one mapping that have been seen, quick for the few keys that almost every mapping has.
struct KeySet {
    /// Up to this many keys, comparing with each is quicker than hashing.
    static let fewKeys = 12

    private var few: [String] = []
    private var many: Set<String> = []

    /// Adds a key; false where it was there before.
    mutating func insert(_ key: String) -> Bool {
        if !many.isEmpty { return many.insert(key).inserted }
        guard !few.contains(key) else { return false }
        few.append(key)
        if few.count > Self.fewKeys { many = Set(few) }
        return true
    }
}
