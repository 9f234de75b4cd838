import Synchronization
import Testing

/// Whatever somebody does to a system, or changes in a manifest: plans say exactly what, and applies mend it.
///
/// The tables in `TruthMatrix` have the mutations with all that is expected; `MatrixTable` says how they are written.
extension OnEngine.Truth {
    @Suite("mutations by hand", .serialized) struct MutationsByHand {
        private static let tables = MatrixTable.all("by-hand")
        private static let count = MutationCount("live", of: tables)

        @Test("each is told with its field and cause, mended as the plan says, and empty after", arguments: tables)
        func told(_ table: MatrixTable) async throws {
            Self.count.add(table, problems: try await table.run())
        }

        @Test("there are 60 of them")
        func size() { #expect(Self.tables.map(\.mutations).reduce(0, +) >= 60) }
    }

    @Suite("mutations of the manifest", .serialized) struct MutationsOfTheManifest {
        private static let tables = MatrixTable.all("by-manifest")
        private static let count = MutationCount("manifest", of: tables)

        @Test("each is told with its field and cause, mended as the plan says, and empty after", arguments: tables)
        func told(_ table: MatrixTable) async throws {
            Self.count.add(table, problems: try await table.run())
        }

        @Test("there are 60 of them")
        func size() { #expect(Self.tables.map(\.mutations).reduce(0, +) >= 60) }
    }
}

extension MatrixTable {
    /// How many mutations it has.
    var mutations: Int { rows.reduce(0) { $0 + $1.rounds.count } }

    /// The rows that are about what the engine has.
    var rowsForThisEngine: [MatrixRow] { rows.filter(\.isForThisEngine) }

    /// Takes all rows through their rounds, and returns how much was not as the table says.
    fileprivate func run() async throws -> Int {
        var problems = 0
        try await TestSystem.run { system in
            var run = MatrixRun(rowsForThisEngine, on: system)
            try await run.run()
            problems = run.problems
        }
        return problems
    }
}

extension MatrixRow {
    fileprivate var isForThisEngine: Bool {
        !(sinceAPI.map(Engine.isOlder) ?? false) && beforeAPI.map(Engine.isOlder) ?? true
    }
}

/// Counts the mutations of tables that came to their end, and prints the sum after the last.
final class MutationCount: Sendable {
    private struct Sum {
        var tables: Int
        var told = 0
        var skipped = 0
        var problems = 0
    }

    private let kind: String
    private let sum: Mutex<Sum>

    init(_ kind: String, of tables: [MatrixTable]) {
        self.kind = kind
        sum = Mutex(Sum(tables: tables.count))
    }

    /// Adds a table that was taken to its end.
    func add(_ table: MatrixTable, problems: Int) {
        sum.withLock { sum in
            let told = table.rowsForThisEngine.reduce(0) { $0 + $1.rounds.count }
            sum.told += told
            sum.skipped += table.mutations - told
            sum.problems += problems
            sum.tables -= 1
            guard sum.tables == 0 else { return }
            let verdict = sum.problems == 0 ? "all told, mended and empty after" : "\(sum.problems) problems"
            let others = sum.skipped == 0 ? "" : " (\(sum.skipped) are for other engines)"
            print("truth matrix: \(sum.told) \(kind) mutations, \(verdict)\(others)")
        }
    }
}
