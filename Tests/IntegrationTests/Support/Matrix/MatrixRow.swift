/// One row of the truth matrix: a service of its own, and what happens to it, round by round.
struct MatrixRow: Sendable {
    let title: String
    /// The name that the row's service has, and that everything else of the row has in its own.
    let name: String
    /// Commands before the first apply.
    var preparation: [String] = []
    var start = MatrixManifest()
    var rounds: [MatrixRound] = []
    /// The lowest version of the engine's API that the row is about, and the first that it is no longer about.
    var sinceAPI: String?
    var beforeAPI: String?
}

/// What a row has in the manifest.
struct MatrixManifest: Equatable, Sendable {
    enum Section: Hashable, Comparable, Sendable {
        case service(String)
        case networks
        case volumes
        case configs
        case secrets
    }

    /// Lines by section; those of services stand below the service's name, the others below the section's key.
    var lines: [Section: [String]] = [.service(""): []]
}

/// Something that happens to a row, and what is expected then.
struct MatrixRound: Sendable {
    enum Mutation: Sendable {
        /// Commands that somebody runs, and whose results stay.
        case live([String])
        case manifest(MatrixManifest)
    }

    var mutation: Mutation
    /// Errors of the plan that keep everything from being done, and the commands that take their reasons away.
    var errors: [String] = []
    var ways: [String] = []
    /// Exactly what the plan changes.
    var changes: [PlannedChange] = []
    var notes: [String] = []
    /// Whether the container is to be another one than before: somebody moved what the manifest names.
    var isMendedByChange = false
    /// Templates and what the engine answers to them in the end.
    var answers: [(template: String, value: String)] = []
}

extension MatrixRow {
    /// What stands in tables for names that are known only when a test runs.
    func expand(_ text: String, in system: String) -> String {
        // Names in an image may begin with the word.
        text.replacing(/\bAPP\b/, with: "\(system)-\(name)-1").replacing("ROW", with: name)
            .replacing("SYS", with: system)
    }

    /// The other way round, so that what a plan says can be read like the table.
    func collapse(_ text: String, in system: String) -> String {
        text.replacing("\(system)-\(name)-1", with: "APP").replacing(system, with: "SYS").replacing(name, with: "ROW")
    }
}
