/// What decoders ask of a node.
extension Node {
    /// The tags of the YAML core schema in their full form.
    package enum CoreTag {
        static let prefix = "tag:yaml.org,2002:"
        package static let null = "tag:yaml.org,2002:null"
        package static let bool = "tag:yaml.org,2002:bool"
        package static let integer = "tag:yaml.org,2002:int"
        package static let float = "tag:yaml.org,2002:float"
        package static let string = "tag:yaml.org,2002:str"
        package static let merge = "tag:yaml.org,2002:merge"
    }

    /// The text of a scalar as it was written, whatever type it resolves to.
    package var scalarText: String? {
        if case .scalar(let text, _) = stored { text } else { nil }
    }

    /// The entries of a mapping.
    package var pairs: [Pair]? {
        if case .mapping(let pairs) = stored { pairs } else { nil }
    }

    /// The items of a list.
    package var items: [Node]? {
        if case .sequence(let items) = stored { items } else { nil }
    }

    /// What a scalar stands for, an explicit tag honoured; nil for a list or a mapping.
    package var resolved: Scalar.Resolved? {
        guard case .scalar(let text, let style) = stored else { return nil }
        guard let tag else { return Scalar.resolved(text, style) }
        return Scalar(text, style: style).resolved(as: tag) ?? .string
    }

    /// Whether nothing is written here, or one of the words for nothing (`null`, `~`).
    package var isNull: Bool {
        resolved == .null
    }

    /// What stands here, in the words of "expected …, found …".
    package var kindDescription: String {
        switch content {
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .scalar:
            switch resolved {
            case .null: "nothing"
            case .bool: "true or false"
            case .integer, .float: "a number"
            case .string, nil: "a string"
            }
        }
    }

    /// Whether a scalar has this text.
    package func isText(_ text: String) -> Bool {
        if case .scalar(let own, _) = stored { own == text } else { false }
    }

    /// The value of a mapping's key.
    package subscript(key: String) -> Node? {
        guard case .mapping(let pairs) = stored else { return nil }
        for pair in pairs where pair.key.isText(key) { return pair.value }
        return nil
    }
}
