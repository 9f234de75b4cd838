import ManifoldDiagnostics

/// All that this floor says to the author of a document, one factory for each mistake.
enum YAMLDiagnostics {
    // MARK: Limits

    static func tooLarge(_ file: SourceFile, id: FileID, limit: Int) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.too-large"),
            "the file has \(file.text.count) bytes, and \(limit) is the most that is read",
            at: Diagnostic.Label(SourceSpan(file: id, start: 0, end: 0)),
            help: "move large contents to files of their own and name those here"
        )
    }

    static func tooManyDirectives(at span: SourceSpan, limit: Int) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.too-many-directives"),
            "more than \(limit) lines begin with `%`",
            at: Diagnostic.Label(span, "one directive too many"),
            help: "take directives away; text that begins a line with `%` can be indented"
        )
    }

    static func tooDeep(at span: SourceSpan, limit: Int) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.too-deep"),
            "more than \(limit) lists and mappings stand inside one another",
            at: Diagnostic.Label(span, "one level too many"),
            help: "close the brackets, or take levels away"
        )
    }

    static func aliasExpansion(_ name: String, at span: SourceSpan, anchored: SourceSpan, limit: Int) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.alias-expansion"),
            "the aliases of this document stand for more than \(limit) values",
            at: Diagnostic.Label(span, "with `*\(short(name))` there are too many"),
            related: [Diagnostic.Label(anchored, "it stands for this")],
            help: "an alias of something that holds aliases multiplies them: write less of it with aliases"
        )
    }

    // MARK: Aliases, keys and tags

    static func unknownAnchor(_ name: String, at span: SourceSpan, known: some Sequence<String>) -> Diagnostic {
        let near = Suggestion.nearest(to: name, among: known)
        return Diagnostic(
            Diagnostic.Code("yaml.unknown-anchor"),
            "no anchor `&\(short(name))` stands above this alias",
            at: Diagnostic.Label(span, "not known here"),
            help: near.map { "did you mean `*\($0)`?" }
                ?? "write `&\(short(name))` before the value to repeat, further up in this file; text that begins with `*` needs quotes"
        )
    }

    static func recursiveAlias(_ name: String, at span: SourceSpan, anchored: SourceSpan) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.recursive-alias"),
            "`*\(short(name))` stands inside the value that it repeats",
            at: Diagnostic.Label(span, "this would never end"),
            related: [Diagnostic.Label(anchored, "`&\(short(name))` begins here")],
            help: "move the anchor to a value that does not hold the alias"
        )
    }

    static func duplicateKey(_ name: String, at span: SourceSpan, first: SourceSpan, isMerge: Bool) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.duplicate-key"),
            "the key `\(short(name))` is given twice in one mapping",
            at: Diagnostic.Label(span, "given again"),
            related: [Diagnostic.Label(first, "given first")],
            help: isMerge
                ? "merge several mappings as one list: `<<: [*one, *two]`" : "keep one of the two, or join their values"
        )
    }

    static func complexKey(_ key: Node, isTemplate: Bool) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.complex-key"),
            "\(key.kindDescription) cannot be a key",
            at: Diagnostic.Label(
                key.span,
                isTemplate ? "YAML reads `{{` as two mappings" : "a key is a word or a number"
            ),
            help: isTemplate
                ? "put quotes around text that begins with `{`: `\"{{ … }}\"`" : "write the key as plain text"
        )
    }

    static func mergeValue(_ value: Node) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.merge-value"),
            "`<<` merges mappings, and this is \(value.kindDescription)",
            at: Diagnostic.Label(value.alias ?? value.span, "not a mapping"),
            related: value.alias == nil ? [] : [Diagnostic.Label(value.span, "it stands for this")],
            help: name(of: value).map { "an alias begins with a star: write `<<: *\($0)`" }
                ?? "write an alias of a mapping, or a list of such aliases; a key that is named `<<` needs quotes"
        )
    }

    /// The anchor that was probably meant by plain text.
    private static func name(of value: Node) -> String? {
        guard value.alias == nil, case .scalar(let scalar) = value.content, scalar.style == .plain else { return nil }
        let isName = !scalar.text.isEmpty && scalar.text.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
        return isName && value.scalarText == scalar.text ? scalar.text : nil
    }

    static func tagValue(_ text: String, tag: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.tag-value"),
            "`\(short(text))` is no value for the tag `!!\(tag.dropFirst(Node.CoreTag.prefix.count))`",
            at: Diagnostic.Label(span),
            help: "take the tag away, or write `!!str` to keep the text as it is"
        )
    }

    // MARK: Characters

    static func controlCharacter(_ value: UInt32, at span: SourceSpan) -> Diagnostic {
        let digits = String(value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Diagnostic(
            Diagnostic.Code("yaml.control-character"),
            value == 0
                ? "the file holds a NUL byte: it is probably no text" : "a control character cannot stand in YAML",
            at: Diagnostic.Label(span, "U+\(code)"),
            help: "take it out; between double quotes it can be written as `\\u\(code)`"
        )
    }

    static func tab(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.tab"),
            "a tab cannot stand where YAML counts the indentation",
            at: Diagnostic.Label(span, span.end > span.start + 1 ? "tabs" : "a tab"),
            help: "indent with spaces; let the editor write spaces for the tab key in YAML files"
        )
    }

    /// As much of a text as fits into a sentence.
    static func short(_ text: some StringProtocol) -> String {
        text.count > 60 ? text.prefix(59) + "…" : String(text)
    }
}
