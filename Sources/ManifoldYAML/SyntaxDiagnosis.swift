import ManifoldDiagnostics

/// Finds out what an author probably did where libyaml says only what its grammar missed.
struct SyntaxDiagnosis {
    let fault: SyntaxFault
    let source: SourceText

    init(of fault: SyntaxFault, in source: SourceText) {
        self.fault = fault
        self.source = source
    }

    /// The place at which reading stopped; at the end of the file, the end of the last line with something in it.
    var place: UInt32 {
        Int(fault.place) < source.bytes.count ? fault.place : source.trimmedEnd(fault.place, after: 0)
    }

    /// Where the thing that was being read begins; the place itself where libyaml names none.
    var beginning: UInt32 { fault.contextPlace ?? fault.place }

    var diagnostic: Diagnostic {
        if fault.isUnreadable { return unreadable }
        if let foreignCause { return foreignCause }
        if fault.context?.hasSuffix("directive") == true || fault.problem.hasSuffix("directive") {
            return brokenDirective
        }
        return inText
    }

    private var inText: Diagnostic {
        switch fault.problem {
        case "mapping values are not allowed in this context": return misplacedColon
        case "could not find expected ':'": return missingColon
        case "did not find expected key": return brokenMapping
        case "did not find expected '-' indicator": return brokenList
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'": return brokenBrackets
        case "did not find expected <document start>": return textBehindDocument
        case "block sequence entries are not allowed in this context": return misplacedDash
        case "found character that cannot start any token": return reservedCharacter
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            return YAMLDiagnostics.tab(at: tabs(at: place))
        case "found unexpected end of stream", "found unexpected document indicator": return unclosedQuote
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            return unknownEscape
        case "did not find expected alphabetic or numeric character", "did not find expected comment or line break",
            "found an indentation indicator equal to 0", "found undefined tag handle",
            "did not find expected whitespace or line break", "did not find expected tag URI":
            return indicatorInText
        case "found incompatible YAML document": return brokenDirective
        default: return general
        }
    }

    /// Whatever has no better description.
    var general: Diagnostic {
        YAMLDiagnostics.syntax(
            fault.problem,
            at: source.word(at: place),
            in: fault.context?.replacingPrefix("while parsing ", "while scanning "),
            from: fault.contextPlace.flatMap { $0 == place ? nil : source.span($0, $0) }
        )
    }

    func tabs(at offset: UInt32) -> SourceSpan {
        var end = Int(offset)
        while end < source.bytes.count, source.bytes[end] == UInt8(ascii: "\t") { end += 1 }
        return source.span(offset, UInt32(end))
    }
}

extension String {
    /// What follows the first of the prefixes that this text has.
    fileprivate func replacingPrefix(_ prefixes: String...) -> String {
        for prefix in prefixes where hasPrefix(prefix) { return String(dropFirst(prefix.count)) }
        return self
    }
}
