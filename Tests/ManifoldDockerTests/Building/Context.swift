import FoundationEssentials

/// A folder of a test's own, with files as a build context has them.
struct Context {
    let root: String

    static func run(_ files: [String: String] = [:], _ body: (Context) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "context-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let context = Context(root: folder.path)
        for (path, text) in files { try context.write(path, text) }
        try await body(context)
    }

    func write(_ path: String, _ text: String) throws {
        let file = "\(root)/\(path)"
        let directory = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: "\(root)/\(path)")
    }
}
