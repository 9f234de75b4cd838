import ManifoldDiagnostics

/// Faults whose cause is the file and not what its author wrote at the place.
extension SyntaxDiagnosis {
    /// What other programs leave in a file; whatever libyaml finds is an effect of it.
    var foreignCause: Diagnostic? {
        conflict ?? hardSpace
    }

    /// The marks of a merge that git could not finish.
    private var conflict: Diagnostic? {
        let marks = source.conflictMarks
        guard let first = marks.first, marks.count > 1 else { return nil }
        return YAMLDiagnostics.mergeConflict(at: first, others: Array(marks.dropFirst()))
    }

    /// A character before a line that looks like a space and is none.
    private var hardSpace: Diagnostic? {
        let line = source.line(at: place)
        let lines = [line, source.contentLine(above: line), source.line(at: beginning)].compactMap(\.self)
        for line in lines {
            if let (scalar, span) = source.hardSpaces(before: line) {
                return YAMLDiagnostics.hardSpace(scalar, at: span)
            }
        }
        return nil
    }

    var unreadable: Diagnostic {
        if source.looksLikeUTF16 { return YAMLDiagnostics.unmarkedUTF16(at: source.span(0, 0)) }
        guard fault.problem == "control characters are not allowed", let character = fault.character else {
            // libyaml names the byte at which it gave up, which can be the good one behind the bad.
            let offset = source.invalidByte(inLineAt: place) ?? place
            return YAMLDiagnostics.encoding(source.byte(at: offset), at: source.span(offset, offset + 1))
        }
        let width = Unicode.Scalar(character).map { UTF8.width($0) } ?? 1
        return YAMLDiagnostics.controlCharacter(character, at: source.span(place, place + UInt32(width)))
    }

    var brokenDirective: Diagnostic {
        let text = source.restOfLine(at: beginning)
        return YAMLDiagnostics.directive(source.string(text), fault.problem, at: text)
    }

    /// Text behind the end of the whole document: mostly a first line that is indented by mistake.
    var textBehindDocument: Diagnostic {
        let line = source.line(at: place)
        let word = source.word(at: place)
        if let first = source.firstContentLine, first.indentation > line.indentation {
            return YAMLDiagnostics.leftOfBeginning(
                at: word,
                spaces: line.indentation,
                first: source.word(at: UInt32(first.textStart)),
                indented: first.indentation
            )
        }
        guard let above = source.contentLine(above: line) else { return general }
        let end = source.restOfLine(at: UInt32(above.textStart))
        return YAMLDiagnostics.textBehindDocument(at: word, end: end, isMarker: source.string(end) == "...")
    }
}
