import ManifoldDiagnostics

/// The wording of what is wrong with references: to declarations, services, files and variables.
extension Diagnostic {
    static func undeclared(
        _ name: String,
        _ origin: Origin,
        _ kind: String,
        _ service: String,
        suggestion: String?
    ) -> Diagnostic {
        let shown = origin.variables.isEmpty ? " `\(name)`" : ""
        let section = kind == "service" ? "services" : "top-level `\(kind)s`"
        let advice = kind == "service" ? "add the service, or remove it here" : "declare it in the \(section)"
        return Diagnostic(
            Code("manifest.undeclared"),
            kind == "service"
                ? "service `\(service)` depends on a service\(shown) that there is not"
                : "service `\(service)` uses \(kind)\(shown), which is not declared",
            at: Label(origin.span),
            help: suggestion.map { "did you mean `\($0)`?" } ?? advice
        )
    }

    static func inactiveDependency(_ origin: Origin, _ service: String, _ other: Service) -> Diagnostic {
        let profile = other.profiles.first
        let choice =
            profile.flatMap { $0.origin.variables.isEmpty ? "choose `--profile \($0.value)`" : nil }
            ?? "choose its profile"
        return Diagnostic(
            Code("manifest.inactive-dependency"),
            "service `\(service)` depends on `\(other.name)`, which no chosen profile switches on",
            at: Label(origin.span),
            related: profile.map { [Label($0.origin.span, "its profile")] } ?? [],
            help: "\(choice), or write `required: false` for the dependency"
        )
    }

    static func unreadableContent(
        _ file: Sourced<String>,
        shownAs name: String,
        _ problem: FileProblem,
        _ draft: ContentDraft,
        isError: Bool
    ) -> Diagnostic {
        let shown = file.origin.variables.isEmpty ? " `\(name)`" : ""
        return Diagnostic(
            Code("manifest.unreadable-content"),
            isError ? .error : .warning,
            "cannot read the file\(shown) of \(draft.kind.rawValue) `\(draft.field.key)`: \(problem.reason)",
            at: Label(file.origin.span),
            help: "paths are relative to the manifest's directory"
        )
    }

    static func contentVariableUnset(_ variable: Sourced<String>, _ draft: ContentDraft, isError: Bool) -> Diagnostic {
        let shown = variable.origin.variables.isEmpty ? " `\(variable.value)`" : ""
        return Diagnostic(
            Code("manifest.content-variable-unset"),
            isError ? .error : .warning,
            "the variable\(shown) with the content of \(draft.kind.rawValue) `\(draft.field.key)` is not set",
            at: Label(variable.origin.span),
            help: "set it in the environment or in `.env`"
        )
    }

    static func contextNotBuilt(_ name: String, _ origin: Origin, _ service: String, isKnown: Bool) -> Diagnostic {
        let start = "the build of service `\(service)` starts from service \(origin.quoting(name))"
        return Diagnostic(
            Code("manifest.context-not-built"),
            isKnown ? "\(start), which is not built" : "\(start), which is not declared",
            at: Label(origin.span),
            help: isKnown
                ? "write `docker-image://` and the image of that service" : "declare the service, with `build`"
        )
    }
}
