import ManifoldDiagnostics

/// What is said of a file as a whole: its bytes, its marks, and what other programs left in it.
extension YAMLDiagnostics {
    static func encoding(_ byte: UInt8?, at span: SourceSpan) -> Diagnostic {
        // The bytes below are control characters in Latin-1.
        let meant = byte.flatMap { $0 >= 0xA0 ? Character(UnicodeScalar($0)) : nil }
        return Diagnostic(
            Diagnostic.Code("yaml.encoding"),
            "the file is not UTF-8",
            at: Diagnostic.Label(span, byte.map { "the byte 0x\(String($0, radix: 16, uppercase: true))" }),
            help: "save the file as UTF-8" + (meant.map { "; in Latin-1 this byte is `\($0)`" } ?? "")
        )
    }

    /// Every second byte is a NUL byte.
    static func unmarkedUTF16(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.encoding"),
            "the file is UTF-16 without a byte order mark",
            at: Diagnostic.Label(span),
            help: "save the file as UTF-8"
        )
    }

    static func hardSpace(_ scalar: Unicode.Scalar, at span: SourceSpan) -> Diagnostic {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return Diagnostic(
            Diagnostic.Code("yaml.hard-space"),
            "what looks like a space before this line is another character, and no indentation to YAML",
            at: Diagnostic.Label(span, "U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"),
            help: "replace it by plain spaces; it often comes with text that is copied from a web page"
        )
    }

    /// The lines that git leaves where it could not merge.
    static func mergeConflict(at span: SourceSpan, others: [SourceSpan]) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.merge-conflict"),
            "git could not merge this file, and its marks are still here",
            at: Diagnostic.Label(span, "one version follows"),
            related: others.enumerated()
                .map {
                    Diagnostic.Label($0.element, $0.offset < others.count - 1 ? "another follows" : "they end here")
                },
            help: "keep one of the versions, or join them, and take the lines with the marks away"
        )
    }

    /// A line that begins with `%` and is no directive of YAML.
    static func directive(_ text: String, _ problem: String, at span: SourceSpan) -> Diagnostic {
        let word = text.prefix { $0 != " " && $0 != "\t" }
        return Diagnostic(
            Diagnostic.Code("yaml.directive"),
            problem == "found unknown directive name"
                ? "`\(short(word))` is no directive of YAML" : "this directive cannot be read: \(problem)",
            at: Diagnostic.Label(span, "a line that begins with `%` is a directive"),
            help: "take the line away; text that begins with `%` needs quotes, and other files come in by `include:`"
        )
    }

    /// Text behind `...`, which ends a document, or behind a value that is the whole document.
    static func textBehindDocument(at span: SourceSpan, end: SourceSpan, isMarker: Bool) -> Diagnostic {
        Diagnostic(
            Diagnostic.Code("yaml.document-end"),
            "there is text behind the end of the document",
            at: Diagnostic.Label(span),
            related: [Diagnostic.Label(end, isMarker ? "`...` ends the document" : "the document ends here")],
            help: isMarker
                ? "take the line `...` away" : "the top level is one mapping: write it as `key: value` lines"
        )
    }

    /// An alias above its anchor.
    static func anchorBelow(_ diagnostic: Diagnostic, name: String, at anchor: SourceSpan) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.message = "the anchor `&\(short(name))` stands below this alias"
        diagnostic.related.append(Diagnostic.Label(anchor, "an anchor is known from here on"))
        diagnostic.help =
            "write the value with `&\(short(name))` here, at its first use, and `*\(short(name))` further down"
        return diagnostic
    }
}
