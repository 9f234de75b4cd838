import ManifoldDiagnostics

/// Places in manifests as plans spell them: `manifold.yaml:12:17`.
struct PlanPlaces {
    let sources: SourceMap

    /// A place, or nil where the span belongs to no file of this run.
    func place(_ span: SourceSpan) -> String? {
        guard let file = sources.file(span.file) else { return nil }
        let position = file.position(at: span.start)
        return "\(AnsiSafe.line(file.name)):\(position.line):\(position.column)"
    }

    /// Where a value comes from: its place, the places that led there, and the variables that are part of it.
    func description(of origin: Origin) -> String? {
        guard var text = place(origin.span) else { return nil }
        for via in origin.via.compactMap(place) { text += " through \(via)" }
        if !origin.variables.isEmpty {
            text += " from \(origin.variables.map { "${\(AnsiSafe.line($0))}" }.joined(separator: ", "))"
        }
        return text
    }
}
