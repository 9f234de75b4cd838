import ManifoldDiagnostics

/// Rows for the common kinds of values.
extension KeyRow {
    /// A string of which an empty one, as `${UNSET}` gives, counts as absent.
    static func text(_ path: any WritableKeyPath<Target, Sourced<String>?> & Sendable) -> KeyRow {
        KeyRow { target, field, decoder in
            if let value = decoder.string(field), !value.value.isEmpty { target[keyPath: path] = value }
        }
    }

    static func bool(_ path: any WritableKeyPath<Target, Sourced<Bool>?> & Sendable) -> KeyRow {
        KeyRow { target, field, decoder in target[keyPath: path] = decoder.bool(field) }
    }

    static func bytes(
        _ path: any WritableKeyPath<Target, Sourced<Int64>?> & Sendable,
        unlimited: Bool = false
    ) -> KeyRow {
        KeyRow { target, field, decoder in target[keyPath: path] = decoder.bytes(field, unlimited: unlimited) }
    }

    static func duration(_ path: any WritableKeyPath<Target, Sourced<Int64>?> & Sendable) -> KeyRow {
        KeyRow { target, field, decoder in target[keyPath: path] = decoder.duration(field) }
    }

    static func cpus(_ path: any WritableKeyPath<Target, Sourced<Double>?> & Sendable) -> KeyRow {
        KeyRow { target, field, decoder in target[keyPath: path] = decoder.cpus(field) }
    }

    static func integer(
        _ path: any WritableKeyPath<Target, Sourced<Int64>?> & Sendable,
        atLeast minimum: Int64
    ) -> KeyRow {
        KeyRow { target, field, decoder in target[keyPath: path] = decoder.integer(field, atLeast: minimum) }
    }

    /// A list of strings of which Compose keeps one of each.
    static func strings(_ path: any WritableKeyPath<Target, [Sourced<String>]> & Sendable) -> KeyRow {
        KeyRow { target, field, decoder in
            target[keyPath: path] = decoder.strings(field, repetition: .merged)
        }
    }

    /// A mapping with keys of a table of its own.
    static func object<Part>(
        _ path: any WritableKeyPath<Target, Part> & Sendable,
        _ table: KeyTable<Part>
    ) -> KeyRow {
        KeyRow { target, field, decoder in
            decoder.decode(field, by: table, into: &target[keyPath: path])
        }
    }
}
