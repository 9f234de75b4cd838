/// One value of a JSON text, to be read.
public struct JSONReader: Sendable {
    let tree: JSONTree
    let index: Int

    init(tree: JSONTree, index: Int) {
        (self.tree, self.index) = (tree, index)
    }

    /// The value that a whole text is.
    public init(_ text: [UInt8]) throws(JSONError) {
        do {
            self.init(tree: try JSONTree(text), index: 0)
        } catch {
            throw JSONError(path: [], problem: .malformed(offset: error.offset))
        }
    }

    /// Whether it is null.
    public var isNull: Bool { tree[index].kind == .null }
    /// Whether it is a string.
    public var isString: Bool { [.string, .escapedString].contains(tree[index].kind) }
    /// Whether it is an object.
    public var isObject: Bool { tree[index].kind == .object }

    /// The members of an object, by key.
    @inlinable
    public func object<Key: CodingKey>(_: Key.Type = Key.self) throws(JSONError) -> JSONObject<Key> {
        JSONObject(try JSONMembers(self))
    }

    /// What is thrown where something else stands than is wanted.
    public func mismatch(expecting type: String) -> JSONError {
        JSONError(path: tree.path(to: index), problem: isNull ? .null : .mistyped(expected: type))
    }

    /// What is thrown where a text or a number means nothing.
    public var invalid: JSONError { JSONError(path: tree.path(to: index), problem: .invalid) }

    func expect(_ kind: JSONTree.Kind, _ name: String) throws(JSONError) {
        guard tree[index].kind == kind else { throw mismatch(expecting: name) }
    }
}
