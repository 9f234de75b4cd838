import ManifoldDiagnostics
import ManifoldYAML

/// `external`: `true`, or in the old form a mapping with the name.
struct External {
    var isExternal = false
    /// The place of the key.
    var span: SourceSpan?
    /// The name of the old form.
    var name: Sourced<String>?
}

extension ManifestDecoder {
    mutating func external(_ field: Field) -> External {
        guard field.value.pairs != nil else {
            return External(isExternal: bool(field)?.value ?? false, span: field.keySpan)
        }
        var external = External(isExternal: true, span: field.keySpan)
        decode(field, by: .external, into: &external)
        if external.name != nil { diagnostics.report(.oldExternalName(field.keySpan)) }
        return external
    }

    /// The name of a declaration in whose `external` there may be another one.
    mutating func name(_ name: Sourced<String>?, or external: External, of field: Field) -> Sourced<String>? {
        guard let old = external.name else { return name }
        guard let name, name.value != old.value else { return old }
        diagnostics.report(.twoNames(name.origin.span, old.origin.span, field))
        return name
    }
}

extension KeyTable where Target == External {
    /// The keys of `external` in its old form.
    static let external = KeyTable("external", ["name": .text(\.name)])
}
