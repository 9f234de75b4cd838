import ManifoldDiagnostics
import ManifoldYAML

/// Settles the system's name: `-p`, `COMPOSE_PROJECT_NAME`, the top-level `name`, the directory, in this order.
struct ProjectName {
    let request: ManifestRequest
    let variables: Variables
    /// The interpolated value of `name`, where there is one.
    let field: Field?

    /// The name, or nil after an error.
    func resolve(reporting diagnostics: inout Diagnostics) -> String? {
        let written = written(reporting: &diagnostics)
        if let given = request.projectName, !given.isEmpty {
            return checked(given, "the project name", &diagnostics)
        }
        if let given = variables["COMPOSE_PROJECT_NAME"], !given.isEmpty {
            return checked(given, "the project name in `COMPOSE_PROJECT_NAME`", &diagnostics)
        }
        if let written { return adjusted(written, &diagnostics) }
        let name = NameRules.project(from: FilePath.lastComponent(request.directory))
        if name.isEmpty { diagnostics.report(.noProjectName()) }
        return name.isEmpty ? nil : name
    }

    /// The text of `name`; a value of another type is an error even where the name comes from elsewhere.
    private func written(reporting diagnostics: inout Diagnostics) -> Sourced<String>? {
        guard let field, field.value.tag != Interpolator.brokenTag else { return nil }
        guard field.value.resolved == .string, let text = field.value.scalarText else {
            diagnostics.report(.wrongType(field, expected: "a string"))
            return nil
        }
        return text.isEmpty ? nil : Sourced(text, from: field.origin)
    }

    private func checked(_ name: String, _ source: String, _ diagnostics: inout Diagnostics) -> String? {
        if NameRules.isProject(name) { return name }
        diagnostics.report(.badProjectName(source))
        return nil
    }

    /// Compose takes what it can of a name in the file.
    private func adjusted(_ written: Sourced<String>, _ diagnostics: inout Diagnostics) -> String? {
        let name = NameRules.project(from: written.value)
        if name.isEmpty {
            diagnostics.report(.badProjectName("the project name", at: written.origin.span))
            return nil
        }
        if name != written.value { diagnostics.report(.adjustedProjectName(written, to: name)) }
        return name
    }
}
