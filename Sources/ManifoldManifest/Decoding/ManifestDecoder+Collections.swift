import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections

/// Lists of strings, and mappings that may be written as lists.
extension ManifestDecoder {
    /// What a repetition in a list means to Compose.
    enum Repetition {
        /// A mistake.
        case refused
        /// The same as once.
        case merged
    }

    mutating func strings(_ field: Field, repetition: Repetition) -> [Sourced<String>] {
        var seen: OrderedDictionary<String, Sourced<String>> = [:]
        eachItem(of: field) { item, decoder in
            guard let text = decoder.string(item) else { return }
            if let first = seen[text.value] {
                let isError = repetition == .refused
                decoder.diagnostics.report(.repeated(item, first: first.origin.span, isError: isError))
            } else {
                seen[text.value] = text
            }
        }
        return Array(seen.values)
    }

    /// `labels` and the like: a mapping with values of any scalar type, or a list of `NAME=value`.
    mutating func labels(_ field: Field) -> OrderedDictionary<String, Sourced<String>> {
        var labels: OrderedDictionary<String, Sourced<String>> = [:]
        settings(field) { name, value, origin in labels[name] = Sourced(value ?? "", from: origin) }
        return labels
    }

    /// `driver_opts`: a mapping with strings and numbers.
    mutating func options(_ field: Field) -> OrderedDictionary<String, Sourced<String>> {
        var options: OrderedDictionary<String, Sourced<String>> = [:]
        eachEntry(of: field) { entry, decoder in
            switch entry.value.resolved {
            case .string, .integer, .float:
                if let text = Self.text(of: entry.value) { options[entry.key] = Sourced(text, from: entry.origin) }
            default: decoder.diagnostics.report(.wrongType(entry, expected: "a string or a number"))
            }
        }
        return options
    }

    /// Calls `body` with each name and value of a mapping or of a list of `NAME=value`; nil is a name without a value.
    mutating func settings(_ field: Field, _ body: (String, String?, Origin) -> Void) {
        switch field.value.content {
        case .sequence: settingsInList(field, body)
        case .mapping: settingsInMapping(field, body)
        case .scalar: diagnostics.report(.wrongType(field, expected: "a mapping or a list"))
        }
    }

    private mutating func settingsInMapping(_ field: Field, _ body: (String, String?, Origin) -> Void) {
        eachEntry(of: field) { entry, decoder in
            switch entry.value.resolved {
            case nil:
                let expected = "a string, a number, `true`, `false` or nothing"
                decoder.diagnostics.report(.wrongType(entry, expected: expected))
            case .null: body(entry.key, nil, Origin(entry.keySpan, overridden: entry.value.overridden))
            default:
                decoder.noticeTraps(entry)
                body(entry.key, Self.text(of: entry.value), entry.origin)
            }
        }
    }

    private mutating func settingsInList(_ field: Field, _ body: (String, String?, Origin) -> Void) {
        var places: [Substring: SourceSpan] = [:]
        eachItem(of: field) { item, decoder in
            guard let text = decoder.string(item) else { return }
            let parts = text.value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            // A variable without a name is an error of its own.
            if parts[0].last?.isWhitespace == true || parts[0].isEmpty && field.key != "environment" {
                decoder.diagnostics.report(.oddName(item))
            }
            if let first = places.updateValue(text.origin.span, forKey: parts[0]) {
                decoder.diagnostics.report(.repeated(item, first: first, isError: false))
            }
            body(String(parts[0]), parts.count > 1 ? String(parts[1]) : nil, text.origin)
        }
    }

    /// A scalar as the string that Compose makes of it: `1.10` is `1.1`, `0o17` is `15`.
    static func text(of node: Node) -> String? {
        switch node.resolved {
        case .string: node.scalarText
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .float(let value): node.scalarText.flatMap(LargeInteger.parse).map(String.init) ?? GoNumber.text(value)
        case .null, nil: nil
        }
    }
}
