import ManifoldManifest

/// Files of this machine's disks, and standard input under the name `-`.
struct DiskFileProvider: FileProvider {
    /// The name of standard input in place of a path.
    static let standardInput = "-"
    /// What people are shown in its place.
    static let standardInputShown = "<stdin>"
    /// No manifest, env file, config or secret comes near it; something that does is the wrong file.
    static let limit = 64 << 20

    func read(_ path: String) throws(FileProblem) -> [UInt8] {
        if path == Self.standardInput { return try contents(of: SystemCalls.standardInput) }
        // The system would take what stands before it for the whole name, and open another file than is shown.
        if path.utf8.contains(0) { throw FileProblem("there is a NUL in its name") }
        guard let descriptor = SystemCalls.openForReading(path) else { throw FileProblem(SystemCalls.lastProblem()) }
        defer { SystemCalls.closeFile(descriptor) }
        return try contents(of: descriptor)
    }

    func exists(_ path: String) -> Bool {
        path == Self.standardInput || (!path.utf8.contains(0) && SystemCalls.status(at: path) != nil)
    }

    private func contents(of descriptor: Int32) throws(FileProblem) -> [UInt8] {
        guard let status = SystemCalls.status(of: descriptor) else { throw FileProblem(SystemCalls.lastProblem()) }
        if status.isDirectory { throw FileProblem("is a directory") }
        var contents: [UInt8] = []
        contents.reserveCapacity(min(status.size, Self.limit))
        // A pipe or a file of /proc has no size of its own, so the end is where reading ends.
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = chunk.withUnsafeMutableBytes { SystemCalls.readBytes(descriptor, into: $0) }
            if count < 0 { throw FileProblem(SystemCalls.lastProblem()) }
            if count == 0 { return contents }
            contents += chunk[..<count]
            if contents.count > Self.limit { throw FileProblem("is larger than \(Self.limit >> 20) MiB") }
        }
    }
}
