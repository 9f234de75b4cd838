/// One thing to tell the author of a manifest: what is wrong, where, and what to write instead.
package struct Diagnostic: Hashable, Sendable {
    /// How much it matters: an error stops the run, a warning does not.
    package enum Severity: String, Sendable {
        case error
        case warning
    }

    /// The stable name of a kind of diagnostic, such as `manifest.unknown-key`; `docs/diagnostics.md` has a section for each.
    package struct Code: Hashable, Sendable, CustomStringConvertible {
        package let description: String

        package init(_ name: String) {
            description = name
        }
    }

    /// A place and the few words that stand under the caret.
    package struct Label: Hashable, Sendable {
        package let span: SourceSpan
        package let text: String?

        package init(_ span: SourceSpan, _ text: String? = nil) {
            self.span = span
            self.text = text
        }
    }

    package var code: Code
    package var severity: Severity
    /// One line, lower case, no full stop, names in backticks.
    package var message: String
    package var primary: Label?
    package var related: [Label]
    /// Of a circle of a thousand services nobody wants to see more places than these.
    private static let mostRelated = 50
    /// What to write instead, as a sentence fragment.
    package var help: String?

    package init(
        _ code: Code,
        _ severity: Severity = .error,
        _ message: String,
        at primary: Label? = nil,
        related: [Label] = [],
        help: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.primary = primary
        self.related = Array(related.prefix(Self.mostRelated))
        self.help = help
    }

    /// An error.
    package init(
        _ code: Code,
        _ message: String,
        at primary: Label? = nil,
        related: [Label] = [],
        help: String? = nil
    ) {
        self.init(code, .error, message, at: primary, related: related, help: help)
    }
}
