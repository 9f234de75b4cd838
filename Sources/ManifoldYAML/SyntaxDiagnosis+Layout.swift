import ManifoldDiagnostics

/// Faults in how lines stand below one another.
extension SyntaxDiagnosis {
    /// A key, or text, at which a block mapping can neither go on nor end.
    var brokenMapping: Diagnostic {
        let line = source.line(at: place)
        guard line.textStart == Int(place) else { return textBehindValue(in: line) }
        let expected = column(of: beginning)
        if let above = source.contentLine(above: line), above.indentation >= expected,
            above.indentation <= line.indentation, !source.isKeyOrItem(above)
        {
            let text = source.restOfLine(at: UInt32(above.textStart))
            return YAMLDiagnostics.missingColon(in: source.string(text), at: text, noticed: source.word(at: place))
        }
        guard source.isItem(line) else { return indentation(of: line, expected: expected, block: "mapping") }
        if line.indentation == expected {
            return YAMLDiagnostics.itemAmongKeys(
                at: source.word(at: place),
                mapping: source.word(at: beginning),
                entry: keyAndValue(ofItemIn: line)
            )
        }
        guard let list = source.listAbove(line) else {
            return indentation(of: line, expected: expected, block: "mapping")
        }
        return YAMLDiagnostics.itemBesideItems(
            at: source.word(at: place),
            spaces: line.indentation,
            list: source.span(UInt32(list.textStart), UInt32(list.textStart) + 1),
            expected: list.indentation
        )
    }

    /// A line at which a block list can neither go on nor end.
    var brokenList: Diagnostic {
        let line = source.line(at: place)
        guard line.textStart == Int(place) else { return textBehindValue(in: line) }
        if source.byte(at: place) == UInt8(ascii: "-") {
            let text = source.restOfLine(at: place)
            guard source.isItem(line) else { return YAMLDiagnostics.dashWithoutSpace(source.string(text), at: text) }
        }
        let expected = column(of: beginning)
        guard line.indentation != expected else {
            return YAMLDiagnostics.keyAmongItems(
                at: source.word(at: place),
                list: source.span(beginning, beginning + 1),
                item: item(ofKeyIn: line)
            )
        }
        if source.isItem(line) {
            return YAMLDiagnostics.itemBesideItems(
                at: source.word(at: place),
                spaces: line.indentation,
                list: source.span(beginning, beginning + 1),
                expected: expected
            )
        }
        if let item = source.itemAbove(line, indentation: expected), let first = source.firstKey(ofItemIn: item) {
            let key = source.word(at: UInt32(first))
            return YAMLDiagnostics.keyBesideItem(
                at: source.word(at: place),
                spaces: line.indentation,
                first: key,
                expected: first - item.start
            )
        }
        return indentation(of: line, expected: expected, block: "list")
    }

    /// `NAME: value` for `- NAME=value`.
    private func keyAndValue(ofItemIn line: SourceText.Line) -> String? {
        let item = source.string(source.restOfLine(at: UInt32(line.textStart))).dropFirst(1).drop { $0 == " " }
        guard let sign = item.firstIndex(of: "="), sign > item.startIndex else { return nil }
        let name = item[..<sign]
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || "_-.".contains($0) }) else { return nil }
        return "\(name): \(item[item.index(after: sign)...])"
    }

    /// `- NAME=value` for `NAME: value`, where the item above is of that form.
    private func item(ofKeyIn line: SourceText.Line) -> String? {
        guard let above = source.contentLine(above: line), keyAndValue(ofItemIn: above) != nil,
            let value = source.valueStart(in: line, before: UInt32(line.end))
        else { return nil }
        let name = source.string(line.textStart, value).prefix { $0 != ":" }
        return "- \(name)=\(source.string(source.restOfLine(at: UInt32(value))))"
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
        guard source.valueStart(in: above, before: UInt32(above.end)) != nil || source.isItem(above) else {
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
        let line = source.line(at: beginning)
        if let above = source.contentLine(above: line), let sign = source.blockSign(in: above) {
            return YAMLDiagnostics.blockNotIndented(
                at: text,
                key: sign,
                sign: source.string(sign),
                expected: above.indentation + 2
            )
        }
        if line.textStart == Int(beginning), source.byte(at: beginning) == UInt8(ascii: "-") {
            return YAMLDiagnostics.dashWithoutSpace(source.string(text), at: text)
        }
        return YAMLDiagnostics.missingColon(in: source.string(text), at: text, noticed: source.word(at: place))
    }

    var misplacedDash: Diagnostic {
        YAMLDiagnostics.itemBehindValue(at: source.restOfLine(at: place))
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
