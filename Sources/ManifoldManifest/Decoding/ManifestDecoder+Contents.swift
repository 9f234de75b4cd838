import ManifoldDiagnostics
import OrderedCollections

/// The contents of configs and secrets, read once it is known which of them are used.
extension ManifestDecoder {
    /// The declarations with their contents.
    ///
    /// What no active service uses may be missing: it is left out then, as nothing needs it.
    mutating func read(
        _ drafts: OrderedDictionary<String, ContentDraft>,
        used: Set<String>
    ) -> OrderedDictionary<String, ContentDeclaration> {
        var declarations: OrderedDictionary<String, ContentDeclaration> = [:]
        for (name, draft) in drafts {
            guard var declaration = declaration(of: draft, isUsed: used.contains(name)) else { continue }
            declaration.name = self.name(draft.name, or: draft.external, of: draft.field)
            declaration.isExternal = draft.external.isExternal
            declaration.normal = draft.normal
            declarations[name] = declaration
        }
        return declarations
    }

    private mutating func declaration(of draft: ContentDraft, isUsed: Bool) -> ContentDeclaration? {
        if let content = draft.content {
            return ContentDeclaration(
                source: .inline(content.value),
                content: Array(content.value.utf8),
                origin: content.origin
            )
        }
        if let variable = draft.environment { return fromVariable(variable, draft, isUsed) }
        if let file = draft.file { return fromFile(file, draft, isUsed) }
        return ContentDeclaration(source: .elsewhere, content: [], origin: draft.field.origin)
    }

    private mutating func fromVariable(
        _ variable: Sourced<String>,
        _ draft: ContentDraft,
        _ isUsed: Bool
    ) -> ContentDeclaration? {
        let place = variable.origin
        let origin = Origin(place.span, via: place.via, variables: [variable.value])
        guard request.readsContents else {
            return ContentDeclaration(source: .environment(variable.value), content: [], origin: origin)
        }
        guard let value = contexts[variable.origin.span.file].variables[variable.value] else {
            diagnostics.report(.contentVariableUnset(variable, draft, isError: isUsed))
            return nil
        }
        return ContentDeclaration(source: .environment(variable.value), content: Array(value.utf8), origin: origin)
    }

    private mutating func fromFile(
        _ file: Sourced<String>,
        _ draft: ContentDraft,
        _ isUsed: Bool
    ) -> ContentDeclaration? {
        let path = file.value
        guard request.readsContents else {
            return ContentDeclaration(source: .file(path), content: [], origin: file.origin)
        }
        do throws(FileProblem) {
            return ContentDeclaration(source: .file(path), content: try files.read(path), origin: file.origin)
        } catch {
            diagnostics.report(
                .unreadableContent(file, shownAs: request.shown(file.value), error, draft, isError: isUsed)
            )
            return nil
        }
    }
}
