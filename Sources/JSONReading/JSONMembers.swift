/// The members of a JSON object, one after the other or by key.
public struct JSONMembers: IteratorProtocol, Sendable {
    private let tree: JSONTree
    private let index: Int
    /// Behind the member that was taken last: the next one that is wanted often stands there.
    private var place: Int
    private let end: Int

    /// - Throws: Where the value is no object.
    public init(_ json: JSONReader) throws(JSONError) {
        try json.expect(.object, "Dictionary")
        (tree, index) = (json.tree, json.index)
        place = index + 1
        end = Int(tree[index].next)
    }

    /// How many are still to come.
    public var count: Int { tree.count(from: place, to: end) / 2 }

    /// The next member; nil behind the last.
    public mutating func next() -> (key: String, value: JSONReader)? {
        guard place < end, let key = tree.string(at: place) else { return nil }
        return (key, take(place))
    }

    /// What stands behind a key: it is looked for once around, from behind the last one.
    public mutating func find(_ key: String) -> JSONReader? {
        var key = key
        let found = key.withUTF8 { key in
            position(of: key, from: place, to: end) ?? position(of: key, from: index + 1, to: place)
        }
        return found.map { take($0) }
    }

    private func position(of key: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        var current = start
        while current < end {
            if tree.isString(at: current, key) { return current }
            current = Int(tree[current + 1].next)
        }
        return nil
    }

    private mutating func take(_ position: Int) -> JSONReader {
        place = Int(tree[position + 1].next)
        return JSONReader(tree: tree, index: position + 1)
    }

    /// What is thrown where a member is not there.
    public func missing(_ key: String) -> JSONError {
        JSONError(path: tree.path(to: index) + [key], problem: .missing)
    }
}
