import ManifoldDiagnostics
import ManifoldYAML

/// The wording of what is wrong with keys and with the types of values.
extension Diagnostic {
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
        if let text = field.value.scalarText, field.variables.isEmpty, !text.contains("\n"), text.count <= 60 {
            if expected.contains("a string") { return "put it in quotes: `\"\(text)\"`" }
            if expected.hasPrefix("a list") { return listHelp(text) }
        }
        if let pairs = field.value.pairs, field.isEntry, expected.contains("a string"), pairs.count == 1 {
            return itemHelp(pairs[0], of: field.key)
        }
        if expected.hasPrefix("a mapping") {
            let name = field.value.items?.first?.pairs?.first?.key.scalarText
            return name.map { "write `\($0): …` lines, without the dashes" } ?? "write `NAME: VALUE` lines"
        }
        if expected.hasPrefix("a list") { return "write one line that begins with `- ` for each entry" }
        return "write \(expected)"
    }

    /// One text where a list is wanted.
    private static func listHelp(_ text: String) -> String {
        text.first == "-" && text.count > 1
            ? "a dash needs a space behind it to begin an item: `- \(text.dropFirst())`"
            : "write it as an item in a line below: `- \"\(text)\"`"
    }

    /// `- NAME: value` where a text is wanted.
    private static func itemHelp(_ pair: Node.Pair, of key: String) -> String {
        let name = pair.key.scalarText ?? "NAME"
        var value = "…"
        if case .scalar(let scalar) = pair.value.content, scalar.variables.isEmpty, !scalar.text.contains("\n"),
            scalar.text.count <= 60
        {
            value = scalar.text
        }
        return ["environment", "labels", "annotations", "args", "sysctls", "extra_hosts"].contains(key)
            ? "write `- \(name)=\(value)`, or leave the dashes of the whole list out"
            : "put quotes around it: `- \"\(name): \(value)\"`"
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
