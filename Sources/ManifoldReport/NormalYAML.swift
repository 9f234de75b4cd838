package import ManifoldYAML

/// Writes a normal form as `docker compose config` does: `$` doubled, and without what Compose prints in JSON only.
package enum NormalYAML {
    package static func write(_ node: Node) -> String {
        YAMLEmitter.emit(plain(visible(node)))
    }

    /// The same with a comment behind each value.
    static func write(_ node: Node, comment: (Node) -> String) -> String {
        let shown = visible(node)
        var comments: [String] = []
        collect(shown, comment, into: &comments)
        return YAMLEmitter.emit(plain(shown), comments: comments)
    }

    private static func visible(_ node: Node) -> Node {
        switch node.content {
        case .scalar: node
        case .sequence(let items): node.with(.sequence(items.map(visible)))
        case .mapping(let pairs):
            node.with(
                .mapping(
                    pairs.compactMap { pair in
                        let key = pair.key.scalarText
                        // The image's own command is what an absent key means as well.
                        if pair.value.isNull, key == "command" || key == "entrypoint" { return nil }
                        if pair.value.pairs?.isEmpty == true, key == "exec" { return nil }
                        return Node.Pair(key: pair.key, value: visible(pair.value))
                    }
                )
            )
        }
    }

    /// The comments in the order in which the values are written.
    private static func collect(_ node: Node, _ comment: (Node) -> String, into comments: inout [String]) {
        switch node.content {
        case .sequence(let items) where !items.isEmpty:
            for item in items { collect(item, comment, into: &comments) }
        case .mapping(let pairs) where !pairs.isEmpty:
            for pair in pairs { collect(pair.value, comment, into: &comments) }
        default: comments.append(comment(node))
        }
    }

    private static func plain(_ node: Node) -> PlainValue {
        switch node.content {
        case .scalar(let scalar):
            switch node.resolved {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .integer(value)
            case .float(let value): .number(value)
            case .string, nil: .string(NormalJSON.doublingDollars(in: scalar.text))
            }
        case .sequence(let items): .list(items.map(plain))
        case .mapping(let pairs):
            .map(
                pairs.map { pair in
                    PlainValue.Entry(
                        key: NormalJSON.doublingDollars(in: pair.key.scalarText ?? ""),
                        value: plain(pair.value)
                    )
                }
            )
        }
    }
}
