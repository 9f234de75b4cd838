/// Counts the characters of a stretch of a text, quickly even where a file is one long line with thousands of places in it.
struct ColumnIndex: Sendable {
    /// A line that people wrote is shorter than this.
    private static let longest = 16 << 10
    private static let step = 4096

    /// How many scalars stand before each 4,096th byte; none where each byte is a character.
    private let scalarCounts: [UInt32]

    init(_ text: [UInt8]) {
        scalarCounts = text.withUnsafeBufferPointer { text in
            // Nearly all files are ASCII alone, and one look over all bytes together costs next to nothing.
            guard text.reduce(0, |) >= 0x80 else { return [] }
            var counts: [UInt32] = []
            counts.reserveCapacity(text.count / Self.step + 1)
            var count: UInt32 = 0
            for start in stride(from: 0, to: text.count, by: Self.step) {
                counts.append(count)
                count += Self.scalarCount(of: text[start..<min(start + Self.step, text.count)])
            }
            return counts
        }
    }

    /// The number of characters; in a very long line that of scalars, which is nearly the same.
    func characterCount(of range: Range<Int>, in text: [UInt8]) -> Int {
        if scalarCounts.isEmpty { return range.count }
        return text.withUnsafeBufferPointer { text in
            guard range.count > Self.longest else {
                let bytes = text[range]
                return bytes.reduce(0, |) < 0x80 ? bytes.count : String(decoding: bytes, as: UTF8.self).count
            }
            return Int(
                scalarCount(before: range.upperBound, in: text) - scalarCount(before: range.lowerBound, in: text)
            )
        }
    }

    /// The number of Unicode code points.
    func codePointCount(of range: Range<Int>, in text: [UInt8]) -> Int {
        if scalarCounts.isEmpty { return range.count }
        return text.withUnsafeBufferPointer { text in
            guard range.count > Self.longest else { return Int(Self.scalarCount(of: text[range])) }
            return Int(
                scalarCount(before: range.upperBound, in: text) - scalarCount(before: range.lowerBound, in: text)
            )
        }
    }

    private func scalarCount(before offset: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let mark = min(offset / Self.step, scalarCounts.count - 1)
        return scalarCounts[mark] + Self.scalarCount(of: text[(mark * Self.step)..<offset])
    }

    private static func scalarCount(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
        bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}
