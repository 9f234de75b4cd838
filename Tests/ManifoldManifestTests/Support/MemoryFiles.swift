import ManifoldManifest

/// Files that exist only in a test, by absolute path; a nil content is a directory.
struct MemoryFiles: FileProvider {
    var contents: [String: String?]

    func read(_ path: String) throws(FileProblem) -> [UInt8] {
        guard let content = contents[path] else { throw FileProblem("no such file") }
        guard let content else { throw FileProblem("is a directory") }
        return Array(content.utf8)
    }

    func exists(_ path: String) -> Bool {
        contents[path] != nil
    }
}
