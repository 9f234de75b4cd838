/// What all stages of a run have found so far; stages report and go on, so that one run shows every mistake.
package struct Diagnostics: Sendable {
    private var reported: [Diagnostic] = []
    private var known: Set<Diagnostic> = []

    package init() {}

    /// Adds a diagnostic; the same one reported twice (a node reached through two aliases) counts once.
    package mutating func report(_ diagnostic: Diagnostic) {
        if known.insert(diagnostic).inserted { reported.append(diagnostic) }
    }

    package var hasErrors: Bool {
        reported.contains { $0.severity == .error }
    }

    package var isEmpty: Bool { reported.isEmpty }

    package var errorCount: Int { reported.count { $0.severity == .error } }

    /// All diagnostics in the order of a reader: by file and place, those without a place first.
    package var sorted: [Diagnostic] {
        reported.enumerated()
            .sorted { left, right in
                let leftKey = Self.key(left.element)
                let rightKey = Self.key(right.element)
                return leftKey == rightKey ? left.offset < right.offset : leftKey < rightKey
            }
            .map(\.element)
    }

    private static func key(_ diagnostic: Diagnostic) -> (Int64, UInt32) {
        guard let span = diagnostic.primary?.span else { return (-1, 0) }
        return (Int64(span.file.rawValue), span.start)
    }
}
