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
        var check = ReferenceCheck(draft, root: root)
        check.run(reporting: &diagnostics)
        let active = draft.services.values.filter(\.isActive)
        manifest.configs = read(draft.configs, used: Set(active.flatMap { $0.configs.map(\.source) }))
        manifest.secrets = read(draft.secrets, used: Set(active.flatMap { $0.secrets.map(\.source) }))
        manifest.services = draft.services
        manifest.networks = draft.networks
        manifest.volumes = draft.volumes
    }
}
