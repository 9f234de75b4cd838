/// How much a document may ask of its reader before it counts as a mistake or an attack.
package struct YAMLLimits: Hashable, Sendable {
    /// Size of one file.
    package var bytes: Int
    /// How many collections may stand inside one another.
    package var depth: Int
    /// How many nodes all aliases of a document may stand for together: an alias of a list of ten counts eleven.
    ///
    /// A long text counts as several, since whoever writes the document out writes it as often as it is named.
    package var aliasedNodes: Int
    /// How many lines may begin with `%`: libyaml's time grows with the square of their number.
    package var directives: Int

    /// The same for a text of a certain length, as a round number, since it is shown.
    ///
    /// A short text has no need of as many.
    func aliasedNodes(in bytes: Int) -> Int {
        min(aliasedNodes, 100_000 * max(1, bytes / 10_000))
    }

    /// How much of a text counts as one more node.
    static let bytesLikeNode = 64

    package init(bytes: Int, depth: Int, aliasedNodes: Int, directives: Int = 100) {
        self.bytes = bytes
        self.depth = depth
        self.aliasedNodes = aliasedNodes
        self.directives = directives
    }

    /// Far above what people write and generators make, far below what hurts.
    package static let standard = YAMLLimits(bytes: 64 << 20, depth: 200, aliasedNodes: 1_000_000)
}
