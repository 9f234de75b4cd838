package import ManifoldDiagnostics

/// One value of a YAML document with the place it stands at; aliases and merge keys are already resolved.
///
/// A large document is a tree of a great many nodes, so what most of them do not have stands apart in `Details`.
package struct Node: Sendable {
    package enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping([Pair])
    }

    /// One entry of a mapping, in the order of the text.
    package struct Pair: Sendable {
        package let key: Node
        package let value: Node

        package init(key: Node, value: Node) {
            self.key = key
            self.value = value
        }
    }

    /// The content without what a scalar has only after interpolation.
    enum Stored: Sendable {
        case scalar(String, Scalar.Style)
        case sequence([Node])
        case mapping([Pair])
    }

    /// What few nodes have.
    private final class Details: Sendable {
        let tag: String?
        let alias: SourceSpan?
        let overridden: [SourceSpan]
        let variables: [String]

        init(tag: String?, alias: SourceSpan?, overridden: [SourceSpan], variables: [String]) {
            self.tag = tag
            self.alias = alias
            self.overridden = overridden
            self.variables = variables
        }
    }

    // The span stands between the two so that it fills the gap behind the scalar's style.
    let stored: Stored
    /// Where the value stands; for an alias, where the anchored value stands.
    package let span: SourceSpan
    private let details: Details?

    package init(
        _ content: Content,
        tag: String? = nil,
        span: SourceSpan,
        alias: SourceSpan? = nil,
        overridden: [SourceSpan] = []
    ) {
        var variables: [String] = []
        switch content {
        case .scalar(let scalar):
            stored = .scalar(scalar.text, scalar.style)
            variables = scalar.variables
        case .sequence(let items): stored = .sequence(items)
        case .mapping(let pairs): stored = .mapping(pairs)
        }
        self.span = span
        details =
            if tag == nil, alias == nil, overridden.isEmpty, variables.isEmpty {
                nil
            } else {
                Details(tag: tag, alias: alias, overridden: overridden, variables: variables)
            }
    }

    package var content: Content {
        switch stored {
        case .scalar(let text, let style):
            .scalar(Scalar(text, style: style, variables: variables))
        case .sequence(let items): .sequence(items)
        case .mapping(let pairs): .mapping(pairs)
        }
    }

    /// An explicit tag such as `!reset`, in full form for the standard ones (`tag:yaml.org,2002:str`); nil where none is written.
    package var tag: String? { details?.tag }

    /// The variables whose values became part of a scalar.
    package var variables: [String] { details?.variables ?? [] }

    /// Where the value comes from.
    package var origin: Origin {
        guard let details else { return Origin(span) }
        let via = details.alias.map { [$0] } ?? []
        return Origin(span, via: via, variables: details.variables, overridden: details.overridden)
    }

    /// Where the alias stands through which this value was reached, for related places in diagnostics; the same as `span`
    /// for the empty value of an alias whose anchor does not exist, which has been reported.
    package var alias: SourceSpan? { details?.alias }

    /// Where the values stand that this one has replaced in a merge of files, the nearest last.
    package var overridden: [SourceSpan] { details?.overridden ?? [] }

    /// The same node with another content.
    package func with(_ content: Content) -> Node {
        Node(content, tag: tag, span: span, alias: alias, overridden: overridden)
    }

    /// The same node as one that has replaced others, which stood at these places.
    package func replacing(_ places: [SourceSpan]) -> Node {
        if places.isEmpty { return self }
        let places = Array((places + overridden).suffix(Origin.mostOverridden))
        return Node(content, tag: tag, span: span, alias: alias, overridden: places)
    }

    /// The same node without its tag.
    package var untagged: Node {
        tag == nil ? self : Node(content, span: span, alias: alias, overridden: overridden)
    }
}
