import ManifoldDiagnostics
import ManifoldYAML

/// The places of one document that are tagged `!reset` or `!override`: what stands there in earlier files goes.
struct MarkedPaths {
    private var children: [String: MarkedPaths] = [:]
    private var isMarked = false

    var isEmpty: Bool { children.isEmpty && !isMarked }

    /// Takes the marks out of a document and remembers where they were.
    ///
    /// What is reset is not in the result at all; what overrides stands in it like any other value.
    static func extracted(from document: Node) -> (tree: Node?, marks: MarkedPaths) {
        var marks = MarkedPaths()
        let tree = marks.extract(from: document, isAliased: false)
        return (tree, marks)
    }

    /// The node without what is marked; nil where it is reset itself.
    ///
    /// Compose takes what is reset out of an anchored value once, at its anchor: through an alias it is simply not there,
    /// and resets nothing at the alias's place. An alias of what is reset itself does reset its place.
    private mutating func extract(from node: Node, isAliased: Bool, isAlias: Bool = false) -> Node? {
        let isInAnchor = isAliased || (node.alias != nil && !isAlias)
        let isAliased = isAliased || node.alias != nil
        switch node.tag {
        case "!reset":
            isMarked = !isInAnchor
            return nil
        case "!override":
            isMarked = true
            // Marks below it have nothing left to act on, but must not stay in the tree.
            var ignored = MarkedPaths()
            return ignored.extract(from: node.untagged, isAliased: isAliased)
        default: break
        }
        switch node.content {
        case .scalar: return node
        case .sequence(let items):
            return node.with(
                .sequence(
                    items.compactMap { item in
                        // Places in lists cannot be told: an item that is reset is left out, that is all.
                        var ignored = MarkedPaths()
                        return ignored.extract(from: item, isAliased: isAliased)
                    }
                )
            )
        case .mapping(let pairs):
            return node.with(
                .mapping(
                    pairs.compactMap { pair in
                        var marks = MarkedPaths()
                        let value = marks.extract(from: pair.value, isAliased: isAliased, isAlias: pair.hasAlias)
                        if !marks.isEmpty { children[pair.key.scalarText ?? ""] = marks }
                        return value.map { Node.Pair(key: pair.key, value: $0) }
                    }
                )
            )
        }
    }

    /// A tree of earlier files without what stands at the marked places.
    func removed(from tree: Node) -> Node {
        guard !children.isEmpty, let pairs = tree.pairs else { return tree }
        return tree.with(
            .mapping(
                pairs.compactMap { pair in
                    guard let marks = children[pair.key.scalarText ?? ""] else { return pair }
                    if marks.isMarked { return nil }
                    return Node.Pair(key: pair.key, value: marks.removed(from: pair.value))
                }
            )
        )
    }

    /// A service that is extended without what stands at the places marked for the service that extends it.
    ///
    /// A mark on the whole service speaks of earlier files, not of what it extends.
    func removed(from base: Node, of service: String) -> Node {
        children["services"]?.children[service]?.removed(from: base) ?? base
    }

    /// Whether a text can have marks at all, so that others need not be searched.
    static func concern(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            var rest = bytes[...]
            while let sign = rest.firstIndex(of: UInt8(ascii: "!")) {
                rest = rest[(sign + 1)...]
                if rest.starts(with: "reset".utf8) || rest.starts(with: "override".utf8) { return true }
            }
            return false
        }
    }
}

extension Node.Pair {
    /// Whether an alias is written as the value, and not as the value of something around or before it: what it stands
    /// for is then further up than its own key.
    fileprivate var hasAlias: Bool { value.alias != nil && value.span.start < key.span.start }
}
