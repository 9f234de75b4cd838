import ManifoldDiagnostics
import ManifoldManifest
import ManifoldReport
import ManifoldYAML
import Testing

/// A manifest that a test has as text, loaded like one on a disk.
struct CompiledText {
    let manifest: Manifest
    let sources: SourceMap
    private let files: Table
    private let request: ManifestRequest

    /// Loads files of the directory `/srv/shop`; the first is the manifest, and those of `over` are merged over it.
    init(
        _ text: String,
        over: [String] = [],
        files: [String: String] = [:],
        environment: [String: String] = [:],
        profiles: Set<String> = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var contents = ["/srv/shop/compose.yaml": text]
        var names = ["compose.yaml"]
        for (index, layer) in over.enumerated() {
            names.append("over\(index + 1).yaml")
            contents["/srv/shop/over\(index + 1).yaml"] = layer
        }
        for (name, content) in files { contents["/srv/shop/\(name)"] = content }
        self.files = Table(contents: contents)
        var request = ManifestRequest(
            files: names.map { (path: "/srv/shop/\($0)", shownAs: $0) },
            directory: "/srv/shop",
            profiles: profiles,
            environment: environment
        )
        request.readsContents = false
        self.request = request
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let manifest = ManifestLoader(files: self.files).load(request, sources: &sources, reporting: &diagnostics)
        let errors = diagnostics.sorted.filter { $0.severity == .error }.map(\.message)
        #expect(errors == [], sourceLocation: sourceLocation)
        self.manifest = try #require(manifest, sourceLocation: sourceLocation)
        self.sources = sources
    }

    var normalForm: Node { NormalForm().render(manifest) }

    /// The normal form as one line of JSON, or that of a part of it.
    func json(_ path: String...) -> String? {
        var node: Node? = normalForm
        for key in path { node = node?[key] }
        return node.map { Self.compact(NormalJSON.write($0)) }
    }

    /// The same for an attribute of the service `web`.
    func web(_ key: String) -> String? { json("services", "web", key) }

    /// Where the manifest reads variables.
    func variables() throws -> CompileVariables {
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let uses = ManifestLoader(files: files).variableUses(in: request, sources: &sources, reporting: &diagnostics)
        #expect(!diagnostics.hasErrors)
        return CompileVariables(try #require(uses), sources: sources)
    }

    /// JSON without the white space between its parts.
    private static func compact(_ json: String) -> String {
        json.split(separator: "\n").map { $0.drop { $0 == " " } }.joined().replacing("\": ", with: "\":")
    }

    private struct Table: FileProvider {
        let contents: [String: String]

        func read(_ path: String) throws(FileProblem) -> [UInt8] {
            guard let content = contents[path] else { throw FileProblem("no such file") }
            return Array(content.utf8)
        }

        func exists(_ path: String) -> Bool { contents[path] != nil }
    }
}

extension CompiledText {
    /// A service `web` with an image and these lines, and what is to stand behind it at the top level.
    init(
        service lines: String,
        and rest: String = "",
        files: [String: String] = [:],
        environment: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let body = lines.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
        try self.init(
            "services:\n  web:\n    image: nginx\n\(body)\(rest)\n",
            files: files,
            environment: environment,
            sourceLocation: sourceLocation
        )
    }
}
