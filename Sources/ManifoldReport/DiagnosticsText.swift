package import ManifoldDiagnostics

/// Diagnostics as a person reads them in a terminal: what is wrong, the lines in question with carets, and the help.
package struct DiagnosticsText {
    private let sources: SourceMap
    private let palette: DiagnosticsPalette
    private let width: Int

    /// Lines longer than `width` cells are shown only around the place in question.
    package init(sources: SourceMap, color: Bool, width: Int = 120) {
        self.sources = sources
        self.palette = DiagnosticsPalette(color: color)
        self.width = width
    }

    /// All diagnostics in the order given, an empty line between two, a line break at the end; nothing gives nothing.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { lines(of: $0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private func lines(of diagnostic: Diagnostic) -> [String] {
        let excerpts = excerpts(of: diagnostic)
        let digits = excerpts.map { String($0.line).count }.max() ?? 1
        let gutter = DiagnosticsGutter(digits: digits, palette: palette)
        var lines = [header(diagnostic)]
        for excerpt in excerpts {
            lines += excerpt.lines(gutter: gutter, palette: palette, width: width)
        }
        if let help = diagnostic.help {
            lines += note(help, gutter: gutter)
        }
        return lines
    }

    private func header(_ diagnostic: Diagnostic) -> String {
        let severity = diagnostic.severity
        let head = palette.paint("\(severity.rawValue)[\(diagnostic.code)]", severity == .error ? .error : .warning)
        return head + palette.paint(": \(AnsiSafe.line(diagnostic.message))", .strong)
    }

    private func note(_ help: String, gutter: DiagnosticsGutter) -> [String] {
        AnsiSafe.lines(help).enumerated()
            .map { index, line in
                index == 0 ? gutter.note("help: \(line)") : gutter.continuation(indentedBy: "help: ".count) + line
            }
    }

    /// One excerpt for each line that has a label, the primary one first.
    private func excerpts(of diagnostic: Diagnostic) -> [DiagnosticsExcerpt] {
        var excerpts: [DiagnosticsExcerpt] = []
        let primary = diagnostic.primary.map { [($0, true)] } ?? []
        for (label, isPrimary) in primary + diagnostic.related.map({ ($0, false) }) {
            guard let file = sources.file(label.span.file) else { continue }
            let mark = DiagnosticsExcerpt.Mark(
                span: label.span,
                text: label.text.map(AnsiSafe.line),
                tone: !isPrimary ? .secondary : diagnostic.severity == .error ? .error : .warning
            )
            let position = file.position(at: label.span.start)
            let known = excerpts.firstIndex { $0.span.file == label.span.file && $0.line == position.line }
            if let known, !excerpts[known].isLong(for: width) {
                excerpts[known].marks.append(mark)
            } else {
                excerpts.append(DiagnosticsExcerpt(file: file, position: position, mark: mark, isPrimary: isPrimary))
            }
        }
        return excerpts
    }
}
