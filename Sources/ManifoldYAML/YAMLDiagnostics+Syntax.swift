import ManifoldDiagnostics

/// What is said of text that is no YAML.
extension YAMLDiagnostics {
    // MARK: Lines

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

    /// A list item where a mapping goes on.
    static func itemAmongKeys(at span: SourceSpan, mapping: SourceSpan) -> Diagnostic {
        indentation(
            "an item of a list stands among the keys of a mapping",
            at: Diagnostic.Label(span, "an item"),
            Diagnostic.Label(mapping, "the mapping begins here"),
            help: "indent the list deeper than the key that it belongs to"
        )
    }

    /// A line without a dash where a list goes on.
    static func keyAmongItems(at span: SourceSpan, list: SourceSpan) -> Diagnostic {
        indentation(
            "this line stands among the items of a list but is none",
            at: Diagnostic.Label(span, "`- ` is missing"),
            Diagnostic.Label(list, "the list begins here"),
            help: "begin it with `- `, or indent it as the item that it belongs to or as the key of the list"
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

    static func missingColon(in text: String, at span: SourceSpan, noticed: SourceSpan?) -> Diagnostic {
        let colon = text.firstIndex(of: ":").flatMap { $0 > text.startIndex && !text.hasPrefix("\"") ? $0 : nil }
        let spaced = colon.map { text[..<$0] + ": " + text[text.index(after: $0)...] }
        return Diagnostic(
            Diagnostic.Code("yaml.missing-colon"),
            spaced == nil
                ? "this line is neither a key with a value nor an item of a list" : "a colon needs a space behind it",
            at: Diagnostic.Label(span, spaced == nil ? "no colon" : nil),
            related: noticed.map { [Diagnostic.Label($0, "noticed here")] } ?? [],
            help: spaced.map { "write `\(short($0))`" }
                ?? "write `key: value` or `- item`; text over several lines needs quotes or `|`"
        )
    }

    // MARK: Values

    /// `key: one: two`.
    static func colonInValue(_ text: String, at span: SourceSpan, value: SourceSpan) -> Diagnostic {
        quoting("a value that holds `: ` or ends in `:` needs quotes", at: span, "a second colon", value: value, text)
    }

    /// A value that begins with a character that YAML reserves.
    static func reservedCharacter(_ text: String, at span: SourceSpan) -> Diagnostic {
        quoting("no value can begin with `\(text.prefix(1))`", at: span, nil, value: nil, text)
    }

    /// A value that begins like an alias, an anchor, a tag or a block of text, and goes on like none.
    static func indicatorInText(_ text: String, at span: SourceSpan) -> Diagnostic {
        let meaning =
            switch text.first {
            case "*": "an alias"
            case "&": "an anchor"
            case "!": "a tag"
            default: "a block of text in the lines below"
            }
        return quoting("`\(text.prefix(1))` begins \(meaning), and this is none", at: span, nil, value: nil, text)
    }

    /// `"one" two`.
    static func textBehindValue(_ text: String, at span: SourceSpan, value: SourceSpan) -> Diagnostic {
        quoting(
            "there is text behind the end of a value",
            at: span,
            "not part of it",
            value: value,
            text,
            or: "take it away"
        )
    }

    static func template(_ text: String, at span: SourceSpan) -> Diagnostic {
        quoting("YAML reads `{{` as the beginning of two mappings", at: span, nil, value: nil, text)
    }

    /// A backslash that escapes nothing.
    static func unknownEscape(_ escape: String, at span: SourceSpan, text: SourceSpan) -> Diagnostic {
        quoting(
            "`\(escape)` is no escape sequence",
            at: span,
            nil,
            value: text,
            "",
            help: "write `\\\\` for a backslash, or put the text between single quotes, where a backslash is only that"
        )
    }

    private static func quoting(
        _ message: String,
        at span: SourceSpan,
        _ label: String?,
        value: SourceSpan?,
        _ text: String,
        or alternative: String? = nil,
        help: String? = nil
    ) -> Diagnostic {
        let quotes = "put quotes around all of it: `\(text.contains("'") || text.count > 60 ? "\"…\"" : "'\(text)'")`"
        return Diagnostic(
            Diagnostic.Code("yaml.quoting"),
            message,
            at: Diagnostic.Label(span, label),
            related: value.map { [Diagnostic.Label($0, "the value begins here")] } ?? [],
            help: help ?? alternative.map { "\($0), or \(quotes)" } ?? quotes
        )
    }

    static func unclosed(_ closing: String, isQuote: Bool, at span: SourceSpan, open: SourceSpan) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.unclosed"),
            isQuote ? "the closing `\(closing)` is missing" : "a comma or the closing `\(closing)` is missing",
            at: Diagnostic.Label(isQuote ? open : span, isQuote ? "opened here" : "missing before this"),
            related: [
                isQuote ? Diagnostic.Label(span, "not closed up to here") : Diagnostic.Label(open, "opened here")
            ],
            help: isQuote
                ? "write `\(closing)` where the text ends; without it, all that follows is part of the text"
                : "text in brackets that holds a comma, a bracket or a colon needs quotes"
        )
    }

    /// Whatever has no better description: libyaml's own words.
    static func syntax(_ problem: String, at span: SourceSpan, in context: String?, from begin: SourceSpan?)
        -> Diagnostic
    {
        Diagnostic(
            Diagnostic.Code("yaml.syntax"),
            "this is no valid YAML: \(problem == "did not find expected node content" ? "a value is missing" : problem)",
            at: Diagnostic.Label(span),
            related: begin.map { [Diagnostic.Label($0, context.map { "\($0) begins here" })] } ?? []
        )
    }
}
