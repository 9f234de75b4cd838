import ManifoldDiagnostics
import ManifoldYAML

/// Turns interpolated nodes into the typed manifest; what each value may be is in the tables and in the extensions.
struct ManifestDecoder {
    var diagnostics: Diagnostics
    var sources: SourceMap
    let request: ManifestRequest
    let files: any FileProvider
    let contexts: FileContexts
    /// What builds and services refer to, for checks at the end: by service, as they are read one after the other.
    var buildSecrets: [String: [ContentReference]] = [:]
    var modelUses: [String: [Sourced<String>]] = [:]
    /// The service that is being read.
    var serviceName = ""
    /// All services, for suggestions.
    var serviceNames: [String] = []
    /// Attributes that are set and take no effect.
    var idleKeys: [IdleKey] = []
    /// Env files that were read already, since services like to share them.
    var envFiles = EnvFileCache()
    /// Values that other readers of YAML take for something else.
    var traps = YAMLTraps()
    /// Published ports of all services together, so that a few lines cannot fill the memory.
    var portCount = 0
    /// With how many more names of services one is compared, for suggestions.
    var comparisonsLeft = 1_000_000
    /// How much of env files may still be taken in, since a short list can name a long file over and over.
    var envBytesLeft = 32 << 20

    // MARK: Objects

    /// Reads a mapping by a table into its normal form; each key that is not in the table is reported.
    ///
    /// `complete` is called when all keys have been read, for what follows from several of them.
    @discardableResult
    mutating func decode<Target>(
        _ field: Field,
        as subject: Subject? = nil,
        by table: KeyTable<Target>,
        into target: inout Target,
        complete: (inout Target, inout NormalObject<Target>, inout ManifestDecoder) -> Void = { _, _, _ in }
    ) -> Node {
        var object = NormalObject(table)
        eachEntry(of: field, as: subject) { entry, decoder in
            guard let index = table.index(of: entry.key) else {
                if entry.key.hasPrefix("x-") {
                    object.addExtension(entry.key, at: entry.keySpan, entry.value)
                    if let meant = Suggestion.nearest(to: entry.key, among: table.extensions) {
                        decoder.diagnostics.report(.misspeltExtension(entry, meant: meant))
                    }
                } else {
                    decoder.diagnostics.report(.unknownKey(entry, kind: table.kind, known: table.names))
                }
                return
            }
            guard let value = table.rows[index].decode(&target, entry, &decoder) else { return }
            object.add(Node.Pair(key: .normal(entry.key, from: Origin(entry.keySpan)), value: value), at: index)
            if table.isIdle[index] { decoder.idleKeys.append(IdleKey(entry, table.rows[index].use)) }
        }
        for key in table.required where field.value.pairs != nil { _ = requires(key, in: field) }
        complete(&target, &object, &self)
        return object.node(for: field.value)
    }

    /// Goes through the entries of a mapping; anything else than a mapping is reported and has none.
    mutating func eachEntry(
        of field: Field,
        as subject: Subject? = nil,
        _ body: (_ entry: Field, _ decoder: inout ManifestDecoder) -> Void
    ) {
        guard case .mapping(let pairs) = field.value.content else {
            return diagnostics.report(.wrongType(field, expected: "a mapping"))
        }
        let subject = subject ?? field.asSubject
        for pair in pairs {
            guard pair.key.resolved == .string, let key = pair.key.scalarText else {
                diagnostics.report(.keyIsNoString(pair.key, in: subject))
                continue
            }
            let entry = Field(key, at: pair.key.span, pair.value, of: subject)
            if isReadable(entry) { body(entry, &self) }
        }
    }

    /// Goes through the entries of a list; anything else than a list is reported and has none.
    mutating func eachItem(
        of field: Field,
        expected: String = "a list",
        _ body: (_ item: Field, _ decoder: inout ManifestDecoder) -> Void
    ) {
        guard case .sequence(let nodes) = field.value.content else {
            return diagnostics.report(.wrongType(field, expected: expected))
        }
        for node in nodes {
            let item = Field(entry: node, of: field)
            if isReadable(item) { body(item, &self) }
        }
    }

    /// Whether a mapping has a key; where it has not, that is reported.
    mutating func requires(_ key: String, in field: Field) -> Bool {
        guard let pairs = field.value.pairs else { return false }
        if pairs.contains(where: { $0.key.isText(key) }) { return true }
        diagnostics.report(.missingKey(key, in: field))
        return false
    }

    /// False for what was reported before.
    private func isReadable(_ field: Field) -> Bool {
        !field.value.isBroken
    }
}
