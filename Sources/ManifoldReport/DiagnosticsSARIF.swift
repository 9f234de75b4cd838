import ManifoldDiagnostics
import ManifoldYAML

/// Diagnostics as one run in SARIF 2.1.0 (OASIS), the form that code scanning services take.
struct DiagnosticsSARIF {
    let sources: SourceMap
    let paths: DiagnosticsPaths

    func render(_ diagnostics: [Diagnostic]) -> String {
        let codes = Array(Set(diagnostics.map(\.code.description))).sorted()
        let indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
        let driver = PlainValue.object(("name", .string("manifold")), ("rules", .list(codes.map(rule))))
        let run = PlainValue.object(
            ("tool", .object(("driver", driver))),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .list(diagnostics.map { result($0, rule: indices[$0.code.description] ?? -1) }))
        )
        let document = PlainValue.object(
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", .string("2.1.0")),
            ("runs", .list([run]))
        )
        return JSONWriter.write(document, pretty: true) + "\n"
    }

    private func rule(_ code: String) -> PlainValue {
        let entry = DiagnosticsCatalogue.entries[code]
        let meaning = entry?.meaning ?? code
        let remedy = entry?.remedy ?? ""
        return .object(
            ("id", .string(code)),
            ("shortDescription", text(meaning)),
            ("help", text(remedy.isEmpty ? meaning : remedy))
        )
    }

    private func result(_ diagnostic: Diagnostic, rule: Int) -> PlainValue {
        let help = diagnostic.help.map { "\nhelp: \($0)" } ?? ""
        let places = [diagnostic.primary].compactMap { $0.flatMap { location($0) } }
        let related = diagnostic.related.enumerated()
            .compactMap { location($0.element, id: $0.offset + 1) }
        return .object(
            ("ruleId", .string(diagnostic.code.description)),
            ("ruleIndex", .integer(rule)),
            ("level", .string(diagnostic.severity.rawValue)),
            ("message", text(diagnostic.message + help)),
            ("locations", .list(places)),
            ("relatedLocations", .list(related))
        )
    }

    private func location(_ label: Diagnostic.Label, id: Int? = nil) -> PlainValue? {
        guard let region = DiagnosticsRegion(label.span, in: sources) else { return nil }
        let start = region.inCodePoints(region.start, at: region.span.start)
        let end = region.inCodePoints(region.end, at: region.span.end)
        let stretch = PlainValue.object(
            ("startLine", .integer(start.line)),
            ("startColumn", .integer(start.column)),
            ("endLine", .integer(end.line)),
            ("endColumn", .integer(end.column))
        )
        var entries: [PlainValue.Entry] = []
        if let id { entries.append(PlainValue.Entry(key: "id", value: .integer(id))) }
        let artifact = PlainValue.object(("uri", .string(paths.uri(of: region.file))))
        let place = PlainValue.object(("artifactLocation", artifact), ("region", stretch))
        entries.append(PlainValue.Entry(key: "physicalLocation", value: place))
        if let words = label.text { entries.append(PlainValue.Entry(key: "message", value: text(words))) }
        return .map(entries)
    }

    private func text(_ words: String) -> PlainValue {
        // `{0}` would be a placeholder to fill in, and doubling the braces makes it text again.
        let isPlain = !words.utf8.contains(UInt8(ascii: "{"))
        return .object(("text", .string(isPlain ? words : words.replacing(/\{([0-9]+)\}/) { "{{\($0.1)}}" })))
    }
}
