package import ManifoldDiagnostics

/// One value of a YAML document with the place it stands at; aliases and merge keys are already resolved.
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

    package let content: Content
    /// An explicit tag such as `!reset`, in full form for the standard ones (`tag:yaml.org,2002:str`); nil where none is written.
    package let tag: String?
    /// Where the value stands; for an alias, where the anchored value stands.
    package let span: SourceSpan
    /// Where the alias stands through which this value was reached, for related places in diagnostics; the same as `span`
    /// for the empty value of an alias whose anchor does not exist, which has been reported.
    package let alias: SourceSpan?

    package init(_ content: Content, tag: String? = nil, span: SourceSpan, alias: SourceSpan? = nil) {
        self.content = content
        self.tag = tag
        self.span = span
        self.alias = alias
    }
}
