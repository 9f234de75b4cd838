import FoundationEssentials
import ManifoldPlan
import ManifoldTestSupport
import Testing

@Suite("Worked examples of docs/planning.md")
struct WorkedExampleTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    private static let cases = GoldenCase.all(below: tests.appending(path: "cases", directoryHint: .isDirectory))
    private static let page = GeneratedParts(
        "example",
        of: tests.appending(path: "../../docs/planning.md").standardizedFileURL
    )

    @Test("each example is what its golden case says")
    func texts() async throws {
        let differences = try await Self.page.differences { try await WorkedExample($0, among: Self.cases).text() }
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test("there is one for each thing that a plan can do, and each thing that it leaves alone and tells")
    func actions() async throws {
        var actions: Set<Action> = []
        var notes: Set<Note> = []
        for name in Self.page.names {
            let golden = try #require(Self.cases.first { $0.description == name.split(separator: "/")[0] })
            let plan = try #require(try await golden.plan(), "\(name) has no plan")
            actions.formUnion(plan.changes.flatMap(\.actions))
            notes.formUnion(plan.notes)
        }
        #expect(actions == Set(Action.allCases))
        #expect(notes.contains { if case .volumeKept = $0 { true } else { false } })
        #expect(notes.contains { if case .inactiveService = $0 { true } else { false } })
        #expect(notes.contains { if case .takenOver = $0 { true } else { false } })
    }
}
