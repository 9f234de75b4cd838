import ManifoldDiagnostics

/// Faults inside one value: quotes, brackets and characters that mean something to YAML.
extension SyntaxDiagnosis {
    /// Text behind something that is complete: a quoted text, a list in brackets, an alias.
    func textBehindValue(in line: SourceText.Line) -> Diagnostic {
        if let unclosed = quoteClosedTooLate ?? quoteInText { return unclosed }
        let text = source.restOfLine(at: place)
        guard let start = source.valueStart(in: line, before: place) ?? itemStart(in: line) else { return general }
        let value = source.restOfLine(at: UInt32(start))
        if source.looksLikeTemplate(at: UInt32(start + 1)) {
            return YAMLDiagnostics.template(source.string(value), at: value)
        }
        return YAMLDiagnostics.textBehindValue(source.string(value), at: text, value: source.span(UInt32(start), place))
    }

    /// A list or mapping in brackets that does not go on as one.
    var brokenBrackets: Diagnostic {
        let close = fault.problem.contains("]") ? "]" : "}"
        let open = source.span(beginning, beginning + 1)
        if source.looksLikeTemplate(at: beginning + 1) {
            let text = source.restOfLine(at: beginning)
            return YAMLDiagnostics.template(source.string(text), at: text)
        }
        if let unclosed = quoteClosedTooLate ?? quoteInText { return unclosed }
        // At a colon, the key before it is what does not belong here.
        let line = source.line(at: place)
        var start = Int(place)
        if source.byte(at: place) == UInt8(ascii: ":") {
            while start > line.textStart, !source.isBlank(source.bytes[start - 1]) { start -= 1 }
        }
        if start == line.textStart, line.start > Int(beginning), let above = source.contentLine(above: line) {
            let end = source.restOfLine(at: UInt32(above.textStart)).end
            return YAMLDiagnostics.unclosedBracket(close, at: source.span(end, end), open: open)
        }
        guard source.word(at: UInt32(start)).end > UInt32(start) else {
            return YAMLDiagnostics.unclosedBracket(close, at: source.span(place, place), open: open)
        }
        return YAMLDiagnostics.missingComma(close, before: source.word(at: UInt32(start)), open: open)
    }

    /// A quoted text that ends before the place and began in a line above: the quote that closes it was meant to open another.
    private var quoteClosedTooLate: Diagnostic? {
        guard let text = source.quotedText(endingBefore: place),
            source.line(at: text.start).start != source.line(at: place).start, source.holdsEntries(text)
        else { return nil }
        let quote = source.string(source.span(text.start, text.start + 1))
        return YAMLDiagnostics.unclosedQuote(
            quote,
            open: source.span(text.start, text.start + 1),
            end: source.span(text.end - 1, text.end),
            isClosed: true
        )
    }

    /// A quote with text right behind it.
    private var quoteInText: Diagnostic? {
        guard let text = source.quotedText(endingBefore: place), text.end == place,
            let next = source.byte(at: place), !source.isBlankOrBreak(next)
        else { return nil }
        let quote = source.span(place - 1, place)
        return YAMLDiagnostics.quoteInText(source.string(quote), at: quote, text: source.span(text.start, text.start))
    }

    var unclosedQuote: Diagnostic {
        let quote = source.byte(at: beginning) == UInt8(ascii: "'") ? "'" : "\""
        let open = source.span(beginning, beginning + 1)
        return YAMLDiagnostics.unclosedQuote(quote, open: open, end: source.span(place, place), isClosed: false)
    }

    var unknownEscape: Diagnostic {
        // libyaml stops behind the letter where only the digits are wrong.
        var start = place
        while start > beginning, source.byte(at: start) != UInt8(ascii: "\\") { start -= 1 }
        let escape = source.span(start, UInt32(min(Int(start) + 2, source.bytes.count)))
        return YAMLDiagnostics.unknownEscape(source.string(escape), at: escape, text: source.span(beginning, beginning))
    }

    /// A character at which no value can begin.
    var reservedCharacter: Diagnostic {
        guard source.byte(at: place) != UInt8(ascii: "\t") else { return YAMLDiagnostics.tab(at: tabs(at: place)) }
        let text = source.restOfLine(at: place)
        return YAMLDiagnostics.reservedCharacter(source.string(text), at: text)
    }

    /// A value that begins like an alias, an anchor, a tag or a block of text, and goes on like none.
    var indicatorInText: Diagnostic {
        guard let first = source.byte(at: beginning), "*&!|>".utf8.contains(first) else { return general }
        let text = source.restOfLine(at: beginning)
        return YAMLDiagnostics.indicatorInText(source.string(text), at: text)
    }

    private func itemStart(in line: SourceText.Line) -> Int? {
        guard source.byte(at: UInt32(line.textStart)) == UInt8(ascii: "-"), line.textStart + 2 <= Int(place) else {
            return nil
        }
        return line.textStart + 2
    }
}
