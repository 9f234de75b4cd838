import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// A top-level config or secret while it is read; its content waits until it is known who uses it.
struct ContentDraft {
    enum Kind: String {
        case config
        case secret
    }

    let kind: Kind
    let field: Field
    var file: Sourced<String>?
    var content: Sourced<String>?
    var environment: Sourced<String>?
    var name: Sourced<String>?
}

extension KeyTable where Target == ContentDraft {
    /// The keys of a top-level config.
    static let config = KeyTable(
        "config",
        [
            "content": KeyRow { $0.content = $2.string($1) },
            "environment": .text(\.environment),
            "external": KeyRow { _, field, decoder in decoder.refuseExternalContent(field) },
            "file": .text(\.file),
            "name": .text(\.name),
        ],
        unsupported: ["labels", "template_driver"]
    )

    /// The keys of a top-level secret.
    static let secret = KeyTable(
        "secret",
        [
            "environment": .text(\.environment),
            "external": KeyRow { _, field, decoder in decoder.refuseExternalContent(field) },
            "file": .text(\.file),
            "name": .text(\.name),
        ],
        unsupported: ["driver", "driver_opts", "labels", "template_driver"]
    )
}

extension ManifestDecoder {
    /// The top-level `configs` or `secrets`.
    mutating func contents(_ field: Field, _ kind: ContentDraft.Kind) -> OrderedDictionary<String, ContentDraft> {
        var drafts: OrderedDictionary<String, ContentDraft> = [:]
        eachEntry(of: field) { entry, decoder in
            guard decoder.isName(entry, of: kind.rawValue) else { return }
            var draft = ContentDraft(kind: kind, field: entry)
            decoder.decode(
                entry,
                as: .named(kind.rawValue, entry.key),
                by: kind == .config ? .config : .secret,
                into: &draft
            )
            if decoder.checkSources(of: draft) { drafts[entry.key] = draft }
        }
        return drafts
    }

    /// Whether exactly one key says where the content comes from.
    private mutating func checkSources(of draft: ContentDraft) -> Bool {
        guard let pairs = draft.field.value.pairs else { return false }
        let choices = draft.kind == .config ? ["file", "content", "environment"] : ["file", "environment"]
        let given = pairs.filter { $0.key.scalarText.map(choices.contains) ?? false }
        if given.count > 1 {
            diagnostics.report(.severalContents(given.map(\.key.span), draft))
            return false
        }
        // A key that is not handled may say where the content is.
        let isElsewhere = pairs.contains { ["external", "driver"].contains($0.key.scalarText) }
        if given.isEmpty, !isElsewhere { diagnostics.report(.noContent(draft, choices: choices)) }
        return given.count == 1
    }

    fileprivate mutating func refuseExternalContent(_ field: Field) {
        // `external: false` is what an absent key means.
        if case .bool(false) = field.value.resolved { return }
        diagnostics.report(.unsupportedKey(field))
    }
}
