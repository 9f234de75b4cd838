/// The keys that an object of the manifest can have: one row each, with how its value is read.
///
/// A new attribute is a row here and a field in the model.
struct KeyTable<Target>: Sendable {
    /// The object's kind, as in "not a service key".
    let kind: String
    let rows: [String: KeyRow<Target>]

    /// A table of the rows and, for the keys that Compose knows and manifold does not handle yet, their names.
    init(_ kind: String, _ rows: [String: KeyRow<Target>], unsupported: [String] = []) {
        self.kind = kind
        self.rows = rows.merging(unsupported.map { ($0, .unsupported) }) { row, _ in row }
    }

    /// The handled keys, for suggestions.
    var names: Dictionary<String, KeyRow<Target>>.Keys { rows.keys }
}

/// One row of a key table.
struct KeyRow<Target>: Sendable {
    typealias Decode = @Sendable (_ target: inout Target, _ field: Field, _ decoder: inout ManifestDecoder) -> Void

    /// Nil for a key that is not handled yet.
    let decode: Decode?

    init(_ decode: @escaping Decode) {
        self.decode = decode
    }

    private init() {
        decode = nil
    }

    static var unsupported: KeyRow { KeyRow() }
}
