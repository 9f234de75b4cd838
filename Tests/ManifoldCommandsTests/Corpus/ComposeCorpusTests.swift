import Foundation
import ManifoldTestSupport
import ManifoldManifest
import ManifoldReport
import Testing

@Suite(
    "The corpus of Compose projects",
    .enabled(if: ComposeCorpus.isPresent, "the corpus is not beside the checkout; set MANIFOLD_CORPUS")
)
struct ComposeCorpusTests {
    /// Cases that differ on purpose; `docs/compose-compatibility.md` has the reason for each.
    private static let deliberate: Set = [
        // Nothing to extend from.
        "cg-extends-nil",
        // Attributes that Compose loses.
        "cg-load-fix", "cg-load-from-file-fix", "spec-05-services-77-gw-priority",
        // A mode in quotes is octal too.
        "cg-secret-file-mode-string-fix",
        // Fragments that Compose refuses now that it knows `models`.
        "cg-merge-yaml-models-multiple-services", "cg-merge-yaml-service-models-long-syntax",
        "cg-merge-yaml-service-models-override",
    ]

    @Test("means here what it means to Compose")
    func agreesWithCompose() throws {
        let page = try ComposeCorpus.compatibilityPage()
        var figures: [String: Int] = [:]
        var differing: Set<String> = []
        for project in try ComposeCorpus.cases() {
            let problems = try problems(with: project)
            figures["\(project.verdict)", default: 0] += 1
            if problems.isEmpty { continue }
            differing.insert(project.name)
            if Self.deliberate.contains(project.name) {
                #expect(page.contains("`\(project.name)`"), "\(project.name) is not in the page")
            } else {
                Issue.record("\(project.name): \(problems.prefix(5).joined(separator: "; "))")
            }
        }
        let stale = Self.deliberate.subtracting(differing).sorted()
        #expect(stale.isEmpty, "these are said to differ and do not")
        let counts = figures.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        print(
            """
            Compose corpus: \(figures.values.reduce(0, +)) cases (\(counts)), \
            \(differing.count) differ\(differing.isEmpty ? "" : ": " + differing.sorted().joined(separator: ", "))
            """
        )
    }

    /// The hash is made of the bytes of the whole service, so that it tells of much more than the comparison above.
    @Test(
        "has the hashes that docker-compose prints",
        .enabled(if: ComposeProgram.path != nil, "there is no docker-compose: `make test` fetches one")
    )
    func hashes() throws {
        var equal = 0
        var total = 0
        var differing: Set<String> = []
        for project in try ComposeCorpus.cases() where project.verdict == .ok {
            guard let manifest = try CompiledCase(project).manifest,
                let lines = try ComposeProgram.config(project, "--hash", "*")
            else { continue }
            for line in lines.split(separator: "\n") {
                let parts = line.split(separator: " ").map(String.init)
                total += 1
                if CompileHash.hash(of: parts[0], in: manifest) == parts[1] {
                    equal += 1
                } else {
                    differing.insert(project.name)
                }
            }
        }
        #expect(equal > 0)
        #expect(differing.subtracting(Self.deliberate).sorted() == [])
        print("Compose corpus: \(equal) of \(total) services have Compose's hash")
    }

    /// In what we and Compose do not agree.
    private func problems(with project: ComposeCorpus.Case) throws -> [String] {
        let compiled = try CompiledCase(project)
        let refusal = ["is refused: \(compiled.codes)"]
        switch project.verdict {
        case .newer: return compiled.manifest == nil ? refusal : []
        case .invalid: return compiled.manifest == nil ? [] : ["is accepted"]
        case .oracleBug:
            if (compiled.manifest == nil) == project.upstreamWantsError { return [] }
            return compiled.manifest == nil ? refusal : ["is accepted"]
        case .ok, .lenient:
            guard let manifest = compiled.manifest else { return project.verdict == .lenient ? [] : refusal }
            return try differences(manifest, project, "expected.json") + profileProblems(project)
        }
    }

    /// The same with all profiles.
    private func profileProblems(_ project: ComposeCorpus.Case) throws -> [String] {
        if project.has("expected.profiles.error") {
            let isRefused = try CompiledCase(project, "--profile", "*").manifest == nil
            return isRefused ? [] : ["is accepted with all profiles"]
        }
        guard project.has("expected.profiles.json") else { return [] }
        let compiled = try CompiledCase(project, "--profile", "*")
        guard let manifest = compiled.manifest else { return ["is refused with all profiles: \(compiled.codes)"] }
        return try differences(manifest, project, "expected.profiles.json")
    }

    /// Where `compile --format json` and what Compose printed differ.
    private func differences(_ manifest: Manifest, _ project: ComposeCorpus.Case, _ file: String) throws -> [String] {
        guard let expected = try project.expected(file) else { return [] }
        let json = NormalJSON.write(NormalForm().render(manifest))
        let actual = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
        return ModelComparison(expected: expected, actual: actual).differences.map { "\(file) \($0)" }
    }
}
