import ArgumentParser
import ManifoldTestSupport
import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest

@testable import ManifoldCommands

/// What becomes of a case of the corpus, as `compile` does it, without a process.
struct CompiledCase {
    /// Nil where the manifest has errors.
    let manifest: Manifest?
    /// The codes of the errors.
    let codes: String

    init(_ project: ComposeCorpus.Case, _ further: String...) throws {
        let selection = ManifestSelection(
            options: try GlobalOptions.parse(project.arguments + further),
            environment: ComposeCorpus.environment,
            workingDirectory: project.directory,
            files: DiskFileProvider()
        )
        var diagnostics = Diagnostics()
        var sources = SourceMap()
        var manifest: Manifest?
        if var request = selection.request(reporting: &diagnostics) {
            request.readsContents = false
            manifest = ManifestLoader(files: DiskFileProvider())
                .load(request, sources: &sources, reporting: &diagnostics)
        }
        if let manifest { GraphBuilder().checkOrder(of: manifest, reporting: &diagnostics) }
        self.manifest = diagnostics.hasErrors ? nil : manifest
        codes = diagnostics.sorted.filter { $0.severity == .error }.map(\.code.description).joined(separator: ", ")
    }
}
