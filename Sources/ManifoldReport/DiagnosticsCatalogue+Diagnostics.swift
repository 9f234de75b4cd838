// Written by scripts/check-diagnostics.sh --update from docs/diagnostics.md.
// swift-format-ignore-file
extension DiagnosticsCatalogue {
    static let diagnostics: [Entry] = [
        Entry(
            "diagnostics.too-many",
            "More than 1,000 mistakes were found; the first 1,000 are shown.",
            "Mend some of those above and run again."
        ),
    ]
}
