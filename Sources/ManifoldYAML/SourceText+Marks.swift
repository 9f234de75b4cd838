import ManifoldDiagnostics

/// Signs in a text by which the diagnosis recognises what its author meant.
extension SourceText {
    /// Whether a line begins with a dash and a blank, or is only a dash.
    func isItem(_ line: Line) -> Bool {
        guard !line.isEmpty, bytes[line.textStart] == UInt8(ascii: "-") else { return false }
        return line.textStart + 1 == line.end || isBlank(bytes[line.textStart + 1])
    }

    /// Whether a line is a key, an item, or something else that can stand alone in a block: brackets, quotes, an anchor.
    func isKeyOrItem(_ line: Line) -> Bool {
        if line.isEmpty || isItem(line) || valueStart(in: line, before: UInt32(line.end)) != nil { return true }
        if "\"'[]{}&*!|>?#".utf8.contains(bytes[line.textStart]) { return true }
        return string(restOfLine(at: UInt32(line.textStart))).hasSuffix(":")
    }

    /// The nearest item above that stands at an indentation, with nothing between but deeper lines.
    func itemAbove(_ line: Line, indentation: Int) -> Line? {
        var line = line
        while let above = contentLine(above: line), above.indentation >= indentation {
            if above.indentation == indentation { return isItem(above) ? above : nil }
            line = above
        }
        return nil
    }

    /// The first item of the list above a line that stands a little left of its items.
    func listAbove(_ line: Line) -> Line? {
        var first: Line?
        var current = line
        while let above = contentLine(above: current), above.indentation > line.indentation {
            if isItem(above), above.indentation <= first?.indentation ?? .max { first = above }
            current = above
        }
        return first
    }

    /// Where the key of `- key: value` or `- key:` stands.
    func firstKey(ofItemIn line: Line) -> Int? {
        guard isItem(line) else { return nil }
        var start = line.textStart + 1
        while start < line.end, isBlank(bytes[start]) { start += 1 }
        let isKey = valueStart(in: line, before: UInt32(line.end)) != nil || bytes[line.end - 1] == UInt8(ascii: ":")
        return isKey && start < line.end ? start : nil
    }

    /// The `|` or `>` at the end of a line, with what is written behind it.
    func blockSign(in line: Line) -> SourceSpan? {
        let text = restOfLine(at: UInt32(line.textStart))
        var start = Int(text.end)
        while start > line.textStart, !isBlank(bytes[start - 1]) { start -= 1 }
        guard start > line.textStart, start < Int(text.end), "|>".utf8.contains(bytes[start]) else { return nil }
        let isSign = bytes[start..<Int(text.end)].dropFirst().allSatisfy { "+-123456789".utf8.contains($0) }
        return isSign ? span(UInt32(start), text.end) : nil
    }

    /// The quoted text behind which, but for blanks, an offset stands.
    func quotedText(endingBefore place: UInt32) -> SourceSpan? {
        let end = min(Int(place), bytes.count)
        let textEnd = Int(trimmedEnd(place, after: 0))
        var offset = 0
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "#") where offset == 0 || isBlankOrBreak(bytes[offset - 1]):
                while offset < end, !isBreak(bytes[offset]) { offset += 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard canBeginValue(at: offset) else { break }
                guard let close = closingQuote(of: offset, before: end) else { return nil }
                if close + 1 == textEnd { return span(UInt32(offset), UInt32(textEnd)) }
                offset = close
            default: break
            }
            offset += 1
        }
        return nil
    }

    private func closingQuote(of start: Int, before end: Int) -> Int? {
        let quote = bytes[start]
        var offset = start + 1
        while offset < end {
            if bytes[offset] == quote {
                let isDoubled = quote == UInt8(ascii: "'") && offset + 1 < bytes.count && bytes[offset + 1] == quote
                guard isDoubled else { return offset }
                offset += 1
            } else if bytes[offset] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                offset += 1
            }
            offset += 1
        }
        return nil
    }

    /// Whether what stands before an offset lets a value begin there.
    private func canBeginValue(at offset: Int) -> Bool {
        var before = offset - 1
        while before >= 0, isBlank(bytes[before]) { before -= 1 }
        guard before >= 0, !isBreak(bytes[before]) else { return true }
        let isApart = before < offset - 1
        return "[{,".utf8.contains(bytes[before]) || isApart && ":-?".utf8.contains(bytes[before])
    }

    /// Whether some line of a text but the first looks like an entry of a mapping or a list.
    func holdsEntries(_ text: SourceSpan) -> Bool {
        var line = line(at: text.end)
        while line.start > Int(text.start) {
            if isItem(line) || valueStart(in: line, before: UInt32(line.end)) != nil { return true }
            if !line.isEmpty, bytes[line.end - 1] == UInt8(ascii: ":") { return true }
            guard let above = contentLine(above: line) else { return false }
            line = above
        }
        return false
    }
}
