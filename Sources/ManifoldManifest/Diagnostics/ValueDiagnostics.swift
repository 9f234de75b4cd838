import ManifoldDiagnostics
import ManifoldYAML

/// The wording of what is wrong with single values.
extension Diagnostic {
    /// A value of the right type that means nothing; `problem` continues a sentence that begins with the field.
    static func invalidValue(_ field: Field, _ problem: String, help: String) -> Diagnostic {
        let help = typographicHelp(field) ?? help
        return Diagnostic(Code("manifest.invalid-value"), "\(field) \(problem)", at: label(field), help: help)
    }

    static func noSuchChoice(_ field: Field, choices: [String]) -> Diagnostic {
        let list = choices.map { "`\($0)`" }.joined(separator: ", ")
        var help = "write one of \(list)"
        if field.variables.isEmpty, let text = field.value.scalarText,
            let suggestion = choice(like: text, among: choices)
        {
            help = "did you mean `\(suggestion)`?"
        }
        return invalidValue(field, "is none of \(list)", help: help)
    }

    /// The choice that was probably meant: a word much like it, or the only one that has it as a part.
    private static func choice(like text: String, among choices: [String]) -> String? {
        let longer = choices.filter { text.count > 2 && $0.contains(text.lowercased()) }
        return longer.count == 1 ? longer[0] : Suggestion.nearest(to: text, among: choices)
    }

    /// Quotes that a word processor made are no quotes to YAML, but part of the text.
    private static func typographicHelp(_ field: Field) -> String? {
        guard field.variables.isEmpty, let text = field.value.scalarText,
            let quote = text.first(where: { "“”„‘’«»".contains($0) })
        else { return nil }
        return "write straight quotes (`\"`): `\(quote)` is part of the text"
    }

    /// A value from a variable is not shown; the label says where it is from.
    private static func label(_ field: Field) -> Label {
        let names = field.variables.map { "`\($0)`" }.joined(separator: ", ")
        return Label(field.span, names.isEmpty ? nil : "with the value of \(names)")
    }

    static func badPort(_ field: Field, _ problem: PortText.Problem) -> Diagnostic {
        Diagnostic(
            Code("manifest.invalid-port"),
            "\(field) is no published port: \(problem.reason)",
            at: label(field),
            help: typographicHelp(field) ?? problem.help
        )
    }

    static func tooManyPorts(_ field: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.too-many-ports"),
            "the ranges in `ports` come to more than a hundred thousand ports",
            at: Label(field.span),
            help: "publish a smaller range"
        )
    }

    static func badMount(_ field: Field, _ reason: String, help: String) -> Diagnostic {
        let help = typographicHelp(field) ?? help
        return Diagnostic(
            Code("manifest.invalid-mount"),
            "\(field) is no mount: \(reason)",
            at: label(field),
            help: help
        )
    }

    static func unknownMountOption(_ option: String, _ field: Field) -> Diagnostic {
        let shown = field.variables.isEmpty ? " `\(option)`" : ""
        return Diagnostic(
            Code("manifest.unknown-mount-option"),
            .warning,
            "the option\(shown) of \(field) is unknown and has no effect",
            at: label(field),
            help: "use `ro`, `rw`, `z`, `Z`, `nocopy` or a propagation such as `rslave`"
        )
    }

    static func partOfOtherMount(_ part: Field, kind: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.part-of-other-mount"),
            .warning,
            "`\(part.key)` has no effect on a mount of type `\(kind)`",
            at: Label(part.keySpan),
            help: "remove it, or write `type: \(part.key)`"
        )
    }

    static func sourceOfTmpfs(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            Code("manifest.source-of-tmpfs"),
            .warning,
            "`source` has no effect on a mount of type `tmpfs`",
            at: Label(span),
            help: "remove it"
        )
    }

    static func badCommand(_ field: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.invalid-command"),
            "\(field) cannot be split into words: a quote, an escape or a parenthesis is not closed",
            at: label(field),
            help: "close it, or write a list of words"
        )
    }

    static func shellOperator(_ sign: Character, _ field: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.shell-operator"),
            .warning,
            "\(field) ends at its first `\(sign)`: no shell reads it, and what is behind is left out",
            at: label(field),
            help: "write `[\"sh\", \"-c\", \"…\"]`, or put the sign in quotes"
        )
    }

    static func badHealthTest(_ field: Field) -> Diagnostic {
        invalidValue(
            field,
            "does not begin with `CMD`, `CMD-SHELL` or `NONE`",
            help: "put `CMD` before the words of the command"
        )
    }

    static func oldBool(_ field: Field, _ value: Bool) -> Diagnostic {
        Diagnostic(
            Code("manifest.old-boolean"),
            .warning,
            "\(field) is a word of YAML 1.1 for `\(value)`",
            at: label(field),
            help: "write `\(value)`"
        )
    }

    static func decimalMode(_ field: Field, octal: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.decimal-mode"),
            .warning,
            "\(field) is a decimal number, so the mode is 0\(octal)",
            at: Label(field.span),
            help: "write permissions in octal, with a zero before them: `0440`"
        )
    }

    static func noHome(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            Code("manifest.no-home"),
            "`~` stands for the home directory, but `HOME` is not set",
            at: Label(span),
            help: "set `HOME`, or write the whole path"
        )
    }

    /// Compose takes such a name as it stands, and the engine does so too.
    static func oddName(_ item: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.odd-name"),
            .warning,
            "\(item) has no name before its `=`, or one that ends with a space",
            at: label(item),
            help: "write `NAME=value`, without a space before the `=`"
        )
    }

    static func badDevice(_ text: Sourced<String>) -> Diagnostic {
        Diagnostic(
            Code("manifest.invalid-device"),
            "a device has more than three parts, or no source",
            at: Label(text.origin.span),
            help: "write `SOURCE:TARGET:PERMISSIONS`, or a mapping with these keys"
        )
    }

    static func sshKeyWithoutPath(_ origin: Origin) -> Diagnostic {
        Diagnostic(
            Code("manifest.ssh-key-without-path"),
            "an SSH key has no path",
            at: Label(origin.span),
            help: "write `NAME=PATH`; only `default` stands alone"
        )
    }
}
