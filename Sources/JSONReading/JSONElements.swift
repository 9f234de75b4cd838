/// The elements of a JSON array, one after the other.
public struct JSONElements: IteratorProtocol {
    private let tree: JSONTree
    private var place: Int
    private let end: Int

    /// - Throws: Where the value is no array.
    public init(_ json: JSONReader) throws(JSONError) {
        try json.expect(.array, "Array")
        tree = json.tree
        place = json.index + 1
        end = Int(tree[json.index].next)
    }

    /// How many are still to come.
    public var count: Int { tree.count(from: place, to: end) }

    /// The next element; nil behind the last.
    public mutating func next() -> JSONReader? {
        guard place < end else { return nil }
        defer { place = Int(tree[place].next) }
        return JSONReader(tree: tree, index: place)
    }
}
