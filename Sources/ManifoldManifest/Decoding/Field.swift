import ManifoldDiagnostics
import ManifoldYAML

/// One key of a mapping with its value, or one entry of a list: what a decoder is given and what diagnostics name.
struct Field: CustomStringConvertible, Sendable {
    let key: String
    let keySpan: SourceSpan
    let value: Node
    let subject: Subject
    let isEntry: Bool

    init(_ key: String, at keySpan: SourceSpan, _ value: Node, of subject: Subject) {
        self.key = key
        self.keySpan = keySpan
        self.value = value
        self.subject = subject
        isEntry = false
    }

    /// An entry of the list that a field holds.
    init(entry: Node, of list: Field) {
        key = list.key
        keySpan = entry.span
        value = entry
        subject = list.subject
        isEntry = true
    }

    /// The field's value as the thing that further keys belong to.
    var asSubject: Subject {
        isEntry ? .entry(of: key, in: subject) : .value(of: key, in: subject)
    }

    var description: String { asSubject.description }

    /// Where to point: at the value, or at the key where nothing is written.
    var span: SourceSpan {
        value.isNull ? keySpan : value.span
    }

    /// The names of the variables in the value, for deciding whether it may be shown.
    var variables: [String] { value.variables }

    var origin: Origin {
        value.origin
    }
}
