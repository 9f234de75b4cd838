import ManifoldDiagnostics
import OrderedCollections

/// What an env file sets, each value with its place.
struct EnvFile: Sendable {
    struct Entry: Sendable {
        let value: String
        /// Where the value stands.
        let span: SourceSpan
        /// Variables from outside of the file whose values became part of it.
        let variables: [String]
    }

    /// How a file is written.
    enum Format: String, CaseIterable {
        /// Compose's own: quotes, escapes, comments behind values, variables.
        case compose
        /// `NAME=value` lines, taken as they are.
        case raw
    }

    var entries: OrderedDictionary<String, Entry> = [:]
    /// Names that are read without a default and set nowhere, with the place of the value that reads them.
    var unset: [(name: String, span: SourceSpan)] = []
}
