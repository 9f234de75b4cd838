import ManifoldDiagnostics
import ManifoldYAML

/// A service's `healthcheck`.
extension ManifestDecoder {
    /// A string is a shell command; a list begins with the word that says what the rest is.
    fileprivate mutating func healthTest(_ field: Field) -> Sourced<[String]>? {
        if field.value.items == nil {
            guard field.value.pairs == nil, field.value.resolved == .string else {
                diagnostics.report(.wrongType(field, expected: "a string or a list"))
                return nil
            }
            return string(field).map { text in text.map { ["CMD-SHELL", $0] } }
        }
        let test = words(field)
        guard let first = test.value.first else { return nil }
        if ["CMD", "CMD-SHELL", "NONE"].contains(first) { return test }
        diagnostics.report(.badHealthTest(field))
        return nil
    }
}

extension KeyTable where Target == HealthCheck {
    /// The keys of `healthcheck`.
    static let healthCheck = KeyTable(
        "health check",
        [
            "test": KeyRow(.stringOrList) { check, field, decoder in
                check.test = decoder.healthTest(field)
                return check.test.map { Node.normal($0.value, from: $0.origin).placed(like: field.value) }
            },
            "timeout": .duration(\.timeout),
            "interval": .duration(\.interval),
            "retries": .integer(\.retries, atLeast: 0, kept: true),
            "start_period": .duration(\.startPeriod),
            "start_interval": .carried(.duration),
            "disable": .bool(\.isDisabled),
        ]
    )
}
