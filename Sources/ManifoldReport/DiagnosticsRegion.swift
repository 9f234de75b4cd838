import ManifoldDiagnostics

/// A span in the numbers that programs take.
struct DiagnosticsRegion {
    let file: SourceFile
    let span: SourceSpan
    /// Line and column of the first character.
    let start: SourcePosition
    /// Line and column behind the last one.
    let end: SourcePosition

    /// Nil where the span is of no known file.
    init?(_ span: SourceSpan, in sources: SourceMap) {
        guard let file = sources.file(span.file) else { return nil }
        let limit = UInt32(file.text.count)
        self.file = file
        self.span = SourceSpan(file: span.file, start: min(span.start, limit), end: min(span.end, limit))
        start = file.position(at: self.span.start)
        end = file.position(at: self.span.end)
    }

    /// A position whose column counts Unicode code points.
    func inCodePoints(_ position: SourcePosition, at offset: UInt32) -> SourcePosition {
        SourcePosition(line: position.line, column: file.codePoints(before: offset) + 1)
    }

    /// `file:line:column`.
    var description: String { "\(file.name):\(start.line):\(start.column)" }
}
