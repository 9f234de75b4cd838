import ManifoldDiagnostics
import ManifoldYAML

/// Turns interpolated nodes into the typed manifest; what each value may be is in the tables and in the extensions.
struct ManifestDecoder {
    var diagnostics: Diagnostics
    var sources: SourceMap
    let request: ManifestRequest
    let files: any FileProvider
    let variables: Variables
    /// Env files that were read already, since services like to share them.
    var envFiles = EnvFileCache()
    /// Published ports of all services together, so that a few lines cannot fill the memory.
    var portCount = 0

    // MARK: Objects

    /// Reads a mapping by a table; each key that is not in it is reported.
    mutating func decode<Target>(
        _ field: Field,
        as subject: Subject? = nil,
        by table: KeyTable<Target>,
        into target: inout Target
    ) {
        eachEntry(of: field, as: subject) { entry, decoder in
            guard let row = table.rows[entry.key] else {
                if !entry.key.hasPrefix("x-") {
                    decoder.diagnostics.report(.unknownKey(entry, kind: table.kind, known: table.names))
                }
                return
            }
            if let decode = row.decode {
                decode(&target, entry, &decoder)
            } else {
                decoder.diagnostics.report(.unsupportedKey(entry))
            }
        }
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
        if pairs.contains(where: { $0.key.scalarText == key }) { return true }
        diagnostics.report(.missingKey(key, in: field))
        return false
    }

    /// False for what was reported before, or cannot be read in a single file.
    private mutating func isReadable(_ field: Field) -> Bool {
        guard let tag = field.value.tag else { return true }
        if tag == Interpolator.brokenTag { return false }
        if tag == "!reset" || tag == "!override" {
            diagnostics.report(.mergeTag(tag, at: field))
            return false
        }
        return true
    }
}
