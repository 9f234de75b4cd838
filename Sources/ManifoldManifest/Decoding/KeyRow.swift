import ManifoldDiagnostics
import ManifoldYAML

/// One row of a key table.
struct KeyRow<Target>: Sendable {
    /// Reads a value: fills in the model, and returns the value in normal form, nil where it is the same as none.
    typealias Decode = @Sendable (_ target: inout Target, _ field: Field, _ decoder: inout ManifestDecoder) -> Node?

    /// What may be written, for the schema.
    let schema: ValueSchema
    /// What becomes of the value on an engine.
    private(set) var use = KeyUse.applied
    let decode: Decode

    init(_ schema: ValueSchema, _ decode: @escaping Decode) {
        self.schema = schema
        self.decode = decode
    }

    /// A value that is carried in the normal form and in nothing else.
    static func carried(_ kind: ValueKind) -> KeyRow {
        KeyRow(kind.schema) { _, field, decoder in kind.read(field, &decoder) }
    }

    /// The same row for a value of which an engine makes nothing, or nothing yet.
    func used(_ use: KeyUse) -> KeyRow {
        var row = self
        row.use = use
        return row
    }
}

/// What becomes of an attribute on an engine.
package enum KeyUse: Hashable, Sendable {
    /// It takes effect.
    case applied
    /// It has no effect on a single engine, for the reason given, which continues "… has no effect: ".
    case ineffective(String)
    /// Compose gives it to the engine; manifold does not do so yet.
    case pending
}

extension KeyUse {
    static var swarmOnly: KeyUse { .ineffective("only a swarm reads it") }
    static var windowsOnly: KeyUse { .ineffective("only engines on Windows read it") }
    static var composeOnly: KeyUse { .ineffective("it steers `docker compose` itself") }
}
