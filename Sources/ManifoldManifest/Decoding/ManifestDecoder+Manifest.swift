import ManifoldDiagnostics
import OrderedCollections
import ManifoldYAML

/// The manifest as a whole.
extension ManifestDecoder {
    /// Reads the top-level mapping, checks what refers to what, and reads contents.
    mutating func decode(_ root: Node, into manifest: inout Manifest) {
        var draft = ManifestDraft()
        let field = Field("", at: root.span.beginning, root, of: .manifest)
        decode(field, as: .manifest, by: .manifest, into: &draft)
        traps.report(to: &diagnostics)
        var check = ReferenceCheck(draft, root: root, decoder: self)
        check.run(reporting: &diagnostics)
        manifest.configs = read(draft.configs, used: check.usedConfigs)
        manifest.secrets = read(draft.secrets, used: check.usedSecrets)
        // A name that is given elsewhere wins over the one that is written.
        if let name = draft.name, name.scalarText.map(NameRules.project) == manifest.name {
            manifest.nameOrigin = name.origin
        }
        manifest.services = draft.services
        manifest.networks = draft.networks
        manifest.volumes = draft.volumes
        manifest.models = draft.models
        for pair in root.pairs ?? [] {
            if let key = pair.key.scalarText, key.hasPrefix("x-") { manifest.extensions[key] = pair.value }
        }
        manifest.idleKeys = idleKeys
    }

    /// The top-level `models`.
    mutating func models(_ field: Field) -> OrderedDictionary<String, Node> {
        var models: OrderedDictionary<String, Node> = [:]
        eachEntry(of: field) { entry, decoder in
            guard decoder.isName(entry, of: "model") else { return }
            var nothing: Void = ()
            models[entry.key] = decoder.decode(entry, as: .named("model", entry.key), by: .model, into: &nothing)
        }
        return models
    }
}
