/// The keys that an object of the manifest can have, in the order of the normal form: one row each, with what its value
/// may be, how it is read, and whether an engine makes anything of it.
///
/// A new attribute is a row here, and a field in the model where something is to be done with it.
struct KeyTable<Target>: Sendable {
    /// The object's kind, as in "not a service key".
    let kind: String
    let rows: [KeyRow<Target>]
    /// The keys, row by row.
    let names: [String]
    /// Those of the keys that Compose passes over.
    let extensions: [String]
    /// Keys without which the object means nothing.
    let required: [String]
    /// Whether an engine makes nothing of a key, row by row.
    let isIdle: [Bool]
    private let indices: [String: Int]

    init(_ kind: String, required: [String] = [], _ rows: KeyValuePairs<String, KeyRow<Target>>) {
        self.kind = kind
        self.required = required
        self.rows = rows.map(\.value)
        names = rows.map(\.key)
        extensions = names.filter { $0.hasPrefix("x-") }
        isIdle = rows.map { $0.value.use != .applied }
        indices = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }

    /// The row of a key and its place in the normal form.
    func index(of key: String) -> Int? { indices[key] }
}
