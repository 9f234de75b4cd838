import ManifoldDiagnostics

/// The bytes of one file while it is read, and what can be said of them without parsing.
struct SourceText {
    let file: FileID
    let bytes: UnsafeBufferPointer<UInt8>

    func span(_ start: UInt32, _ end: UInt32) -> SourceSpan {
        SourceSpan(file: file, start: start, end: end)
    }

    /// Where a value begins whose stretch begins with its anchor or tag: the caret should stand under the value.
    ///
    /// Where nothing follows them, the anchor and tag are all there is to point at.
    func valueStart(_ start: UInt32, before end: UInt32) -> UInt32 {
        var offset = Int(start)
        let end = min(Int(end), bytes.count)
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"):
                while offset < end, !isBlankOrBreak(bytes[offset]) { offset += 1 }
            case UInt8(ascii: "#"):
                while offset < end, !isBreak(bytes[offset]) { offset += 1 }
            case let byte where isBlankOrBreak(byte):
                offset += 1
            default:
                return UInt32(offset)
            }
        }
        return start
    }

    /// The end of a block scalar without the line breaks behind its last line.
    func trimmedEnd(_ end: UInt32, after start: UInt32) -> UInt32 {
        var offset = min(Int(end), bytes.count)
        while offset > Int(start), isBlankOrBreak(bytes[offset - 1]) { offset -= 1 }
        return UInt32(offset)
    }

    /// The first line that begins with `%` and has at least as many of its kind above it.
    func directive(after limit: Int) -> SourceSpan? {
        let percent = UInt8(ascii: "%")
        // Counting without looking at lines takes next to no time, and almost every text has fewer in all.
        guard bytes.reduce(0, { $0 &+ ($1 == percent ? 1 : 0) }) > limit else { return nil }
        var count = 0
        for offset in bytes.indices where bytes[offset] == percent && (offset == 0 || isBreak(bytes[offset - 1])) {
            count += 1
            if count > limit { return restOfLine(at: UInt32(offset)) }
        }
        return nil
    }

    /// Whether `{{` stands here: a template's placeholder, which YAML reads as two mappings.
    func looksLikeTemplate(at offset: UInt32) -> Bool {
        let offset = Int(offset)
        guard offset > 0, offset < bytes.count, bytes[offset] == UInt8(ascii: "{") else { return false }
        return bytes[offset - 1] == UInt8(ascii: "{")
    }

    func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    func isBlankOrBreak(_ byte: UInt8) -> Bool { isBlank(byte) || isBreak(byte) }
}
