import ManifoldDiagnostics

/// A mistake in an env file, with its place.
struct EnvFileProblem: Error {
    enum Reason {
        case badName
        case noName
        case openQuote
        case substitution(Substitution.Problem)
    }

    let reason: Reason
    let span: SourceSpan

    init(_ reason: Reason, at span: SourceSpan) {
        self.reason = reason
        self.span = span
    }
}
