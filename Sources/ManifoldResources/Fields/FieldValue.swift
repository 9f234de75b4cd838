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
