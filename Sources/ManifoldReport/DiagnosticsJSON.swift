import ManifoldDiagnostics
import ManifoldYAML

/// Diagnostics as one JSON document, with the numbers that an editor or a script needs.
struct DiagnosticsJSON {
    let sources: SourceMap

    func render(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let document = PlainValue.object(
            ("format_version", .string("1.0")),
            ("errors", .integer(errors)),
            ("warnings", .integer(diagnostics.count - errors)),
            ("diagnostics", .list(diagnostics.map(object)))
        )
        return JSONWriter.write(document, pretty: true) + "\n"
    }

    private func object(_ diagnostic: Diagnostic) -> PlainValue {
        .object(
            ("code", .string(diagnostic.code.description)),
            ("severity", .string(diagnostic.severity.rawValue)),
            ("message", .string(diagnostic.message)),
            ("primary", diagnostic.primary.flatMap(place) ?? .null),
            ("related", .list(diagnostic.related.compactMap(place))),
            ("help", diagnostic.help.map(PlainValue.string) ?? .null)
        )
    }

    private func place(_ label: Diagnostic.Label) -> PlainValue? {
        guard let region = DiagnosticsRegion(label.span, in: sources) else { return nil }
        return .object(
            ("file", .string(region.file.name)),
            ("start", position(region.start, region.span.start)),
            ("end", position(region.end, region.span.end)),
            ("text", label.text.map(PlainValue.string) ?? .null)
        )
    }

    private func position(_ position: SourcePosition, _ offset: UInt32) -> PlainValue {
        .object(
            ("line", .integer(position.line)),
            ("column", .integer(position.column)),
            ("offset", .integer(Int(offset)))
        )
    }
}

extension PlainValue {
    /// A mapping with the entries in the order written.
    static func object(_ entries: (String, PlainValue)...) -> PlainValue {
        .map(entries.map { Entry(key: $0.0, value: $0.1) })
    }
}
