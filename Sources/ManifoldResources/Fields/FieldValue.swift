/// The value of one field in normal form: the one shape in which desired, live and recorded values meet.
///
/// `Text` is `FreeText` before sealing and `SealedText` after it, so the type itself says whether a secret can be inside.
@usableFromInline
package enum FieldValue<Text: Hashable & Sendable>: Hashable, Sendable {
    case flag(Bool)
    case number(Int64)
    case bytes(Int64)
    /// Nanoseconds, the engine's own unit.
    case duration(Int64)
    /// A thousand-millionth of a processor, the engine's `NanoCpus`.
    case nanoCPUs(Int64)
    /// A file's permission bits.
    case mode(Int64)
    /// A name, a reference or one of a fixed set of words: nothing that could be a secret.
    case word(String)
    case text(Text)
    /// Order matters: a command's words.
    case list([FieldValue])
    /// Order does not matter: capabilities, ports.
    case set(Set<FieldValue>)
    /// Compared entry by entry: environment, labels, mounts by target.
    case map([String: FieldValue])

    /// The same value with each text transformed.
    ///
    /// Inlinable, so that it is compiled for the types of those who use it: without, a quarter of a seal's time went into
    /// finding out at run time what `Text` and `Result` are.
    @inlinable
    package func mapText<Result>(_ transform: (Text) -> Result) -> FieldValue<Result> {
        switch self {
        case .flag(let value): .flag(value)
        case .number(let value): .number(value)
        case .bytes(let value): .bytes(value)
        case .duration(let value): .duration(value)
        case .nanoCPUs(let value): .nanoCPUs(value)
        case .mode(let value): .mode(value)
        case .word(let value): .word(value)
        case .text(let value): .text(transform(value))
        case .list(let values): .list(values.map { $0.mapText(transform) })
        case .set(let values): .set(Set(values.map { $0.mapText(transform) }))
        case .map(let values): .map(values.mapValues { $0.mapText(transform) })
        }
    }
}

extension FieldValue {
    /// Whether two values are the same.
    ///
    /// Written out to be inlinable, and so compiled for the types of those who use it: an eighth of a plan went into the
    /// one that the compiler makes.
    @inlinable
    package static func == (left: FieldValue, right: FieldValue) -> Bool {
        switch (left, right) {
        case (.flag(let left), .flag(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.bytes(let left), .bytes(let right)): left == right
        case (.duration(let left), .duration(let right)): left == right
        case (.nanoCPUs(let left), .nanoCPUs(let right)): left == right
        case (.mode(let left), .mode(let right)): left == right
        case (.word(let left), .word(let right)): left == right
        case (.text(let left), .text(let right)): left == right
        case (.list(let left), .list(let right)): left == right
        case (.set(let left), .set(let right)): left == right
        case (.map(let left), .map(let right)): left == right
        case (.flag, _), (.number, _), (.bytes, _), (.duration, _), (.nanoCPUs, _), (.mode, _), (.word, _),
            (.text, _), (.list, _), (.set, _), (.map, _):
            false
        }
    }

    /// The entries of a value that is compared entry by entry.
    @inlinable
    package var entries: [String: FieldValue]? {
        if case .map(let entries) = self { entries } else { nil }
    }

    /// Whether the value is compared entry by entry.
    package var isMap: Bool {
        if case .map = self { true } else { false }
    }

    /// Whether two values are the same but for the texts in them.
    package func isAlike(_ other: FieldValue) -> Bool {
        mapText { _ in false } == other.mapText { _ in false }
    }
}

extension FieldValue<SealedText> {
    /// The same with nothing known of the texts in it.
    package var unsettled: FieldValue {
        mapText { _ in SealedText.unsettled }
    }
}

/// The fields of one object, by the name of the row in its field table; a neutral value is absent.
package typealias Fields<Text: Hashable & Sendable> = [FieldName: FieldValue<Text>]
package typealias OpenFields = Fields<FreeText>
package typealias SealedFields = Fields<SealedText>
