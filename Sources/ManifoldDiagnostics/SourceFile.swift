/// The text of one file with the table that turns offsets into lines.
///
/// The text is UTF-8. A file that begins with a UTF-16 byte order mark is transcoded when it is read, so that every
/// offset, wherever it is made, is an offset into `text`.
package struct SourceFile: Sendable {
    /// The name as it is shown to people: the path that the user gave, or one relative to the working directory.
    package let name: String
    /// The contents in UTF-8; a byte order mark stays in, because offsets count it.
    package let text: [UInt8]
    /// Offsets at which each line begins; the first line begins behind a byte order mark.
    private let lineStarts: [UInt32]
    /// Whether any of its lines may hold a secret, so that none is ever shown: an env file.
    package let isConfidential: Bool
    private let columns: ColumnIndex

    package init(name: String, text: [UInt8], isConfidential: Bool = false) {
        let text = UTF16Text.transcoded(text) ?? text
        self.name = name
        self.text = text
        self.isConfidential = isConfidential
        lineStarts = text.withUnsafeBufferPointer(Self.lineStarts)
        columns = ColumnIndex(text)
    }

    private static func lineStarts(of text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        var starts: [UInt32] = [text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        starts.reserveCapacity(text.count / 32 + 1)
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            offset += 1
            // One comparison for the common byte: both line breaks are below all printable characters.
            guard byte <= UInt8(ascii: "\r") else { continue }
            if byte == UInt8(ascii: "\n") {
                starts.append(UInt32(offset))
            } else if byte == UInt8(ascii: "\r") {
                if offset < text.count, text[offset] == UInt8(ascii: "\n") { offset += 1 }
                starts.append(UInt32(offset))
            }
        }
        return starts
    }

    /// The number of lines; a file that ends in a line break has an empty last line.
    package var lineCount: Int { lineStarts.count }

    /// Line and column of an offset; an offset behind the end counts as the end.
    package func position(at offset: UInt32) -> SourcePosition {
        let line = lineIndex(at: offset)
        let start = Int(lineStarts[line])
        let end = max(start, Int(min(offset, UInt32(text.count))))
        return SourcePosition(line: line + 1, column: columns.characterCount(of: start..<end, in: text) + 1)
    }

    /// How many Unicode code points of its line stand before an offset.
    package func codePoints(before offset: UInt32) -> Int {
        let start = Int(lineStarts[lineIndex(at: offset)])
        return columns.codePointCount(of: start..<max(start, Int(min(offset, UInt32(text.count)))), in: text)
    }

    /// The offsets of the line (from 1) without its line break, or nil where the file has no such line.
    package func offsets(ofLine number: Int) -> Range<UInt32>? {
        guard number >= 1, number <= lineStarts.count else { return nil }
        let start = Int(lineStarts[number - 1])
        var end = number < lineStarts.count ? Int(lineStarts[number]) : text.count
        if end > start, text[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return UInt32(start)..<UInt32(end)
    }

    /// The text of a line (from 1) without its line break, or nil where the file has no such line.
    package func line(_ number: Int) -> String? {
        offsets(ofLine: number).map { String(decoding: text[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self) }
    }

    /// The index of the last line that begins at or before an offset.
    private func lineIndex(at offset: UInt32) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
