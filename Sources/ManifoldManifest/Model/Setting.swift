package import ManifoldDiagnostics
import ManifoldYAML

/// A value of a normal form, as those read it who make something of it: checked, in one spelling, with its place.
package struct Setting: Sendable {
    private let node: Node

    fileprivate init(_ node: Node) {
        self.node = node
    }

    package var origin: Origin { node.origin }

    /// A string, or a number or a truth value as it is spelt in the normal form.
    package var text: String? { node.scalarText }

    package var number: Int64? { node.scalarText.flatMap { Int64($0) } }

    package var isTrue: Bool { node.scalarText == "true" }

    package var isFalse: Bool { node.scalarText == "false" }

    /// Nanoseconds.
    package var duration: Int64? { node.scalarText.flatMap(DurationText.parse) }

    /// The items of a list; none where it is something else.
    package var items: [Setting] { (node.items ?? []).map { Setting($0) } }

    /// The entries of a mapping in order; none where it is something else.
    package var entries: [(name: String, value: Setting)] {
        (node.pairs ?? []).compactMap { pair in pair.key.scalarText.map { ($0, Setting(pair.value)) } }
    }

    package subscript(key: String) -> Setting? {
        node[key].flatMap { $0.isNull ? nil : Setting($0) }
    }
}

extension Service {
    /// The attribute at a key; nil where it is not set.
    package func setting(_ key: String) -> Setting? {
        Setting(normal)[key]
    }

    /// The attribute at a path of keys: `deploy`, `restart_policy`; nil where it is not set.
    package func setting(_ key: String, _ further: String...) -> Setting? {
        further.reduce(setting(key)) { $0?[$1] }
    }
}

extension NetworkDeclaration {
    /// The attribute at a key; nil where it is not set.
    package func setting(_ key: String) -> Setting? {
        Setting(normal)[key]
    }
}
