import ManifoldDiagnostics

/// What is said of a value that is no YAML.
extension YAMLDiagnostics {
    /// `key: one: two`.
    static func colonInValue(_ text: String, at span: SourceSpan, value: SourceSpan) -> Diagnostic {
        quoting("a value that holds `: ` or ends in `:` needs quotes", at: span, "a second colon", value: value, text)
    }

    /// A value that begins with a character that YAML reserves.
    static func reservedCharacter(_ text: String, at span: SourceSpan) -> Diagnostic {
        quoting(
            "no value can begin with \(text.first == "`" ? "a backtick" : "`\(text.prefix(1))`")",
            at: span,
            nil,
            value: nil,
            text
        )
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

    /// A quote in the middle of a text, which ends it: `'it's'`.
    static func quoteInText(_ quote: String, at span: SourceSpan, text: SourceSpan) -> Diagnostic {
        quoting(
            "the text between quotes ends at this `\(quote)`",
            at: span,
            "what follows is not part of it",
            value: text,
            "",
            help: quote == "'"
                ? "write `''` for an apostrophe between single quotes, or put the text between double quotes"
                : "write `\\\"` for a quote between double quotes, or put all of it between single quotes"
        )
    }

    /// A quote that is never closed, or only by the next quote of another line.
    static func unclosedQuote(_ quote: String, open: SourceSpan, end: SourceSpan, isClosed: Bool) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.unclosed"),
            "the closing `\(quote)` is missing",
            at: Diagnostic.Label(open, "opened here"),
            related: [Diagnostic.Label(end, isClosed ? "closed only here" : "not closed up to here")],
            help: "write `\(quote)` where the text ends; without it, all that follows is part of the text"
        )
    }

    /// A list or mapping in brackets that ends, as it seems, at the end of a line.
    static func unclosedBracket(_ closing: String, at end: SourceSpan, open: SourceSpan) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.unclosed"),
            "a comma or the closing `\(closing)` is missing",
            at: Diagnostic.Label(end, "missing here"),
            related: [Diagnostic.Label(open, "opened here")],
            help: "write `\(closing)` here, or `,` if the next line goes on with it"
        )
    }

    /// Two things in brackets without a comma between them.
    static func missingComma(_ closing: String, before span: SourceSpan, open: SourceSpan) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.unclosed"),
            "a comma or the closing `\(closing)` is missing",
            at: Diagnostic.Label(span, "missing before this"),
            related: [Diagnostic.Label(open, "opened here")],
            help: "write `,` before it; text in brackets that holds a comma, a bracket or a colon needs quotes"
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
            related: begin.map { [Diagnostic.Label($0, context.map { "\($0) begins here" })] } ?? [],
            help: problem == "did not find expected node content"
                ? "write a value there, or take the comma or the bracket before it away"
                : "look for a quote, a bracket or a comma that is missing there or a little before"
        )
    }
}
