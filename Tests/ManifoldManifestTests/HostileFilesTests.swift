import ManifoldDiagnostics
import ManifoldManifest
import OrderedCollections
import Testing

/// Files that name each other without end, and names that are not what they seem.
@Suite("Hostile files")
struct HostileFilesTests {
    @Test("files that include each other without end are an error")
    func chain() {
        let loaded = load(ThreadedFiles { "include: [f\($0 + 1).yaml]\nservices: {s\($0): {image: a}}\n" })
        #expect(loaded.codes.contains("manifest.include-too-deep"))
    }

    @Test("files that each include two are an error before there are a million")
    func tree() {
        let loaded = load(ThreadedFiles { "include: [f\($0 + 1).yaml, sub/f\($0 + 1).yaml]\n" })
        #expect(loaded.codes.contains("manifest.too-many-files"))
    }

    @Test("services that extend one of the next file without end are an error")
    func extensions() {
        let loaded = load(ThreadedFiles { "services: {s: {extends: {file: f\($0 + 1).yaml, service: s}}}\n" })
        #expect(loaded.codes == ["manifest.extends-too-deep"])
    }

    @Test("a file that includes itself under another name is an error")
    func links() {
        // As a link to the own directory does, each step leads to the same file under a longer name.
        let loaded = load(ThreadedFiles { _ in "include: [sub/f0.yaml]\nservices: {s: {image: a}}\n" })
        #expect(loaded.codes.contains("manifest.include-too-deep"))
    }

    @Test(
        "a file that includes, extends and reads itself is an error",
        arguments: ["f0.yaml", "./f0.yaml", "a/../f0.yaml"]
    )
    func itself(name: String) {
        #expect(load(ThreadedFiles { _ in "include: [\(name)]\n" }).codes.contains("manifest.include-cycle"))
        let extending = "services: {s: {extends: {file: \(name), service: s}}}\n"
        #expect(load(ThreadedFiles { _ in extending }).codes == ["manifest.extends-cycle"])
        let reading = "services: {s: {image: a, env_file: \(name)}}\n"
        #expect(load(ThreadedFiles { _ in reading }).manifest?.services["s"]?.environment.keys.first == "services")
    }

    @Test("a path that climbs above the root stays there")
    func climbing() {
        let up = String(repeating: "../", count: 1000)
        let files = ThreadedFiles { _ in "services: {s: {image: a, volumes: ['\(up)etc:/x']}}\n" }
        #expect(load(files).manifest?.services["s"]?.volumes.first?.source == "/etc")
    }

    private struct Result {
        let manifest: Manifest?
        let codes: [String]
    }

    private func load(_ files: ThreadedFiles) -> Result {
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let request = ManifestRequest(files: [(path: "/shop/f0.yaml", shownAs: "f0.yaml")], directory: "/shop")
        let manifest = ManifestLoader(files: files).load(request, sources: &sources, reporting: &diagnostics)
        let codes = diagnostics.sorted.filter { $0.severity == .error }.map(\.code.description)
        return Result(manifest: manifest, codes: codes)
    }
}

/// As many files `f0.yaml`, `f1.yaml` and so on as are asked for, in every directory.
private struct ThreadedFiles: FileProvider {
    let text: @Sendable (Int) -> String

    init(_ text: @escaping @Sendable (Int) -> String) {
        self.text = text
    }

    func read(_ path: String) throws(FileProblem) -> [UInt8] {
        guard let number = number(of: path) else { throw FileProblem("no such file") }
        return Array(text(number).utf8)
    }

    func exists(_ path: String) -> Bool { number(of: path) != nil }

    private func number(of path: String) -> Int? {
        guard path.hasSuffix(".yaml"), let name = path.split(separator: "/").last, name.hasPrefix("f") else {
            return nil
        }
        return Int(name.dropFirst().dropLast(5))
    }
}
