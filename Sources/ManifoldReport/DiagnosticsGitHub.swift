import ManifoldDiagnostics

/// Diagnostics as GitHub's workflow commands, which a runner turns into annotations beside the lines of a pull request.
struct DiagnosticsGitHub {
    let sources: SourceMap
    let paths: DiagnosticsPaths

    /// One line for each diagnostic.
    func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { command($0) + "\n" }.joined()
    }

    private func command(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.primary.flatMap { DiagnosticsRegion($0.span, in: sources) }.map(properties) ?? []
        let all = place + [("title", diagnostic.code.description)]
        let text = all.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
        return "::\(diagnostic.severity.rawValue) \(text)::\(Self.data(message(diagnostic)))"
    }

    private func properties(_ region: DiagnosticsRegion) -> [(String, String)] {
        var properties = [
            ("file", paths.path(of: region.file)), ("line", String(region.start.line)),
            ("endLine", String(region.end.line)),
        ]
        // GitHub refuses columns of a stretch that has more than one line.
        if region.start.line == region.end.line {
            let start = region.inCodePoints(region.start, at: region.span.start)
            let end = region.inCodePoints(region.end, at: region.span.end)
            properties += [("col", String(start.column)), ("endColumn", String(end.column))]
        }
        return properties
    }

    /// An annotation shows one place only, so the others stand in its text.
    private func message(_ diagnostic: Diagnostic) -> String {
        var lines = [AnsiSafe.line(diagnostic.message)]
        if let label = diagnostic.primary?.text { lines[0] += " (\(AnsiSafe.line(label)))" }
        for label in diagnostic.related {
            guard let region = DiagnosticsRegion(label.span, in: sources) else { continue }
            lines.append(AnsiSafe.line("\(region.description): \(label.text ?? "see here")"))
        }
        if let help = diagnostic.help {
            lines.append("help: " + AnsiSafe.lines(help).joined(separator: "\n"))
        }
        return lines.joined(separator: "\n")
    }

    private static func data(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
