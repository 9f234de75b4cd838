/// A line as a terminal shows it: characters in cells, so that a caret stands under the right one.
struct DiagnosticsCells {
    private struct Piece {
        let text: String
        /// The offset in the file of its first byte.
        let offset: Int
        /// The cell in which it begins.
        let cell: Int
        let width: Int
    }

    /// What is shown of a line.
    struct Window {
        let text: String
        /// Where cells of the line are found in the text: that much to the left.
        fileprivate let shift: Int
        /// The cells of the line that are shown.
        fileprivate let cells: Range<Int>

        /// Where a stretch of the line stands in the text, clipped to what is shown.
        func shown(_ stretch: Range<Int>) -> Range<Int> {
            let start = min(max(stretch.lowerBound, cells.lowerBound), cells.upperBound) - shift
            let end = min(stretch.upperBound, cells.upperBound) - shift
            return start..<max(end, start + 1)
        }
    }

    private static let tab = "    "
    private var pieces: [Piece] = []
    private let end: Int
    /// How many cells the whole line takes.
    private(set) var width = 0

    /// The bytes of one line; their indices are offsets in the file.
    init(_ bytes: ArraySlice<UInt8>) {
        end = bytes.endIndex
        let text = String(decoding: bytes, as: UTF8.self)
        if text.utf8.elementsEqual(bytes) {
            var offset = bytes.startIndex
            for character in text {
                append(character, at: offset)
                offset += character.utf8.count
            }
        } else {
            appendBroken(bytes)
        }
    }

    /// A line that is no UTF-8: what belongs to no character is shown as U+FFFD.
    private mutating func appendBroken(_ bytes: ArraySlice<UInt8>) {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = bytes.startIndex
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                append(Character(Unicode.UTF8.decode(encoded)), at: offset)
                offset += encoded.count
            case .error(let length):
                append("\u{FFFD}", at: offset)
                offset += length
            case .emptyInput:
                return
            }
        }
    }

    private mutating func append(_ character: Character, at offset: Int) {
        let raw = String(character)
        let text = character == "\t" ? Self.tab : character.isEmoji ? raw : AnsiSafe.line(raw)
        let cells = text == raw ? character.cellCount : text.count
        pieces.append(Piece(text: text, offset: offset, cell: width, width: cells))
        width += cells
    }

    /// The cells of a stretch of the file, clipped to this line; at least one, behind the line where it has no more.
    func stretch(from start: Int, to end: Int) -> Range<Int> {
        let first = start >= self.end ? width : pieces.last { $0.offset <= start }?.cell ?? 0
        let last = pieces.first { $0.offset >= end }?.cell ?? width
        return first..<max(last, first + 1)
    }

    /// The line, or where it is too long the part of it around a stretch, with `…` where something is left out.
    func window(around stretch: Range<Int>, width limit: Int) -> Window {
        guard width > limit else {
            return Window(text: pieces.map(\.text).joined(), shift: 0, cells: 0..<width + 1)
        }
        let wanted = stretch.lowerBound < limit * 2 / 3 ? 0 : stretch.lowerBound - limit / 3
        let start = pieces.first { $0.cell >= wanted }?.cell ?? width
        let shown = pieces.filter { $0.cell >= start && $0.cell + $0.width <= start + limit }
        let end = shown.last.map { $0.cell + $0.width } ?? start
        let isCutBefore = start > 0
        let text = (isCutBefore ? "…" : "") + shown.map(\.text).joined() + (end < width ? "…" : "")
        return Window(text: text, shift: isCutBefore ? start - 1 : 0, cells: start..<end + 1)
    }
}
