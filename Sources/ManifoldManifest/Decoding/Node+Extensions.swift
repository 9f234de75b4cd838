import ManifoldDiagnostics
package import ManifoldYAML

/// `x-` keys within the objects of a manifest, which stand behind all others in the normal form.
///
/// Compose has them in YAML and leaves them out in JSON, and so they can be told from an author's names, such as that of a
/// label, which may begin in the same way.
extension Node.Pair {
    private static let tag = "!manifold/extension"

    init(extension name: String, at span: SourceSpan, _ value: Node) {
        self.init(key: Node(.scalar(Scalar(name, style: .doubleQuoted)), tag: Self.tag, span: span), value: value)
    }

    package var isExtension: Bool { key.tag == Self.tag }

    /// The name of an `x-` key; empty for any other.
    var extensionName: String { isExtension ? key.scalarText ?? "" : "" }
}

extension [Node.Pair] {
    /// The entries without `x-` keys.
    package var withoutExtensions: [Node.Pair] {
        hasExtensions ? filter { !$0.isExtension } : self
    }

    private var hasExtensions: Bool {
        // By index, since almost every mapping is asked and has none: an entry taken out of its list is a copy.
        for index in indices where self[index].isExtension { return true }
        return false
    }
}
