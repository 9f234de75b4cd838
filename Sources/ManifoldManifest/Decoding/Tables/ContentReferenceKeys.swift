import ManifoldDiagnostics
import ManifoldYAML

extension KeyTable where Target == ContentReference {
    /// The keys of an entry of a service's `configs` or `secrets`.
    static let contentReference = KeyTable.reference(onChange: .onChange)

    /// The keys of an entry of a build's `secrets`.
    static let buildSecret = KeyTable.reference(
        onChange: .onChange.used(.ineffective("a build reads its secrets, and no container has them"))
    )

    private static func reference(onChange: KeyRow<ContentReference>) -> KeyTable {
        KeyTable(
            "reference",
            required: ["source"],
            [
                "source": KeyRow(.string) { reference, field, decoder in
                    let source = decoder.string(field)
                    reference.source = source?.value ?? ""
                    reference.origin = reference.origin.with(variables: source?.origin.variables ?? [])
                    return nil
                },
                "target": KeyRow(.string) { reference, field, decoder in
                    let target = decoder.string(field)
                    reference.target = target.flatMap { $0.value.isEmpty ? nil : $0.value }
                    reference.origin = reference.origin.with(variables: target?.origin.variables ?? [])
                    return nil
                },
                "uid": KeyRow(.string) { reference, field, decoder in
                    reference.userID = decoder.numericID(field)
                    return nil
                },
                "gid": KeyRow(.string) { reference, field, decoder in
                    reference.groupID = decoder.numericID(field)
                    return nil
                },
                "mode": KeyRow(.fileMode) { reference, field, decoder in
                    reference.mode = decoder.fileMode(field)?.value
                    return nil
                },
                "x-on-change": onChange,
            ]
        )
    }
}

extension KeyRow where Target == ContentReference {
    /// `x-on-change`: a word, or a mapping that names a signal; the normal form has it as it is written, like all that
    /// begins with `x-`.
    fileprivate static let onChange = KeyRow(
        .anyOf([
            .choice(ContentReference.Reaction.words), KeyTable.reaction.schema(named: "on_change"),
        ])
    ) { reference, field, decoder in
        reference.onChange = decoder.reaction(field)
        return field.value
    }
}

extension KeyTable where Target == Sourced<String>? {
    /// The keys of `x-on-change` written as a mapping.
    fileprivate static let reaction = KeyTable(
        "policy",
        required: ["signal"],
        [
            "signal": KeyRow(.string) { signal, field, decoder in
                signal = decoder.string(field)
                return nil
            }
        ]
    )
}

extension ManifestDecoder {
    /// Nil where nothing is said; an empty word, as `${UNSET}` gives, says nothing.
    fileprivate mutating func reaction(_ field: Field) -> ContentReference.Reaction? {
        if field.value.pairs != nil {
            var signal: Sourced<String>?
            decode(field, by: .reaction, into: &signal)
            return signal.map { .signal($0) }
        }
        guard field.value.items == nil, field.value.resolved == .string else {
            diagnostics.report(.wrongType(field, expected: "a string or a mapping"))
            return nil
        }
        if field.value.scalarText == "" { return nil }
        guard let word = word(field, among: ContentReference.Reaction.words) else { return nil }
        return ContentReference.Reaction(word)
    }
}

extension ContentReference.Reaction {
    static let words = ["recreate", "restart", "signal", "ignore"]

    /// Nil for anything but one of the words.
    init?(_ word: Sourced<String>) {
        switch word.value {
        case "recreate": self = .recreate
        case "restart": self = .restart
        case "signal": self = .signal(word.map { _ in "SIGHUP" })
        case "ignore": self = .ignore
        default: return nil
        }
    }
}

extension ContentReference {
    /// The reference in normal form; Compose fills in where a secret goes, and leaves a config's default place unsaid.
    func normal(defaultDirectory: String?) -> Node {
        var mapping = NormalMapping()
        mapping.add("source", source, from: origin)
        mapping.add("target", target ?? defaultDirectory.map { "\($0)/\(source)" }, from: origin)
        mapping.add("uid", userID, from: origin)
        mapping.add("gid", groupID, from: origin)
        if let mode { mapping.add("mode", .normal(Sourced(mode, from: origin))) }
        return mapping.node(from: origin).placed(like: written)
    }
}

extension ValueSchema {
    /// `configs` and `secrets` of a service.
    static let contentReferences = ValueSchema.list(
        .anyOf([.string, KeyTable.contentReference.schema(named: "content_reference")])
    )

    /// `secrets` of a build.
    static let buildSecrets = ValueSchema.list(
        .anyOf([.string, KeyTable.buildSecret.schema(named: "build_secret")])
    )
}
