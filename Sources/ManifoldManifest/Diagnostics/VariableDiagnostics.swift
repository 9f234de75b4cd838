import ManifoldDiagnostics

/// The wording of what is wrong with variables and env files. No value of a variable is ever in it.
extension Diagnostic {
    static func unsetVariable(_ name: String, at places: [SourceSpan]) -> Diagnostic {
        Diagnostic(
            Code("manifest.unset-variable"),
            .warning,
            "the variable `\(name)` is not set and counts as empty",
            at: places.first.map { Label($0) },
            related: places.dropFirst().prefix(3).map { Label($0, "here too") },
            help:
                "set it in the environment or in `.env`, write `${\(name):-DEFAULT}`, or `$$\(name)` if the dollar sign is meant"
        )
    }

    static func substitution(_ problem: Substitution.Problem, at span: SourceSpan) -> Diagnostic {
        switch problem {
        case .invalid:
            Diagnostic(
                Code("manifest.invalid-interpolation"),
                "`${` is not followed by a variable's name and a closing brace",
                at: Label(span),
                help: "write `${NAME}` or `${NAME:-DEFAULT}`, or `$$` for a dollar sign"
            )
        case .required(let name, let message):
            Diagnostic(
                Code("manifest.required-variable"),
                "the variable `\(name)` is required and has no value" + (message.isEmpty ? "" : ": \(message)"),
                at: Label(span),
                help: "set it in the environment or in `.env`"
            )
        case .tooLong:
            Diagnostic(
                Code("manifest.value-too-long"),
                "the value is too long with its variables put in",
                at: Label(span),
                help: "pass the content as a file"
            )
        }
    }

    static func envFile(_ problem: EnvFileProblem) -> Diagnostic {
        let (message, help) =
            switch problem.reason {
            case .badName: ("a name in an env file has a sign that it cannot have", "write `NAME=value`")
            case .noName: ("there is no name before the value", "write `NAME=value`")
            case .openQuote:
                ("the quote that begins here is not closed", "close it, or put the value in the other quotes")
            case .substitution(let inner): ("", substitution(inner, at: problem.span).help ?? "")
            }
        if case .substitution(let inner) = problem.reason { return substitution(inner, at: problem.span) }
        return Diagnostic(Code("manifest.invalid-env-file"), message, at: Label(problem.span), help: help)
    }

    /// An env file of a service, with the place of its entry, or one of the whole project.
    ///
    /// A name that came from a variable is nil, and not shown.
    static func unreadableEnvFile(_ name: String?, _ problem: FileProblem, at span: SourceSpan? = nil) -> Diagnostic {
        Diagnostic(
            Code("manifest.unreadable-env-file"),
            "cannot read the env file\(name.map { " `\($0)`" } ?? ""): \(problem.reason)",
            at: span.map { Label($0) },
            help: span == nil
                ? "name another file with `--env-file`"
                : "make the file, or write it as a mapping with `path` and `required: false`"
        )
    }
}
