import ManifoldManifest

/// Files that a command was asked to write.
enum FileOutput {
    /// Puts a text into a file, in place of what it held.
    static func write(_ text: String, to path: String) throws(FileProblem) {
        guard let descriptor = SystemCalls.openForWriting(path) else { throw FileProblem(SystemCalls.lastProblem()) }
        defer { SystemCalls.closeFile(descriptor) }
        guard SystemCalls.writeText(text, to: descriptor) else { throw FileProblem(SystemCalls.lastProblem()) }
    }
}
