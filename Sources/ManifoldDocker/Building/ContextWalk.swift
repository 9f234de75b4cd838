#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Lists what a build context sends to the builder, as its `.dockerignore` says, in an order that is always the same.
struct ContextWalk {
    let root: String
    let rules: IgnoreRules
    private(set) var entries: [ContextEntry] = []

    init(_ root: String, _ rules: IgnoreRules) throws(ContextProblem) {
        self.root = root
        self.rules = rules
        try visit("")
    }

    private mutating func visit(_ directory: String) throws(ContextProblem) {
        for name in try Self.names(in: directory.isEmpty ? root : "\(root)/\(directory)") {
            let path = directory.isEmpty ? name : "\(directory)/\(name)"
            let isExcluded = rules.excludes(path)
            var status = stat()
            guard lstat("\(root)/\(path)", &status) == 0 else {
                // Gone since the directory was read.
                if errno == ENOENT { continue }
                throw .system("\(root)/\(path)")
            }
            let isDirectory = status.st_mode & S_IFMT == S_IFDIR
            if isExcluded, !isDirectory || rules.canPassOver(path) { continue }
            let count = entries.count
            if !isExcluded || isDirectory, let entry = try entry(path, status) { entries.append(entry) }
            if isDirectory {
                try visit(path)
                // A directory that is kept out is only there for what is brought back in it.
                if isExcluded, entries.count == count + 1 { entries.removeLast() }
            }
        }
    }

    private func entry(_ path: String, _ status: stat) throws(ContextProblem) -> ContextEntry? {
        let kind: ContextEntry.Kind
        switch status.st_mode & S_IFMT {
        case S_IFDIR: kind = .directory
        case S_IFREG: kind = .file(Int(status.st_size))
        case S_IFLNK: kind = .link(try Self.target(of: "\(root)/\(path)"))
        // Builders leave sockets out: a program that runs beside the sources makes them.
        case S_IFSOCK: return nil
        default:
            throw ContextProblem(
                "`\(root)/\(path)` is neither a file nor a directory nor a link; leave it out with a line in .dockerignore"
            )
        }
        #if canImport(Darwin)
        let modified = Int64(status.st_mtimespec.tv_sec)
        #else
        let modified = Int64(status.st_mtim.tv_sec)
        #endif
        return ContextEntry(path: path, kind: kind, mode: UInt32(status.st_mode) & 0o7777, modified: modified)
    }

    private static func names(in directory: String) throws(ContextProblem) -> [String] {
        guard let handle = opendir(directory) else { throw .system(directory) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                    String(validatingCString: $0)
                }
            }
            guard let name else {
                throw ContextProblem(
                    "`\(directory)` holds a name that is no UTF-8; leave the directory out with .dockerignore"
                )
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func target(of link: String) throws(ContextProblem) -> String {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                text.baseAddress.map { readlink(link, $0, text.count) } ?? -1
            }
        }
        guard count >= 0 else { throw .system(link) }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}
