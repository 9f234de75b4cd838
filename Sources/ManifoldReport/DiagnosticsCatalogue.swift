/// What `docs/diagnostics.md` says of each code in a sentence or two, for services that list the kinds of findings.
///
/// The tables beside this file are written by `scripts/check-diagnostics.sh --update`.
enum DiagnosticsCatalogue {
    struct Entry {
        let code: String
        /// What it means.
        let meaning: String
        /// What to do about it.
        let remedy: String

        init(_ code: String, _ meaning: String, _ remedy: String) {
            self.code = code
            self.meaning = meaning
            self.remedy = remedy
        }
    }

    private static let tables = [diagnostics, yaml, graph, manifestAToL, manifestMToZ, plan]

    static let entries: [String: Entry] = Dictionary(
        uniqueKeysWithValues: tables.joined().map { ($0.code, $0) }
    )
}
