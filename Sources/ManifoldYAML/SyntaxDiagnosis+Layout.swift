import ManifoldDiagnostics

/// Faults in how lines stand below one another.
extension SyntaxDiagnosis {
    /// A key, or text, at which a block mapping can neither go on nor end.
    var brokenMapping: Diagnostic {
        let line = source.line(at: place)
        guard line.textStart == Int(place) else { return textBehindValue(in: line) }
        let expected = column(of: beginning)
        if source.byte(at: place) == UInt8(ascii: "-"), line.indentation == expected {
            return YAMLDiagnostics.itemAmongKeys(at: source.word(at: place), mapping: source.word(at: beginning))
        }
        return indentation(of: line, expected: expected, block: "mapping")
    }

    /// A line at which a block list can neither go on nor end.
    var brokenList: Diagnostic {
        let line = source.line(at: place)
        guard line.textStart == Int(place) else { return textBehindValue(in: line) }
        let expected = column(of: beginning)
        guard line.indentation != expected else {
            return YAMLDiagnostics.keyAmongItems(
                at: source.word(at: place),
                list: source.span(beginning, beginning + 1)
            )
        }
        return indentation(of: line, expected: expected, block: "list")
    }

    /// Text behind the end of the whole document: mostly a first line that is indented by mistake.
    var textBehindDocument: Diagnostic {
        let line = source.line(at: place)
        if let first = source.firstContentLine, first.indentation > line.indentation {
            let start = source.span(UInt32(first.textStart), UInt32(first.end))
            return YAMLDiagnostics.indentation(
                at: source.word(at: place),
                spaces: line.indentation,
                block: "mapping",
                begins: start,
                expected: first.indentation,
                above: nil
            )
        }
        return general
    }

    /// A colon where no key can be: below a value (indented too far) or inside one (quotes are missing).
    var misplacedColon: Diagnostic {
        let line = source.line(at: place)
        if let value = source.valueStart(in: line, before: place) {
            let text = source.restOfLine(at: UInt32(value))
            return YAMLDiagnostics.colonInValue(
                source.string(text),
                at: source.span(place, place + 1),
                value: text.beginning
            )
        }
        let key = source.span(UInt32(line.textStart), place)
        guard let above = source.contentLine(above: line) else { return general }
        let aboveText = source.span(UInt32(above.textStart), UInt32(above.end))
        guard source.valueStart(in: above, before: UInt32(above.end)) != nil || startsItem(above) else {
            return YAMLDiagnostics.missingColon(in: source.string(aboveText), at: aboveText, noticed: key)
        }
        return YAMLDiagnostics.keyBelowValue(
            source.string(key),
            at: key,
            above: aboveText,
            spaces: above.indentation
        )
    }

    /// A line that should have been a key but has no colon, or one without a blank behind it.
    var missingColon: Diagnostic {
        let text = source.restOfLine(at: beginning)
        return YAMLDiagnostics.missingColon(in: source.string(text), at: text, noticed: source.word(at: place))
    }

    var misplacedDash: Diagnostic {
        YAMLDiagnostics.itemBehindValue(at: source.restOfLine(at: place))
    }

    private func startsItem(_ line: SourceText.Line) -> Bool {
        source.byte(at: UInt32(line.textStart)) == UInt8(ascii: "-")
    }

    private func indentation(of line: SourceText.Line, expected: Int, block: String) -> Diagnostic {
        let above = source.contentLine(above: line)?.indentation
        return YAMLDiagnostics.indentation(
            at: source.word(at: place),
            spaces: line.indentation,
            block: block,
            begins: source.word(at: beginning),
            expected: expected,
            above: above == expected ? nil : above
        )
    }

    private func column(of offset: UInt32) -> Int {
        Int(offset) - source.line(at: offset).start
    }
}
