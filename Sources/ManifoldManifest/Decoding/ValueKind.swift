import ManifoldYAML

/// A kind of value: what may be written, and how it is read into its normal form.
struct ValueKind: Sendable {
    /// Checks a value, reports what is wrong with it, and returns it in normal form; nil where it is the same as none.
    typealias Read = @Sendable (_ field: Field, _ decoder: inout ManifestDecoder) -> Node?

    let schema: ValueSchema
    let read: Read

    init(_ schema: ValueSchema, _ read: @escaping Read) {
        self.schema = schema
        self.read = read
    }
}
