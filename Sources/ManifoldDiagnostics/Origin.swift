/// Where a value comes from, for causes and for deciding whether it may be shown.
package struct Origin: Hashable, Sendable {
    /// The place that spells the value: in a manifest, or in an env file.
    package let span: SourceSpan
    /// Places that led there, nearest first: the `env_file` entry, the alias.
    package let via: [SourceSpan]
    /// Variables whose values became part of it; their values are not in the manifest and are never shown.
    package let variables: [String]

    package init(_ span: SourceSpan, via: [SourceSpan] = [], variables: [String] = []) {
        self.span = span
        self.via = via
        self.variables = variables
    }
}

/// A value together with its origin.
package struct Sourced<Value> {
    package var value: Value
    package var origin: Origin

    package init(_ value: Value, from origin: Origin) {
        self.value = value
        self.origin = origin
    }

    /// The same origin with another value.
    package func map<Result>(_ transform: (Value) -> Result) -> Sourced<Result> {
        Sourced<Result>(transform(value), from: origin)
    }
}

extension Sourced: Sendable where Value: Sendable {}
extension Sourced: Equatable where Value: Equatable {}
extension Sourced: Hashable where Value: Hashable {}
