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
    var external = External()
    var labels: OrderedDictionary<String, Sourced<String>> = [:]
    /// All that is set, in normal form.
    var normal: Node

    init(kind: Kind, field: Field) {
        self.kind = kind
        self.field = field
        normal = .nothing(at: field.origin)
    }
}

extension KeyTable where Target == ContentDraft {
    /// The keys of a top-level config.
    static let config = KeyTable(
        "config",
        [
            "name": .engineName(\.name),
            "file": .file,
            "environment": .text(\.environment),
            "content": KeyRow(.string) { draft, field, decoder in
                draft.content = decoder.string(field)
                return draft.content.flatMap { $0.value.isEmpty ? nil : .normal($0) }
            },
            "external": .external(\.external).used(.pending),
            "labels": .carried(.labels).used(.swarmOnly),
            "template_driver": .carried(.string).used(.swarmOnly),
        ]
    )

    /// The keys of a top-level secret.
    static let secret = KeyTable(
        "secret",
        [
            "name": .engineName(\.name),
            "file": .file,
            "environment": .text(\.environment),
            "external": .external(\.external).used(.pending),
            "labels": .carried(.labels).used(.swarmOnly),
            "driver": .carried(.string).used(.pending),
            "driver_opts": .carried(.options).used(.pending),
            "template_driver": .carried(.string).used(.swarmOnly),
        ]
    )
}

extension KeyRow where Target == ContentDraft {
    /// The path of the content, made absolute.
    fileprivate static let file = KeyRow(.string) { draft, field, decoder in
        guard let text = decoder.string(field), !text.value.isEmpty else { return nil }
        draft.file = decoder.absolutePath(text).map { path in text.map { _ in path } }
        return draft.file.map { .normal($0) }
    }
}

extension ManifestDecoder {
    /// The top-level `configs` or `secrets`.
    mutating func contents(_ field: Field, _ kind: ContentDraft.Kind) -> OrderedDictionary<String, ContentDraft> {
        var drafts: OrderedDictionary<String, ContentDraft> = [:]
        eachEntry(of: field) { entry, decoder in
            guard decoder.isName(entry, of: kind.rawValue) else { return }
            var draft = ContentDraft(kind: kind, field: entry)
            draft.normal = decoder.decode(
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
        // A secret needs a source even with a driver; Compose has no such rule for configs.
        let isElsewhere = draft.external.isExternal
        if given.isEmpty, !isElsewhere { diagnostics.report(.noContent(draft, choices: choices)) }
        return given.count == 1 || isElsewhere
    }
}
