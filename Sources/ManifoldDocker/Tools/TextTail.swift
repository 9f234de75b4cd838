/// The last lines of a text that comes in parts and may be long.
struct TextTail: Sendable {
    private let count: Int
    private var lines: [[UInt8]] = []
    private var open: [UInt8] = []

    /// Longer lines are cut: nobody reads a megabyte in one line.
    private static let longestLine = 4096

    init(lines count: Int) {
        self.count = count
    }

    mutating func append(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                lines.append(open)
                open = []
                if lines.count > 2 * count { lines.removeFirst(lines.count - count) }
            } else if open.count < Self.longestLine {
                open.append(byte)
            }
        }
    }

    var text: String {
        let all = open.isEmpty ? lines : lines + [open]
        return all.suffix(count).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
}
