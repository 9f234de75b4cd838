import ManifoldDiagnostics
import ManifoldYAML

/// Puts one tree over another by Compose's rules; each value keeps its place, and where it replaced one, that one's too.
struct TreeMerger {
    typealias Position = PathTable<MergeRule>.Position

    /// A file that is to be merged with itself over and over ends here; what people merge is about as long as its files.
    private static let mostEntries = 5_000_000

    private var limit = 200_000

    var diagnostics: [Diagnostic] = []
    private var produced = 0
    /// Whether anything was put over anything.
    private(set) var hasMerged = false

    /// Takes note of how much text there is: of a long one more may come.
    mutating func expect(bytes: Int) {
        limit = min(200_000 * max(1, bytes / 50_000), Self.mostEntries)
    }

    /// A file over the files before it.
    mutating func merge(_ base: Node, _ over: Node) -> Node {
        hasMerged = true
        return merged(base, over, at: MergeRule.table.root, key: "")
    }

    /// A service over the one that it extends.
    mutating func extend(_ base: Node, by service: Node) -> Node {
        hasMerged = true
        return merged(base, service, at: MergeRule.service, key: "extends")
    }

    mutating func merged(_ base: Node, _ over: Node, at position: Position?, key: String) -> Node {
        if base.isBroken || over.isBroken { return over }
        if let rule = MergeRule.table[position] {
            return merged(base, over, by: rule, at: position, key: key)
        }
        if over.isNull { return base }
        switch (base.content, over.content) {
        case (.mapping(let left), .mapping(let right)):
            return base.with(.mapping(merged(left, right, at: position)))
        case (.sequence(let left), .sequence(let right)):
            return base.with(.sequence(joined(left, right)))
        case (.scalar, _):
            return over.replacing(base)
        default:
            return mismatch(base, over, key)
        }
    }

    /// Mappings key by key, in the order in which the keys first come up.
    mutating func merged(_ left: [Node.Pair], _ right: [Node.Pair], at position: Position?) -> [Node.Pair] {
        if isExhausted { return right }
        var places: [String: Int] = [:]
        for (index, pair) in left.enumerated() { places[pair.key.scalarText ?? ""] = index }
        var result = left
        for pair in right {
            let key = pair.key.scalarText ?? ""
            guard let index = places[key] else {
                result.append(pair)
                continue
            }
            let old = result[index]
            let value =
                key.hasPrefix("x-")
                ? pair.value.replacing(old.value)
                : merged(old.value, pair.value, at: MergeRule.table.position(of: key, in: position), key: key)
            result[index] = Node.Pair(key: value.span == pair.value.span ? pair.key : old.key, value: value)
        }
        count(result.count, at: right.first?.key.span)
        return result
    }

    /// Lists one behind the other.
    mutating func joined(_ left: [Node], _ right: [Node]) -> [Node] {
        count(left.count + right.count, at: right.first?.span)
        return isExhausted ? right : left + right
    }

    /// A value that has the wrong form for what it is to be merged with; readers pass over it.
    mutating func mismatch(_ base: Node, _ over: Node, _ key: String) -> Node {
        diagnostics.append(.mergeMismatch(key, base: base, over: over))
        return over.broken
    }

    /// Whether too much has been put together: what is merged from then on stays small and is good for nothing.
    var isExhausted: Bool { produced > limit }

    mutating func count(_ entries: Int, at span: SourceSpan?) {
        let wasExhausted = isExhausted
        produced += entries
        if isExhausted, !wasExhausted { diagnostics.append(.mergeTooLarge(at: span, limit: limit)) }
    }
}

extension Node {
    /// Whether the value was reported before, so that nothing more is to be said of it; a value that is its own alias was
    /// reported by the parser.
    var isBroken: Bool { tag == Interpolator.brokenTag || alias == span }

    /// The same value for readers to pass over.
    var broken: Node {
        Node(content, tag: Interpolator.brokenTag, span: span, alias: alias, overridden: overridden)
    }

    /// This value as one that has replaced another.
    func replacing(_ other: Node) -> Node {
        other.isNull ? replacing(other.overridden) : replacing(other.overridden + [other.span])
    }

    /// A scalar that nobody wrote, for the long form of something short.
    static func implied(_ text: String, at span: SourceSpan) -> Node {
        Node(.scalar(Scalar(text, style: .plain)), span: span)
    }
}
