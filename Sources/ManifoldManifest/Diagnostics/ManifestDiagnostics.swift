import ManifoldDiagnostics
import ManifoldYAML

/// The wording of what is wrong with keys and with the types of values.
extension Diagnostic {
    static func unknownKey(_ field: Field, kind: String, known: some Sequence<String>) -> Diagnostic {
        let suggestion = Suggestion.nearest(to: field.key, among: known)
        let place = if case .manifest = field.subject { "at the top level" } else { "in \(field.subject)" }
        return Diagnostic(
            Code("manifest.unknown-key"),
            "unknown key `\(field.key)` \(place)",
            at: Label(field.keySpan, "not a \(kind) key"),
            help: suggestion.map { "did you mean `\($0)`?" }
                ?? "remove it, or call it `x-\(field.key)` if it is for another tool"
        )
    }

    static func unsupportedKey(_ field: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.unsupported-key"),
            "\(field) is not handled yet",
            at: Label(field.keySpan),
            help: UnsupportedKeyHelp.text(for: field.key)
        )
    }

    static func unsupportedMount(_ field: Field, _ type: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.unsupported-mount"),
            "a mount of type `\(type)` is not handled yet",
            at: Label(field.span),
            help: "write `volume`, `bind` or `tmpfs`"
        )
    }

    static func mergeTag(_ tag: String, at field: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.unsupported-tag"),
            "`\(tag)` at \(field) is not handled yet",
            at: Label(field.value.span),
            help: "remove the tag, and what it takes out of another file with it"
        )
    }

    static func missingKey(_ key: String, in field: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.missing-key"),
            "\(field) has no `\(key)`",
            at: Label(field.isEntry ? field.span : field.keySpan),
            help: "add `\(key): …`"
        )
    }

    static func keyIsNoString(_ key: Node, in subject: Subject) -> Diagnostic {
        Diagnostic(
            Code("manifest.key-is-no-string"),
            "a key of \(subject) is \(key.kindDescription), where a string is needed",
            at: Label(key.span),
            help: key.scalarText.map { "put it in quotes: `\"\($0)\"`" } ?? "write a name"
        )
    }

    static func wrongType(_ field: Field, expected: String, help: String? = nil) -> Diagnostic {
        Diagnostic(
            Code("manifest.wrong-type"),
            "expected \(expected) for \(field), found \(field.value.kindDescription)",
            at: Label(field.span),
            help: help ?? typeHelp(field, expected)
        )
    }

    /// What is wrong with a file that is a list or a single value as a whole.
    static func noMapping(_ root: Node) -> Diagnostic {
        let field = Field("", at: root.span, root, of: .manifest)
        var diagnostic = wrongType(field, expected: "a mapping", help: "begin with `services:`")
        diagnostic.message = "expected a mapping at the top level, found \(root.kindDescription)"
        return diagnostic
    }

    private static func typeHelp(_ field: Field, _ expected: String) -> String? {
        if field.value.isNull { return "write \(expected) here, or leave `\(field.key)` out" }
        let isScalar = field.value.scalarText != nil
        if isScalar, expected.contains("a string"), field.variables.isEmpty, let text = field.value.scalarText {
            return "put it in quotes: `\"\(text)\"`"
        }
        if expected.hasPrefix("a list") { return "write one line that begins with `- ` for each entry" }
        if expected.hasPrefix("a mapping") { return "write `NAME: VALUE` lines" }
        return "write \(expected)"
    }

    static func badVariableName(_ name: String, _ origin: Origin) -> Diagnostic {
        Diagnostic(
            Code("manifest.bad-variable-name"),
            .error,
            name.isEmpty
                ? "an environment variable has no name" : "an environment variable's name cannot hold `=`: `\(name)`",
            at: Label(origin.span),
            help: "write `NAME: VALUE`"
        )
    }

    static func badName(_ field: Field, kind: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.invalid-name"),
            "`\(field.key)` cannot be the name of a \(kind)",
            at: Label(field.keySpan),
            help: "use only \(NameRules.keyRule)"
        )
    }

    static func obsoleteVersion(_ field: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.obsolete-version"),
            .warning,
            "`version` is obsolete and has no effect",
            at: Label(field.keySpan),
            help: "remove it"
        )
    }
}
