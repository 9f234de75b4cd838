import ManifoldDiagnostics
import ManifoldYAML

/// The wording of what is wrong with keys that stand too far to the left or to the right.
extension Diagnostic {
    static func unknownKey(_ field: Field, kind: String, known: some Sequence<String>) -> Diagnostic {
        let place = if case .manifest = field.subject { "at the top level" } else { "in \(field.subject)" }
        var label = "not a \(kind) key"
        var help = "remove it, or call it `x-\(field.key)` if it is for another tool"
        if let first = field.key.unicodeScalars.first, first.value > 0x7F, first.properties.isWhitespace {
            let digits = String(first.value, radix: 16, uppercase: true)
            label = "begins with U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
            help = "replace what looks like spaces before it by plain spaces"
        } else if let meant = placement(of: field) {
            help = meant
        } else if let suggestion = Suggestion.nearest(to: field.key, among: known) {
            help = "did you mean `\(suggestion)`?"
        }
        return Diagnostic(
            Code("manifest.unknown-key"),
            "unknown key `\(field.key)` \(place)",
            at: Label(field.keySpan, label),
            help: help
        )
    }

    /// Any `x-` may be meant for another tool, but one that is nearly ours would be passed over without a word.
    static func misspeltExtension(_ field: Field, meant: String) -> Diagnostic {
        Diagnostic(
            Code("manifest.misspelt-extension"),
            .warning,
            "`\(field.key)` in \(field.subject) is left to other tools, as every unknown `x-` is",
            at: Label(field.keySpan, "not `\(meant)`"),
            help: "did you mean `\(meant)`?"
        )
    }

    /// Where a key would mean something.
    private static func placement(of field: Field) -> String? {
        let isServiceKey = KeyTable.service.index(of: field.key) != nil
        switch field.subject {
        case .manifest:
            if isServiceKey { return "it is a key of services: indent it deeper, below the name of one" }
            return field.looksLikeService ? "put it below `services:`, indented deeper" : nil
        case .named("service", _):
            if KeyTable.manifest.index(of: field.key) != nil {
                return "it is a key of the top level: take the spaces before it away"
            }
            return parts.first { $0.keys.contains(field.key) }
                .map { "it is a key of `\($0.name)`: write it there, indented deeper" }
        case .value(_, let subject), .entry(_, let subject):
            guard isServiceKey, subject.isInService else { return nil }
            return "it is a key of the service: take spaces before it away until it stands below the others"
        default: return nil
        }
    }

    /// Parts of a service whose keys people write beside them.
    private static let parts: [(name: String, keys: [String])] = [
        ("healthcheck", KeyTable.healthCheck.names), ("deploy", KeyTable.deploy.names),
        ("deploy.resources", KeyTable.resources.names), ("build", KeyTable.build.names),
    ]

    /// `ports:` at the depth of the services' names.
    static func serviceKeyAmongServices(_ field: Field) -> Diagnostic {
        Diagnostic(
            Code("manifest.misplaced-key"),
            "`\(field.key)` stands among the names of services, and is a key of one",
            at: Label(field.keySpan),
            help: "indent it deeper, below the name of its service"
        )
    }

    /// A service's name with nothing below it.
    static func emptyService(_ field: Field) -> Diagnostic {
        wrongType(
            field,
            expected: "a mapping",
            help: "write its keys below it, indented deeper; it needs `image` at least"
        )
    }
}

extension Field {
    /// Whether the value has keys that only services have.
    var looksLikeService: Bool {
        let keys = value.pairs?.compactMap { $0.key.scalarText } ?? []
        return keys.contains("image") || keys.contains("build")
    }

    /// Whether the value has any key of a service.
    var hasServiceKeys: Bool {
        value.pairs?.contains { $0.key.scalarText.map { KeyTable.service.index(of: $0) != nil } ?? false } ?? false
    }
}

extension Subject {
    /// Whether it is a service or a part of one.
    fileprivate var isInService: Bool {
        switch self {
        case .manifest: false
        case .named(let kind, _): kind == "service"
        case .value(_, let subject), .entry(_, let subject): subject.isInService
        }
    }
}
