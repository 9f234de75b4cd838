package import ManifoldDiagnostics

/// Reads YAML text into located nodes: syntax by libyaml, then anchors, aliases, merge keys and tags resolved.
package struct YAMLParser {
    private let limits: YAMLLimits

    package init(limits: YAMLLimits = .standard) {
        self.limits = limits
    }

    /// All documents of a file, in order; an empty file has none.
    ///
    /// A mistake that leaves the rest readable (a key given twice) is reported and the trees returned all the same, so
    /// that one run finds the mistakes of the later stages too. The result is nil only after an error behind which
    /// nothing can be read.
    package func parse(_ file: SourceFile, as id: FileID, reporting diagnostics: inout Diagnostics) -> [Node]? {
        guard file.text.count <= min(limits.bytes, Int(UInt32.max)) else {
            diagnostics.report(YAMLDiagnostics.tooLarge(file, id: id, limit: limits.bytes))
            return nil
        }
        return file.text.withUnsafeBufferPointer { text in
            let source = SourceText(file: id, bytes: text)
            if let directive = source.directive(after: limits.directives) {
                diagnostics.report(YAMLDiagnostics.tooManyDirectives(at: directive, limit: limits.directives))
                return nil
            }
            var stream = EventStream(text)
            var builder = TreeBuilder(source: source, limits: limits)
            let outcome = builder.build(from: &stream)
            let hindsight = Hindsight(builder.diagnostics, in: source)
            switch outcome {
            case .documents(let documents):
                for diagnostic in hindsight.diagnostics { diagnostics.report(diagnostic) }
                return documents
            case .refused:
                for diagnostic in hindsight.diagnostics { diagnostics.report(diagnostic) }
                return nil
            case .fault(let fault):
                let fault = SyntaxDiagnosis(of: fault, in: source).diagnostic
                for diagnostic in hindsight.diagnostics(before: fault) { diagnostics.report(diagnostic) }
                diagnostics.report(fault)
                return nil
            }
        }
    }
}
