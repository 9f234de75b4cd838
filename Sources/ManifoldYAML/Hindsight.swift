import ManifoldDiagnostics

/// What was found while reading, seen again once the whole text is known.
struct Hindsight {
    private let found: [Diagnostic]
    private let source: SourceText

    init(_ found: [Diagnostic], in source: SourceText) {
        self.found = found
        self.source = source
    }

    /// All that was found; an alias without an anchor is told of an anchor further down.
    var diagnostics: [Diagnostic] {
        // Looking takes time in a long text, and nobody reads further.
        found.enumerated().map { $0.offset < 10 ? knowingMore($0.element) : $0.element }
    }

    /// All that was found but what the fault that ended the reading led to: one line is seldom wrong in two ways.
    func diagnostics(before fault: Diagnostic) -> [Diagnostic] {
        guard let place = fault.primary?.span.start else { return diagnostics }
        let line = source.line(at: place)
        return diagnostics.filter { diagnostic in
            guard let start = diagnostic.primary?.span.start else { return true }
            return !(line.start...line.end).contains(Int(start))
        }
    }

    private func knowingMore(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.code.description == "yaml.unknown-anchor", let alias = diagnostic.primary?.span else {
            return diagnostic
        }
        let name = String(source.string(alias).dropFirst())
        guard let anchor = source.anchor(name, after: alias.end) else { return diagnostic }
        return YAMLDiagnostics.anchorBelow(diagnostic, name: name, at: anchor)
    }
}
