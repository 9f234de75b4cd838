import Synchronization

/// What came of the projects of the corpus, to be printed in the end.
final class CorpusFindings: Sendable {
    private struct Sums {
        var ran = 0
        var services = 0
        var skipped: [String: Int] = [:]
        var leftOut: [String: Int] = [:]
    }

    private let sums = Mutex(Sums())

    func ran(services: Int, without parts: Set<String>) {
        sums.withLock { sums in
            sums.ran += 1
            sums.services += services
            for part in parts { sums.leftOut[part, default: 0] += 1 }
        }
    }

    func skipped(_ reason: String) {
        sums.withLock { $0.skipped[reason, default: 0] += 1 }
    }

    /// How many projects ran.
    var count: Int { sums.withLock { $0.ran } }

    var text: String {
        sums.withLock { sums in
            let skipped = sums.skipped.values.reduce(0, +)
            return
                "corpus on the engine: \(sums.ran) projects ran with \(sums.services) services, \(skipped) were skipped"
                + Self.list("\n  skipped: ", sums.skipped) + Self.list("\n  ran without: ", sums.leftOut)
        }
    }

    private static func list(_ head: String, _ counts: [String: Int]) -> String {
        guard !counts.isEmpty else { return "" }
        return head
            + counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) × \($0.key)" }
            .joined(separator: "; ")
    }
}
