import ManifoldDiagnostics

/// One line of a source with the marks below it.
struct DiagnosticsExcerpt {
    /// One underlined stretch and the words behind the line under it.
    struct Mark {
        let span: SourceSpan
        let text: String?
        let tone: DiagnosticsPalette.Tone
    }

    let span: SourceSpan
    let line: Int
    let isPrimary: Bool
    var marks: [Mark]
    private let place: String
    private let cells: DiagnosticsCells
    /// Whether the line may hold a secret: then its number is all that is told of it.
    private let isHidden: Bool

    init(file: SourceFile, position: SourcePosition, mark: Mark, isPrimary: Bool) {
        span = mark.span
        line = position.line
        self.isPrimary = isPrimary
        marks = [mark]
        place = "\(AnsiSafe.line(file.name)):\(position.line):\(position.column)"
        let bytes = Self.bytes(around: Int(mark.span.start), in: file, line: position.line)
        isHidden = file.isConfidential
        cells = DiagnosticsCells(isHidden ? ArraySlice("(hidden)".utf8) : bytes)
    }

    /// The line, or of a very long one (a file of one line) the part around the place, which is all that can be shown.
    private static func bytes(around start: Int, in file: SourceFile, line: Int) -> ArraySlice<UInt8> {
        let reach = 4096
        let offsets = file.offsets(ofLine: line) ?? 0..<0
        let start = min(start, Int(offsets.upperBound))
        var first = max(Int(offsets.lowerBound), start - reach)
        let last = min(Int(offsets.upperBound), start + reach)
        while first < last, file.text[first] & 0xC0 == 0x80 { first += 1 }
        return file.text[first..<last]
    }

    /// Whether only a part of the line can be shown.
    func isLong(for width: Int) -> Bool {
        // The gutter is left out of account: its width depends on all excerpts together, and a few cells do not matter.
        cells.width > width
    }

    func lines(gutter: DiagnosticsGutter, palette: DiagnosticsPalette, width: Int) -> [String] {
        let stretches = marks.map { mark in
            isHidden
                ? cells.stretch(from: 0, to: "(hidden)".utf8.count)
                : cells.stretch(from: Int(mark.span.start), to: Int(mark.span.end))
        }
        let window = cells.window(around: stretches[0], width: max(width, 40))
        var lines = [gutter.arrow(place, isPrimary: isPrimary), gutter.line(), gutter.line(line, window.text)]
        for (mark, stretch) in zip(marks, stretches) {
            let shown = window.shown(stretch)
            let underline = String(repeating: mark.tone == .secondary ? "-" : "^", count: shown.count)
            let label = mark.text.map { " \($0)" } ?? ""
            let blanks = String(repeating: " ", count: shown.lowerBound)
            lines.append(gutter.line(nil, blanks + palette.paint(underline + label, mark.tone)))
        }
        return lines
    }
}
