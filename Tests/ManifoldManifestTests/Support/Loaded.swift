import ManifoldDiagnostics
import ManifoldManifest
import OrderedCollections
import Testing

/// A manifest loaded from a text, with what was reported.
struct Loaded {
    let manifest: Manifest?
    let diagnostics: Diagnostics
    let sources: SourceMap

    /// Loads a text as `/work/shop/compose.yaml`; `files` are relative to that directory.
    init(
        _ text: String,
        files: [String: String] = [:],
        environment: [String: String] = ["HOME": "/home/ann"],
        configure: (inout ManifestRequest) -> Void = { _ in }
    ) {
        var contents: [String: String?] = ["/work/shop/compose.yaml": text]
        for (name, content) in files { contents["/work/shop/" + name] = content }
        var request = ManifestRequest(
            files: [(path: "/work/shop/compose.yaml", shownAs: "compose.yaml")],
            directory: "/work/shop",
            environment: environment
        )
        configure(&request)
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let loaded = ManifestLoader(files: MemoryFiles(contents: contents))
            .load(request, sources: &sources, reporting: &diagnostics)
        manifest = loaded.flatMap { $0.isComplete ? $0 : nil }
        self.sources = sources
        self.diagnostics = diagnostics
    }

    /// Loads a service `web` with an image and these lines, and what is to stand behind it at the top level.
    init(
        service lines: String,
        and rest: String = "",
        files: [String: String] = [:],
        environment: [String: String] = ["HOME": "/home/ann"]
    ) {
        let body = lines.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
        self.init("services:\n  web:\n    image: nginx\n\(body)\(rest)\n", files: files, environment: environment)
    }

    /// What was reported, as `compose.yaml:3:5 manifest.unknown-key`, with `warning` behind it where it is one.
    var places: [String] {
        diagnostics.sorted.map { diagnostic in
            let place = diagnostic.primary.map { sources.description(of: $0.span) + " " } ?? ""
            return place + diagnostic.code.description + (diagnostic.severity == .warning ? " warning" : "")
        }
    }

    /// The messages of what was reported.
    var messages: [String] {
        diagnostics.sorted.map(\.message)
    }

    var helps: [String] {
        diagnostics.sorted.map { $0.help ?? "" }
    }

    /// The service `web` of a manifest without any diagnostic.
    func web(sourceLocation: SourceLocation = #_sourceLocation) throws -> Service {
        #expect(places == [], sourceLocation: sourceLocation)
        return try #require(manifest?.services["web"], sourceLocation: sourceLocation)
    }
}
