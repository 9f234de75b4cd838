import ManifoldDiagnostics
import ManifoldYAML
import Testing

@testable import ManifoldManifest

/// Several files loaded as one tree, before anything is decoded, with what was reported.
struct LoadedFiles {
    let tree: LoadedTree?
    let diagnostics: Diagnostics
    let sources: SourceMap

    /// Loads `a.yaml`, and `b.yaml` and `c.yaml` over it where they are there, in `/work/shop`; all paths are relative to it.
    init(
        _ files: [String: String],
        environment: [String: String] = [:],
        configure: (inout ManifestRequest) -> Void = { _ in }
    ) {
        var contents: [String: String?] = [:]
        for (name, text) in files { contents[FilePath.absolute(name, in: "/work/shop")] = text }
        var request = ManifestRequest(
            files: ["a.yaml", "b.yaml", "c.yaml"].filter { files[$0] != nil }
                .map { (path: "/work/shop/" + $0, shownAs: $0) },
            directory: "/work/shop",
            environment: environment
        )
        configure(&request)
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        tree = ManifestLoader(files: MemoryFiles(contents: contents)).tree(request, &sources, &diagnostics)
        self.sources = sources
        self.diagnostics = diagnostics
    }

    /// A service `w` with an image in one file, and what a second file says of it.
    init(service base: String, over: String) {
        self.init(["a.yaml": "services: {w: {\(base)}}\n", "b.yaml": "services: {w: {\(over)}}\n"])
    }

    /// A service `w` that extends another one of its file.
    init(base: String, extendedBy service: String) {
        self.init(["a.yaml": "services: {base: {\(base)}, w: {extends: base, \(service)}}\n"])
    }

    /// The node at a path of keys.
    func node(_ path: String...) -> Node? {
        path.reduce(tree?.root) { $0?[$1] }
    }

    /// What stands at a path of keys, in one line.
    func text(_ path: String...) -> String {
        path.reduce(tree?.root) { $0?[$1] }.map(Self.text) ?? "-"
    }

    /// Where a value stands, and where those stood that it replaced.
    func places(of node: Node?) -> [String] {
        guard let node else { return [] }
        return ([node.span] + node.overridden).map(sources.description(of:))
    }

    /// The directory against which a value is read.
    func directory(of node: Node?) -> String? {
        node.flatMap { tree?.contexts[$0.span.file].directory }
    }

    /// What was reported, as `a.yaml:3:5 manifest.unknown-key`, with `warning` behind it where it is one.
    var reports: [String] {
        diagnostics.sorted.map { diagnostic in
            let place = diagnostic.primary.map { sources.description(of: $0.span) + " " } ?? ""
            return place + diagnostic.code.description + (diagnostic.severity == .warning ? " warning" : "")
        }
    }

    /// The places that explain what was reported.
    var related: [String] {
        diagnostics.sorted.flatMap(\.related).map { sources.description(of: $0.span) }
    }

    var messages: [String] { diagnostics.sorted.map(\.message) }

    var helps: [String] { diagnostics.sorted.map { $0.help ?? "" } }

    private static func text(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar):
            if node.isNull { return "null" }
            return scalar.style == .plain && node.resolved == .string || node.resolved != .string
                ? scalar.text : "'\(scalar.text)'"
        case .sequence(let items): return "[" + items.map(text).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            return "{" + pairs.map { "\($0.key.scalarText ?? "?"): \(text($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
