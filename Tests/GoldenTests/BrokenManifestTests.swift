import ManifoldDiagnostics
import ManifoldReport
import ManifoldTestSupport
import Testing

@Suite("Broken manifests")
struct BrokenManifestTests {
    @Test("what is said of a mistake is as written down", arguments: BrokenManifest.all)
    func text(manifest: BrokenManifest) {
        let (diagnostics, sources) = manifest.diagnose()
        let text = DiagnosticsText(sources: sources, color: false).render(diagnostics)
        let difference = GoldenFile(manifest.golden).difference(from: text)
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test("each mistake is shown at its line, and nothing else is", arguments: BrokenManifest.all)
    func places(manifest: BrokenManifest) {
        let (diagnostics, sources) = manifest.diagnose()
        // What cannot be applied yet is no mistake, and is told beside one.
        let mistakes = diagnostics.filter { $0.code.description != "graph.unsupported-key" }
        let places = (mistakes.isEmpty ? diagnostics : mistakes).compactMap(\.primary)
            .map { "\(sources[$0.span.file].name):\(sources.position(of: $0.span).line)" }
        #expect(!manifest.mistakes.isEmpty)
        #expect(Set(places) == manifest.mistakes)
        #expect(diagnostics.allSatisfy { $0.primary != nil }, "a diagnostic without a place")
    }

    @Test("each mistake comes with a way out", arguments: BrokenManifest.all)
    func help(manifest: BrokenManifest) {
        for diagnostic in manifest.diagnose().diagnostics {
            #expect(diagnostic.help?.isEmpty == false, "no help for: \(diagnostic.message)")
        }
    }

    @Test("there are many")
    func thereAreMany() {
        #expect(BrokenManifest.all.count >= 60)
    }
}
