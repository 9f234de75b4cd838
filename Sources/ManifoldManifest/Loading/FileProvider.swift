import ManifoldDiagnostics

/// The front end's one window on files and variables, so that it runs the same over a disk, a test's table or an editor's buffers.
package protocol FileProvider: Sendable {
    /// The bytes of a file by absolute path.
    func read(_ path: String) throws(FileProblem) -> [UInt8]
    /// Whether there is anything at an absolute path.
    func exists(_ path: String) -> Bool
}

/// Why a file could not be read, in words for a person: `no such file`, `is a directory`, `permission denied`.
package struct FileProblem: Error, Hashable {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}

extension FileProblem {
    /// Whether the path is a directory's.
    var isDirectory: Bool { self == FileProblem("is a directory") }
}

extension FileProvider {
    /// A file among the sources; nil, and reported, where all files together would be too large.
    func source(
        _ path: String,
        shownAs name: String,
        isConfidential: Bool = false,
        in sources: inout SourceMap,
        reporting diagnostics: inout Diagnostics
    ) throws(FileProblem) -> FileID? {
        let limit = TreeLoader.mostBytes
        if !sources.isFull,
            let id = sources.add(name: name, text: try read(path), isConfidential: isConfidential, limit: limit)
        {
            return id
        }
        diagnostics.report(.tooMuchText)
        return nil
    }
}
