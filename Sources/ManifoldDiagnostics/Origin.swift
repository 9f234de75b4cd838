/// Where a value comes from, for causes and for deciding whether it may be shown.
///
/// Every value of a manifest has one, so what few of them have stands apart in `Details`.
package struct Origin: Hashable, Sendable {
    /// The place that spells the value: in a manifest, or in an env file.
    package let span: SourceSpan
    private let details: Details?

    package init(
        _ span: SourceSpan,
        via: [SourceSpan] = [],
        variables: [String] = [],
        overridden: [SourceSpan] = []
    ) {
        self.span = span
        let isPlain = via.isEmpty && variables.isEmpty && overridden.isEmpty
        details = isPlain ? nil : Details(via: via, variables: variables, overridden: overridden)
    }

    /// Places that led there, nearest first: the `env_file` entry, the alias.
    package var via: [SourceSpan] { details?.via ?? [] }

    /// Variables whose values became part of it; their values are not in the manifest and are never shown.
    package var variables: [String] { details?.variables ?? [] }

    /// Places of the values that it has replaced in a merge of files, the nearest last.
    package var overridden: [SourceSpan] { details?.overridden ?? [] }

    /// The text that comes from here, for a message; of one with the value of a variable only which variable it is.
    package func quoting(_ text: String) -> String {
        variables.first.map { "the value of `${\($0)}`" } ?? "`\(text)`"
    }

    /// The same origin for a value that further variables became part of.
    package func with(variables further: [String]) -> Origin {
        further.isEmpty ? self : Origin(span, via: via, variables: variables + further, overridden: overridden)
    }

    /// How many of those are kept.
    package static let mostOverridden = 50
}

extension Origin {
    /// What few origins have.
    private final class Details: Hashable, Sendable {
        let via: [SourceSpan]
        let variables: [String]
        let overridden: [SourceSpan]

        init(via: [SourceSpan], variables: [String], overridden: [SourceSpan]) {
            self.via = via
            self.variables = variables
            self.overridden = overridden
        }

        static func == (left: Details, right: Details) -> Bool {
            left.via == right.via && left.variables == right.variables && left.overridden == right.overridden
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(via)
            hasher.combine(variables)
            hasher.combine(overridden)
        }
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

    /// The same value as one that has taken the place of another, which stood elsewhere.
    package func replacing(_ other: Sourced<Value>?) -> Sourced<Value> {
        guard let other else { return self }
        // Nobody follows a value through more places than these, and a hostile file must not make the list endless.
        let places = (other.origin.overridden + [other.origin.span] + origin.overridden).suffix(Origin.mostOverridden)
        let origin = Origin(origin.span, via: origin.via, variables: origin.variables, overridden: Array(places))
        return Sourced(value, from: origin)
    }

    /// The same origin with another value.
    package func map<Result>(_ transform: (Value) -> Result) -> Sourced<Result> {
        Sourced<Result>(transform(value), from: origin)
    }
}

extension Sourced: Sendable where Value: Sendable {}
extension Sourced: Equatable where Value: Equatable {}
extension Sourced: Hashable where Value: Hashable {}
