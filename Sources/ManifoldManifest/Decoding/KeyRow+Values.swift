import ManifoldDiagnostics
import ManifoldYAML

/// Rows for attributes with a field in the model.
extension KeyRow {
    /// A string of which an empty one, as `${UNSET}` gives, counts as absent.
    static func text(_ path: any WritableKeyPath<Target, Sourced<String>?> & Sendable) -> KeyRow {
        KeyRow(.string) { target, field, decoder in
            guard let value = decoder.string(field), !value.value.isEmpty else { return nil }
            target[keyPath: path] = value
            return .normal(value)
        }
    }

    /// A name in the engine: an empty one, as `${UNSET}` gives, is none, and yet Compose fills in no other.
    static func engineName(_ path: any WritableKeyPath<Target, Sourced<String>?> & Sendable) -> KeyRow {
        KeyRow(.string) { target, field, decoder in
            guard let value = decoder.string(field) else { return nil }
            if !value.value.isEmpty { target[keyPath: path] = value }
            return .normal(value)
        }
    }

    /// A truth value; `false` is the same as none in the normal form, unless it is `kept`.
    static func bool(
        _ path: any WritableKeyPath<Target, Sourced<Bool>?> & Sendable,
        kept: Bool = false
    ) -> KeyRow {
        KeyRow(.flag) { target, field, decoder in
            guard let value = decoder.bool(field) else { return nil }
            target[keyPath: path] = value
            return value.value || kept ? .normal(value) : nil
        }
    }

    /// An amount of memory in bytes, which Compose writes as a string.
    static func bytes(
        _ path: any WritableKeyPath<Target, Sourced<Int64>?> & Sendable,
        unlimited: Bool = false
    ) -> KeyRow {
        KeyRow(.bytes(unlimited: unlimited)) { target, field, decoder in
            guard let value = decoder.bytes(field, unlimited: unlimited) else { return nil }
            target[keyPath: path] = value
            return value.value == 0 ? nil : .normal(value.map(String.init))
        }
    }

    static func duration(_ path: any WritableKeyPath<Target, Sourced<Int64>?> & Sendable) -> KeyRow {
        KeyRow(.duration) { target, field, decoder in
            guard let value = decoder.duration(field) else { return nil }
            target[keyPath: path] = value
            return .normal(value.map { GoDuration.text(nanoseconds: $0) })
        }
    }

    static func cpus(_ path: any WritableKeyPath<Target, Sourced<Double>?> & Sendable) -> KeyRow {
        KeyRow(ValueKind.cpus.schema) { target, field, decoder in
            guard let value = decoder.cpus(field) else { return nil }
            target[keyPath: path] = value
            return value.value == 0 ? nil : .normal(value)
        }
    }

    /// A whole number; 0 is the same as none in the normal form, unless it is `kept`.
    static func integer(
        _ path: any WritableKeyPath<Target, Sourced<Int64>?> & Sendable,
        atLeast minimum: Int64,
        kept: Bool = false
    ) -> KeyRow {
        KeyRow(.wholeNumber(minimum ... .max)) { target, field, decoder in
            guard let value = decoder.integer(field, atLeast: minimum) else { return nil }
            target[keyPath: path] = value
            return value.value == 0 && !kept ? nil : .normal(value)
        }
    }

    /// A list of strings of which Compose keeps one of each.
    static func strings(_ path: any WritableKeyPath<Target, [Sourced<String>]> & Sendable) -> KeyRow {
        KeyRow(.list(.string)) { target, field, decoder in
            let values = decoder.strings(field, repetition: .merged)
            target[keyPath: path] = values
            return values.normal(from: field)
        }
    }

    /// One of a few words.
    static func choice(
        _ path: any WritableKeyPath<Target, Sourced<String>?> & Sendable,
        _ words: [String]
    ) -> KeyRow {
        KeyRow(.choice(words)) { target, field, decoder in
            guard let word = decoder.word(field, among: words) else { return nil }
            target[keyPath: path] = word
            return .normal(word)
        }
    }

    /// A mapping with keys of a table of its own.
    static func object<Part>(
        _ path: any WritableKeyPath<Target, Part> & Sendable,
        _ table: KeyTable<Part>,
        named name: String
    ) -> KeyRow {
        KeyRow(table.schema(named: name)) { target, field, decoder in
            decoder.decode(field, by: table, into: &target[keyPath: path])
        }
    }
}
