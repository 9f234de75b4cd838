import FoundationEssentials
import ManifoldTestSupport
import Testing

@Suite("Golden cases")
struct GoldenTests {
    private static let cases = GoldenCase.all(
        below: URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "cases", directoryHint: .isDirectory)
    )

    @Test("diagnostics, graph, plan and operations of a case are as written down", arguments: cases)
    func everyText(golden: GoldenCase) async throws {
        let texts = try await golden.texts()
        #expect(!texts.isEmpty)
        for name in ["diagnostics.txt", "graph.txt", "plan.txt", "operations.txt"] {
            let difference = GoldenFile(golden.folder.appending(path: name)).difference(from: texts[name] ?? "")
            #expect(difference == nil, "\(difference ?? "")")
        }
    }

    @Test("no text shows the value of a variable", arguments: cases)
    func secrets(golden: GoldenCase) async throws {
        for (name, text) in try await golden.texts() {
            #expect(!text.contains("hunter2"), "\(name) shows a secret")
        }
    }

    @Test("there are cases")
    func thereAreCases() {
        #expect(Self.cases.count > 10)
    }
}
