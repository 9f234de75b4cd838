import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections
import Testing

@testable import ManifoldManifest

/// So many services that they are read side by side.
@Suite("Many services")
struct ManyServicesTests {
    private static let count = 700

    private func text(_ lines: (Int) -> String) -> String {
        "services:\n" + (0..<Self.count).map { "  s\($0):\n    image: i\($0)\n\(lines($0))" }.joined()
    }

    @Test("They are the same as read in turn, in the same order")
    func same() throws {
        // A file that is named by one of them has all of them read in turn.
        let lines: (Int) -> String = { number in
            number.isMultiple(of: 3)
                ? "    cpu_percent: 5\n" : "    labels: {n: \(number), answer: yes}\n    ports: [\"22:22\"]\n"
        }
        let sideBySide = Loaded(text(lines))
        let inTurn = Loaded(text(lines) + "    env_file: [{path: none, required: false}]\n")
        let manifest = try #require(sideBySide.manifest)
        let other = try #require(inTurn.manifest)
        #expect(Array(manifest.services.keys) == (0..<Self.count).map { "s\($0)" })
        // The last one is longer by that line.
        for (one, same) in zip(manifest.services.values, other.services.values).dropLast() {
            #expect("\(one.normal)" == "\(same.normal)")
        }
        #expect(manifest.idleKeys.map(\.span) == other.idleKeys.map(\.span))
        #expect(sideBySide.places == inTurn.places)
        #expect(!sideBySide.places.isEmpty)
    }

    @Test("A mistake in one of them is told once, with its way out")
    func mistake() {
        let loaded = Loaded(text { $0 == 500 ? "    comand: run\n" : "" })
        #expect(loaded.places == ["compose.yaml:1004:5 manifest.unknown-key"])
        #expect(loaded.helps.first?.contains("`command`") == true)
    }

    @Test("What they may have together does not depend on where they are read")
    func limit() {
        let loaded = Loaded(text { _ in "    ports: [\"8000-8199:8000-8199\"]\n" })
        #expect(loaded.places.map { $0.split(separator: " ").last } == ["manifest.too-many-ports"])
    }
}
