/// Turns libyaml's marks, which count characters, into UTF-8 offsets.
struct OffsetMap {
    private let text: UnsafeBufferPointer<UInt8>
    /// Where libyaml's counting begins: behind a byte order mark.
    let base: Int
    private let isASCII: Bool
    // The character that was asked for last and its offset: marks come almost in order, so that walking from one to the
    // next costs one pass over the text altogether.
    private var character = 0
    private var offset: Int

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        base = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        isASCII = text.reduce(0, |) < 0x80
        offset = base
    }

    /// The offset of a character (a code point) by its number in the text.
    mutating func offset(ofCharacter wanted: Int) -> Int {
        if isASCII { return min(wanted, text.count) }
        while character < wanted, offset < text.count {
            offset += 1
            while offset < text.count, isContinuation(text[offset]) { offset += 1 }
            character += 1
        }
        while character > wanted, offset > base {
            offset -= 1
            while offset > base, isContinuation(text[offset]) { offset -= 1 }
            character -= 1
        }
        return offset
    }

    private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
