import FoundationEssentials
import ManifoldDiagnostics
import ManifoldGraph
import ManifoldManifest
import ManifoldReport

/// One manifest with mistakes that people make, alone in a file or with others in a folder.
///
/// The line of each mistake ends in `# mistake`, or stands in `lines.txt` where no comment is possible there.
struct BrokenManifest: Sendable, CustomStringConvertible {
    /// `FILE:LINE`.
    typealias Line = String

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "broken", directoryHint: .isDirectory)

    let description: String
    /// The files by name; those given with `-f` are the manifest and, in a folder, its override.
    private let files: [String: [UInt8]]
    private let main: [String]

    /// All of them, by name.
    static let all: [BrokenManifest] = names(in: folder)
        .compactMap { name in
            let path = folder.appending(path: name)
            if name.hasSuffix(".yaml") {
                return BrokenManifest(String(name.dropLast(5)), files: [name: bytes(path)], main: [name])
            }
            let names = names(in: path)
            guard names.contains("compose.yaml") else { return nil }
            let files = names.map { ($0, bytes(path.appending(path: $0))) }
            let main = ["compose.yaml", "compose.override.yaml"].filter(names.contains)
            return BrokenManifest(name, files: Dictionary(uniqueKeysWithValues: files), main: main)
        }

    private init(_ name: String, files: [String: [UInt8]], main: [String]) {
        description = name
        self.files = files
        self.main = main
    }

    /// What must be said of it.
    var golden: URL { Self.folder.appending(path: description + ".txt") }

    /// The lines of the mistakes that a person finds in it.
    var mistakes: Set<Line> {
        var lines = Set<Line>()
        for (name, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            where line.hasSuffix("# mistake") {
                lines.insert("\(name):\(index + 1)")
            }
        }
        for line in Self.table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.first.map(String.init) == description, let number = words.last else { continue }
            lines.insert("\(words.count > 2 ? String(words[1]) : main[0]):\(number)")
        }
        return lines
    }

    /// What is found in it, with the files for which the places are.
    func diagnose() -> (diagnostics: [Diagnostic], sources: SourceMap) {
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let request = ManifestRequest(
            files: main.map { (path: "/shop/\($0)", shownAs: $0) },
            directory: "/shop"
        )
        let manifest = ManifestLoader(files: Files(files: files))
            .load(request, sources: &sources, reporting: &diagnostics)
        if let manifest { _ = GraphBuilder().build(manifest, reporting: &diagnostics) }
        return (diagnostics.sorted, sources)
    }

    private static let table = String(decoding: bytes(folder.appending(path: "lines.txt")), as: UTF8.self)

    private static func names(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    private static func bytes(_ url: URL) -> [UInt8] {
        (try? Data(contentsOf: url)).map { Array($0) } ?? []
    }

    private struct Files: FileProvider {
        let files: [String: [UInt8]]

        func read(_ path: String) throws(FileProblem) -> [UInt8] {
            guard let bytes = files[name(path)] else { throw FileProblem("no such file") }
            return bytes
        }

        func exists(_ path: String) -> Bool { files[name(path)] != nil }

        private func name(_ path: String) -> String { String(path.dropFirst("/shop/".count)) }
    }
}
