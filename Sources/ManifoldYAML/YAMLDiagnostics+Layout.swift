import ManifoldDiagnostics

/// What is said of lines that do not stand as YAML wants them below one another.
extension YAMLDiagnostics {
    /// A line whose indentation is that of no block around it.
    static func indentation(
        at span: SourceSpan,
        spaces: Int,
        block: String,
        begins: SourceSpan,
        expected: Int,
        above: Int?
    ) -> Diagnostic {
        indentation(
            "this line does not fit the indentation of the \(block) around it",
            at: Diagnostic.Label(span, "\(count(spaces)) before this"),
            Diagnostic.Label(begins, "the \(block) begins here, with \(count(expected))"),
            help: above.map {
                "put \(count($0)) before it, as before the line above, or \(count(expected)) for that \(block)"
            }
                ?? "put \(count(expected)) before it to go on with that \(block)"
        )
    }

    /// An item that stands a little to the left or right of those above it.
    static func itemBesideItems(at span: SourceSpan, spaces: Int, list: SourceSpan, expected: Int) -> Diagnostic {
        indentation(
            "this item does not stand below the others of its list",
            at: Diagnostic.Label(span, "\(count(spaces)) before this"),
            Diagnostic.Label(list, "the list begins here, with \(count(expected))"),
            help: "put \(count(expected)) before it, as before the items above"
        )
    }

    /// A key that should stand below the first key of an item.
    static func keyBesideItem(at span: SourceSpan, spaces: Int, first: SourceSpan, expected: Int) -> Diagnostic {
        indentation(
            "this key does not stand below the first key of its item",
            at: Diagnostic.Label(span, "\(count(spaces)) before this"),
            Diagnostic.Label(first, "the item's first key, in column \(expected + 1)"),
            help: "put \(count(expected)) before it; `- ` counts as two"
        )
    }

    /// A line further to the left than the first one of the file.
    static func leftOfBeginning(at span: SourceSpan, spaces: Int, first: SourceSpan, indented: Int) -> Diagnostic {
        indentation(
            "this line stands further left than the first line of the file",
            at: Diagnostic.Label(span, "\(count(spaces)) before this"),
            Diagnostic.Label(first, "everything begins here, with \(count(indented))"),
            help: "let both begin in the same column: take the spaces before the first line and those below it away"
        )
    }

    /// Text below `key: |` that is not indented.
    static func blockNotIndented(at span: SourceSpan, key: SourceSpan, sign: String, expected: Int) -> Diagnostic {
        indentation(
            "the text of a block has to be indented deeper than its key",
            at: Diagnostic.Label(span, "no part of the block"),
            Diagnostic.Label(key, "`\(sign)` begins a block of text in the lines below"),
            help: "put at least \(count(expected)) before each line of the text"
        )
    }

    /// `-item`, which is text and no item.
    static func dashWithoutSpace(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.missing-space"),
            "a dash needs a space behind it to begin an item",
            at: Diagnostic.Label(span, "text, and no item of a list"),
            help: "write `- \(short(text.dropFirst()))`"
        )
    }

    /// A list item where a mapping goes on; `entry` is what it would be as a key.
    static func itemAmongKeys(at span: SourceSpan, mapping: SourceSpan, entry: String?) -> Diagnostic {
        indentation(
            "an item of a list stands among the keys of a mapping",
            at: Diagnostic.Label(span, "an item"),
            Diagnostic.Label(mapping, "the mapping begins here"),
            help: entry.map { "write `\(short($0))`, as the lines above are written" }
                ?? "write it as a key with a value too, or indent the list deeper than the key that it belongs to"
        )
    }

    /// A line without a dash where a list goes on; `item` is what it would be with one.
    static func keyAmongItems(at span: SourceSpan, list: SourceSpan, item: String?) -> Diagnostic {
        indentation(
            "this line stands among the items of a list but is none",
            at: Diagnostic.Label(span, "`- ` is missing"),
            Diagnostic.Label(list, "the list begins here"),
            help: item.map { "write `\(short($0))`, as the lines above are written" }
                ?? "begin it with `- `, or indent it as the item that it belongs to or as the key of the list"
        )
    }

    /// `key: - item`, or an item below a value.
    static func itemBehindValue(at span: SourceSpan) -> Diagnostic {
        indentation(
            "a list cannot begin here",
            at: Diagnostic.Label(span),
            nil,
            help:
                "begin the list in the line below its key, each item with `- `; text that begins with `- ` needs quotes"
        )
    }

    static func keyBelowValue(_ key: String, at span: SourceSpan, above: SourceSpan, spaces: Int) -> Diagnostic {
        indentation(
            "the key `\(short(key))` stands below a line that already has a value",
            at: Diagnostic.Label(span, "indented deeper than the line above"),
            Diagnostic.Label(above, "this has its value already"),
            help:
                "put \(count(spaces)) before `\(short(key))`, as before the line above, or take that line's value away"
        )
    }

    private static func indentation(
        _ message: String,
        at primary: Diagnostic.Label,
        _ related: Diagnostic.Label?,
        help: String
    ) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.indentation"),
            message,
            at: primary,
            related: related.map { [$0] } ?? [],
            help: help
        )
    }

    private static func count(_ spaces: Int) -> String {
        switch spaces {
        case 0: "no space"
        case 1: "1 space"
        default: "\(spaces) spaces"
        }
    }

    /// A line that should be a key with a value: its colon has no space behind it, it has `=` for one, or none at all.
    static func missingColon(in text: String, at span: SourceSpan, noticed: SourceSpan?) -> Diagnostic {
        let meant = withColon(text)
        let hasColon = meant != nil && text.contains(":")
        return Diagnostic(
            Diagnostic.Code("yaml.missing-colon"),
            hasColon
                ? "a colon needs a space behind it" : "this line is neither a key with a value nor an item of a list",
            at: Diagnostic.Label(span, hasColon ? nil : "no colon"),
            related: noticed.map { [Diagnostic.Label($0, "noticed here")] } ?? [],
            help: meant.map { "write `\(short($0))`" }
                ?? "write `key: value`, `key:` or `- item`; text over several lines needs quotes or `|`"
        )
    }

    /// What was meant by `key:value`, `key = value` or `key value`.
    private static func withColon(_ text: String) -> String? {
        guard text.first != "\"", text.first != "'" else { return nil }
        if let colon = text.firstIndex(of: ":"), colon > text.startIndex {
            return text[..<colon] + ": " + text[text.index(after: colon)...]
        }
        let words = text.split(separator: "=", maxSplits: 1).map { $0.trimmed }
        if words.count == 2, !words[0].contains(" "), !words[1].isEmpty { return "\(words[0]): \(words[1])" }
        return text.contains(" ") ? nil : text + ":"
    }
}

extension Substring {
    /// The text without the spaces around it.
    fileprivate var trimmed: Substring {
        var text = drop { $0 == " " }
        while text.last == " " { text = text.dropLast() }
        return text
    }
}
