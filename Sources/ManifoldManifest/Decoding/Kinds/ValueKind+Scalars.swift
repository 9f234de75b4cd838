import ManifoldDiagnostics
import ManifoldYAML

/// Single values.
extension ValueKind {
    /// A string of which an empty one, as `${UNSET}` gives, counts as absent.
    static let string = ValueKind(.string) { field, decoder in
        decoder.string(field).flatMap { $0.value.isEmpty ? nil : .normal($0) }
    }

    /// A string, or nothing at all.
    static let stringOrNull = ValueKind(.string.orNull) { field, decoder in
        field.value.isNull ? nil : string.read(field, &decoder)
    }

    /// A string or a number, which counts as its text.
    static let stringOrNumber = ValueKind(.anyOf([.string, .number()])) { field, decoder in
        switch field.value.resolved {
        case .string, .integer, .float:
            return ManifestDecoder.text(of: field.value).map { .normal($0, from: field.origin) }
        default:
            decoder.diagnostics.report(.wrongType(field, expected: "a string or a number"))
            return nil
        }
    }

    /// One of a few words.
    static func choice(_ words: String...) -> ValueKind {
        ValueKind(.choice(words)) { field, decoder in
            decoder.word(field, among: words).map { .normal($0) }
        }
    }

    /// A word that has to be one of a few, as far as it is known what stands there; an empty one counts as absent.
    static func checked(_ schema: ValueSchema = .string, rule: String, _ isValid: @escaping @Sendable (String) -> Bool)
        -> ValueKind
    {
        ValueKind(schema) { field, decoder in
            guard let text = decoder.string(field), !text.value.isEmpty else { return nil }
            if isValid(text.value) { return .normal(text) }
            decoder.diagnostics.report(.invalidValue(field, "is not \(rule)", help: "write \(rule)"))
            return nil
        }
    }

    /// A truth value of which `false` is the same as none.
    static let bool = ValueKind(.flag) { field, decoder in
        decoder.bool(field).flatMap { $0.value ? .normal($0) : nil }
    }

    /// A truth value of which `false` is not the same as none.
    static let flag = ValueKind(.flag) { field, decoder in
        decoder.bool(field).map { .normal($0) }
    }

    /// A whole number of which 0 is the same as none.
    static func integer(atLeast minimum: Int64 = .min, atMost maximum: Int64 = .max) -> ValueKind {
        ValueKind(.wholeNumber(minimum...maximum)) { field, decoder in
            decoder.integer(field, atLeast: minimum, atMost: maximum).flatMap { $0.value == 0 ? nil : .normal($0) }
        }
    }

    /// A whole number of which 0 is not the same as none.
    static func count(atLeast minimum: Int64 = 0) -> ValueKind {
        ValueKind(.wholeNumber(minimum ... .max)) { field, decoder in
            decoder.integer(field, atLeast: minimum).map { .normal($0) }
        }
    }

    /// A number, fractions allowed; 0 is the same as none.
    static func number(_ range: ClosedRange<Double>, rule: String) -> ValueKind {
        ValueKind(.decimal(range)) { field, decoder in
            decoder.number(field, range, rule: rule).flatMap { $0.value == 0 ? nil : .normal($0) }
        }
    }

    /// A number of processors.
    static let cpus = ValueKind(.decimal(0...1_000_000)) { field, decoder in
        decoder.cpus(field).flatMap { $0.value == 0 ? nil : .normal($0) }
    }

    /// An amount of memory, in bytes; Compose writes it as a string.
    static func bytes(unlimited: Bool = false) -> ValueKind {
        ValueKind(.bytes(unlimited: unlimited)) { field, decoder in
            decoder.bytes(field, unlimited: unlimited).flatMap { $0.value == 0 ? nil : .normal($0.map(String.init)) }
        }
    }

    static let duration = ValueKind(.duration) { field, decoder in
        decoder.duration(field).map { .normal($0.map { GoDuration.text(nanoseconds: $0) }) }
    }

    /// A time of which 0 is the same as none.
    static let positiveDuration = ValueKind(.duration) { field, decoder in
        decoder.duration(field).flatMap { $0.value == 0 ? nil : .normal($0.map { GoDuration.text(nanoseconds: $0) }) }
    }

    /// A path of the host, made absolute.
    static let path = ValueKind(.string) { field, decoder in
        guard let text = decoder.string(field), !text.value.isEmpty else { return nil }
        return decoder.absolutePath(text).map { path in .normal(text.map { _ in path }) }
    }
}
