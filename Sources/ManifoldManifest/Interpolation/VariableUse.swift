package import ManifoldDiagnostics

/// A place where a manifest reads a variable, with what it says of it there.
package struct VariableUse: Hashable, Sendable {
    package let name: String
    /// What is taken where the variable is not set.
    package let defaultValue: String?
    /// What is taken where the variable is set.
    package let alternative: String?
    /// Whether the variable has to be set.
    package let isRequired: Bool
    package let span: SourceSpan

    init(_ expression: Substitution.Expression, at span: SourceSpan) {
        let operand = String(decoding: expression.operand, as: UTF8.self)
        name = expression.name
        defaultValue = expression.form == .defaulted ? operand : nil
        alternative = expression.form == .replaced ? operand : nil
        isRequired = expression.form == .required
        self.span = span
    }
}

extension VariableUse: Comparable {
    /// By name, and then by place.
    package static func < (left: VariableUse, right: VariableUse) -> Bool {
        if left.name != right.name { return left.name < right.name }
        return (left.span.file.rawValue, left.span.start) < (right.span.file.rawValue, right.span.start)
    }
}
