import ManifoldDiagnostics

/// What can be seen of a text's bytes when it is no YAML at all.
extension SourceText {
    /// Whether one of the first two bytes is a NUL byte and the other is not.
    var looksLikeUTF16: Bool {
        bytes.count >= 4 && (bytes[0] == 0) != (bytes[1] == 0) && (bytes[0] == 0) == (bytes[2] == 0)
            && (bytes[1] == 0) == (bytes[3] == 0)
    }

    /// The first byte of a line that belongs to no character.
    func invalidByte(inLineAt place: UInt32) -> UInt32? {
        let line = line(at: place)
        var end = line.end
        while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
        var offset = line.start
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes[line.start..<end].makeIterator()
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded): offset += encoded.count
            case .error: return UInt32(offset)
            case .emptyInput: return nil
            }
        }
    }

    /// Characters that look like spaces before the text of a line, with the first of them.
    func hardSpaces(before line: Line) -> (Unicode.Scalar, SourceSpan)? {
        let text = String(decoding: bytes[line.textStart..<line.end], as: UTF8.self).unicodeScalars
        let spaces = text.prefix {
            $0.value > 0x7F && ($0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}")
        }
        guard let first = spaces.first else { return nil }
        let width = spaces.reduce(0) { $0 + UTF8.width($1) }
        return (first, span(UInt32(line.textStart), UInt32(line.textStart + width)))
    }

    /// The lines that git leaves where it could not merge: `<<<<<<<`, `=======`, `>>>>>>>` and perhaps `|||||||`.
    var conflictMarks: [SourceSpan] {
        var marks: [SourceSpan] = []
        var offset = 0
        while offset < bytes.count {
            let sign = bytes[offset]
            var end = offset
            while end < bytes.count, bytes[end] == sign { end += 1 }
            if "<=>|".utf8.contains(sign), end == offset + 7, end == bytes.count || isBlankOrBreak(bytes[end]) {
                marks.append(restOfLine(at: UInt32(offset)))
                if sign == UInt8(ascii: ">") || marks.count == 4 { break }
            }
            while offset < bytes.count, !isBreak(bytes[offset]) { offset += 1 }
            offset += 1
        }
        return marks.first.map { bytes[Int($0.start)] == UInt8(ascii: "<") } == true ? marks : []
    }

    /// Where a name is given as an anchor behind an offset.
    func anchor(_ name: String, after offset: UInt32) -> SourceSpan? {
        let wanted = Array("&\(name)".utf8)
        var start = Int(offset)
        while start + wanted.count <= bytes.count {
            if bytes[start] == wanted[0], bytes[start..<start + wanted.count].elementsEqual(wanted) {
                let end = start + wanted.count
                let begins = start == 0 || isBlankOrBreak(bytes[start - 1]) || "[{,".utf8.contains(bytes[start - 1])
                if begins, end == bytes.count || isBlankOrBreak(bytes[end]) { return span(UInt32(start), UInt32(end)) }
            }
            start += 1
        }
        return nil
    }
}
