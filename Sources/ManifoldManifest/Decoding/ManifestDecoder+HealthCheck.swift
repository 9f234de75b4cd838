import ManifoldDiagnostics
import ManifoldYAML

/// A service's `healthcheck`.
extension ManifestDecoder {
    mutating func healthCheck(_ field: Field) -> HealthCheck {
        var check = HealthCheck(origin: field.origin)
        decode(field, by: .healthCheck, into: &check)
        return check
    }

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
            "disable": .bool(\.isDisabled),
            "interval": .duration(\.interval),
            "retries": .integer(\.retries, atLeast: 0),
            "start_period": .duration(\.startPeriod),
            "test": KeyRow { $0.test = $2.healthTest($1) },
            "timeout": .duration(\.timeout),
        ],
        unsupported: ["start_interval"]
    )
}
