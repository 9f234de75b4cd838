import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// Lists and mappings.
extension ValueKind {
    /// A list of strings of which Compose keeps one of each.
    static let strings = ValueKind(.list(.string)) { field, decoder in
        decoder.strings(field, repetition: .merged).normal(from: field)
    }

    /// A list of strings in which a repetition is a mistake.
    static let distinctStrings = ValueKind(.list(.string, unique: true)) { field, decoder in
        decoder.strings(field, repetition: .refused).normal(from: field)
    }

    /// A string, or a list of strings of which Compose keeps one of each.
    static let stringOrStrings = ValueKind(.stringOrList) { field, decoder in
        guard field.value.items == nil else { return strings.read(field, &decoder) }
        guard field.value.pairs == nil, field.value.resolved == .string else {
            decoder.diagnostics.report(.wrongType(field, expected: "a string or a list"))
            return nil
        }
        return decoder.string(field).map { .normal([$0], from: field.origin) }
    }

    /// Addresses of name servers; an empty one, as `${UNSET}` gives, counts as absent.
    static let nameServers = ValueKind(.stringOrList) { field, decoder in
        let items = stringOrStrings.read(field, &decoder)?.items?.filter { $0.scalarText != "" } ?? []
        return Node.normal(items, from: field.origin).unlessEmpty
    }

    /// A list of strings with everything that is written.
    static let words = ValueKind(.list(.string)) { field, decoder in
        let words = decoder.words(field)
        return words.value.isEmpty ? nil : Node.normal(words.value, from: words.origin).placed(like: field.value)
    }

    /// A command: words, or a string that is split as a shell would; an empty list is not the same as none.
    static let command = ValueKind(.anyOf([.string, .list(.string), .null])) { field, decoder in
        decoder.command(field).map { Node.normal($0.value, from: $0.origin).placed(like: field.value) }
    }

    /// Each entry of one kind.
    static func list(of kind: ValueKind) -> ValueKind {
        ValueKind(.list(kind.schema)) { field, decoder in
            var items: [Node] = []
            decoder.eachItem(of: field) { item, decoder in
                if let node = kind.read(item, &decoder) { items.append(node) }
            }
            return items.isEmpty ? nil : .normal(items, from: field.origin)
        }
    }

    /// Names of the author's choice with values of one kind.
    static func map(of kind: ValueKind, expected: String = "a mapping") -> ValueKind {
        ValueKind(.map(kind.schema)) { field, decoder in
            var mapping = NormalMapping()
            decoder.eachEntry(of: field) { entry, decoder in mapping.add(entry.key, kind.read(entry, &decoder)) }
            return mapping.sorted(from: field.origin).unlessEmpty
        }
    }

    /// `NAME: VALUE` lines or a list of `NAME=VALUE`; a name without a value has an empty one.
    static let labels = ValueKind(.settings) { field, decoder in
        Node.normal(decoder.labels(field), from: field.origin).unlessEmpty
    }

    /// Like labels, but a name without a value takes that of the variable, and is none where there is no such variable.
    static let buildArguments = ValueKind(.settings) { field, decoder in
        Node.normal(decoder.environment(field).filter { $0.value.value != nil }, from: field.origin).unlessEmpty
    }

    /// Like labels, but a name without a value takes that of the variable.
    static let environment = ValueKind(.settings) { field, decoder in
        Node.normal(decoder.environment(field), from: field.origin).unlessEmpty
    }

    /// Options of a driver: a mapping with strings and numbers.
    static let options = ValueKind(.map(.anyOf([.string, .number()]))) { field, decoder in
        Node.normal(decoder.options(field), from: field.origin).unlessEmpty
    }

    /// A mapping with the keys of a table.
    static func object(_ table: KeyTable<Void>, named name: String) -> ValueKind {
        ValueKind(table.schema(named: name)) { field, decoder in
            var nothing: Void = ()
            return decoder.decode(field, by: table, into: &nothing)
        }
    }
}

extension [Sourced<String>] {
    /// The strings in normal form, nil where there are none.
    func normal(from field: Field) -> Node? {
        isEmpty ? nil : .normal(self, from: field.origin)
    }
}

extension ValueKind {
    /// The same, or nothing at all.
    var orNull: ValueKind {
        ValueKind(schema.orNull) { [read] field, decoder in field.value.isNull ? nil : read(field, &decoder) }
    }

    /// The same where it is written as a mapping; a string stands for the mapping that `expand` makes of it.
    func or(_ shorter: ValueSchema, expand: @escaping @Sendable (Sourced<String>, inout ManifestDecoder) -> Node?)
        -> ValueKind
    {
        ValueKind(.anyOf([shorter, schema])) { [read] field, decoder in
            if field.value.pairs != nil { return read(field, &decoder) }
            guard field.value.items == nil, field.value.resolved == .string else {
                decoder.diagnostics.report(.wrongType(field, expected: "a string or a mapping"))
                return nil
            }
            return decoder.string(field).flatMap { expand($0, &decoder) }
        }
    }
}
