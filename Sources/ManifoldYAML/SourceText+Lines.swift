import ManifoldDiagnostics

/// Lines and words around an offset, for the diagnosis of text that could not be parsed.
extension SourceText {
    /// The line around an offset, without its indentation, the blanks at its end and its line break.
    struct Line {
        let start: Int
        /// Where its text begins.
        let textStart: Int
        let end: Int

        var indentation: Int { textStart - start }
        var isEmpty: Bool { textStart == end }
    }

    func line(at offset: UInt32) -> Line {
        var start = min(Int(offset), bytes.count)
        var end = start
        while start > 0, !isBreak(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        var textStart = start
        // A byte order mark is no character of the first line.
        if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            start = 3
            textStart = 3
        }
        while textStart < end, isBlank(bytes[textStart]) { textStart += 1 }
        return Line(start: start, textStart: textStart, end: max(textStart, end))
    }

    /// The nearest line above with something other than a comment in it.
    func contentLine(above line: Line) -> Line? {
        var start = line.start
        while start > 0 {
            let above = self.line(at: UInt32(start - 1))
            if !above.isEmpty, bytes[above.textStart] != UInt8(ascii: "#") { return above }
            guard above.start < start else { return nil }
            start = above.start
        }
        return nil
    }

    /// The first line of the file with something other than a comment, a directive or a document marker in it.
    var firstContentLine: Line? {
        var offset = 0
        while offset < bytes.count {
            let line = line(at: UInt32(offset))
            if !line.isEmpty, !"#%-".utf8.contains(bytes[line.textStart]) { return line }
            offset = line.end
            while offset < bytes.count, !isBreak(bytes[offset]) { offset += 1 }
            offset += 1
        }
        return nil
    }

    func string(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[min(start, bytes.count)..<min(max(start, end), bytes.count)], as: UTF8.self)
    }

    /// The word that begins at an offset; at a blank or the end of the line, nothing.
    func word(at offset: UInt32) -> SourceSpan {
        var end = min(Int(offset), bytes.count)
        while end < bytes.count, !isBlankOrBreak(bytes[end]) { end += 1 }
        return span(offset, UInt32(end))
    }

    /// From an offset to the end of its line, or to a comment there.
    func restOfLine(at offset: UInt32) -> SourceSpan {
        let end = max(line(at: offset).end, Int(offset))
        var stop = Int(offset)
        while stop < end, !(bytes[stop] == UInt8(ascii: "#") && stop > 0 && isBlank(bytes[stop - 1])) { stop += 1 }
        guard stop < end else { return span(offset, UInt32(end)) }
        return span(offset, trimmedEnd(UInt32(stop), after: offset))
    }

    func string(_ span: SourceSpan) -> String { string(Int(span.start), Int(span.end)) }

    func byte(at offset: UInt32) -> UInt8? { Int(offset) < bytes.count ? bytes[Int(offset)] : nil }

    /// Where the value begins in a line of the form `key: value` or `- key: value`, looking only before an offset.
    func valueStart(in line: Line, before end: UInt32) -> Int? {
        let end = min(Int(end), line.end)
        var offset = line.textStart
        var quote: UInt8?
        while offset < end {
            let byte = bytes[offset]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ":"), offset + 1 < end, isBlank(bytes[offset + 1]) {
                offset += 1
                while offset < end, isBlank(bytes[offset]) { offset += 1 }
                return offset
            }
            offset += 1
        }
        return nil
    }
}
