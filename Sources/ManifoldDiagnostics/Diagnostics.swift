/// What all stages of a run have found so far; stages report and go on, so that one run shows every mistake.
package struct Diagnostics: Sendable {
    private var reported: [Diagnostic] = []
    private var known: Set<Mistake> = []
    /// How many of them are errors, those that are not kept counted in.
    package private(set) var errorCount = 0
    private var unkept = 0

    /// How many are kept: nobody reads more, and a hostile file must not fill the memory with its mistakes.
    package static let most = 1000

    package init() {}

    /// Adds a diagnostic, unless the same mistake has been told already.
    package mutating func report(_ diagnostic: Diagnostic) {
        let isKept = reported.count < Self.most
        if isKept {
            guard known.insert(Mistake(diagnostic)).inserted else { return }
            reported.append(diagnostic)
        } else {
            unkept += 1
        }
        if diagnostic.severity == .error { errorCount += 1 }
    }

    /// Adds all of another run.
    package mutating func report(contentsOf others: Diagnostics) {
        for diagnostic in others.reported { report(diagnostic) }
        unkept += others.unkept
    }

    package var hasErrors: Bool { errorCount > 0 }

    package var isEmpty: Bool { reported.isEmpty }

    /// All diagnostics in the order of a reader: by file and place, those without a place first; the last one tells of those
    /// that are not kept.
    package var sorted: [Diagnostic] {
        let ordered = reported.enumerated()
            .sorted { left, right in
                let leftKey = Self.key(left.element)
                let rightKey = Self.key(right.element)
                return leftKey == rightKey ? left.offset < right.offset : leftKey < rightKey
            }
            .map(\.element)
        return unkept == 0 ? ordered : ordered + [remainder]
    }

    private var remainder: Diagnostic {
        Diagnostic(
            Diagnostic.Code("diagnostics.too-many"),
            .warning,
            "\(unkept) more mistakes were found and are not shown",
            help: "mend some of those above and run again"
        )
    }

    private static func key(_ diagnostic: Diagnostic) -> (Int64, UInt32) {
        guard let span = diagnostic.primary?.span else { return (-1, 0) }
        return (Int64(span.file.rawValue), span.start)
    }
}

/// What makes two diagnostics one mistake: whoever mends the one has mended the other.
///
/// A value that ten services take over with `<<` or `extends` is read ten times, and a mistake in it is found ten times:
/// at one place, with one way out, and with no more than the service's name differing in the message.
private struct Mistake: Hashable {
    let code: Diagnostic.Code
    let severity: Diagnostic.Severity
    let message: String
    let place: Diagnostic.Label?
    let help: String?
    let related: [Diagnostic.Label]

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code
        severity = diagnostic.severity
        place = diagnostic.primary
        help = diagnostic.help
        // Without a place names are all that tells two mistakes apart.
        message = diagnostic.primary == nil ? diagnostic.message : Self.withoutNames(diagnostic.message)
        related = diagnostic.primary == nil ? diagnostic.related : []
    }

    /// The message with nothing between its backticks.
    private static func withoutNames(_ message: String) -> String {
        var isName = false
        let words = message.unicodeScalars.filter { character in
            if character == "`" { isName.toggle() }
            return character == "`" || !isName
        }
        return String(words)
    }
}
