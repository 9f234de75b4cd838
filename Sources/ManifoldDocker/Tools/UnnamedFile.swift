#if canImport(System)
import System
#else
import SystemPackage
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file without a name, for the input of another program: a pipe would be our end (SIGPIPE) if it ends without reading.
enum UnnamedFile {
    /// Opens a file that holds a text, at its beginning; nobody else can open it.
    static func open(holding text: String) throws -> FileDescriptor {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let path = "\(folder)/manifold-\(UInt64.random(in: 0 ... .max))"
        // Closed in every other program from the beginning: builds are started side by side.
        let descriptor = try FileDescriptor.open(
            FilePath(path),
            .readWrite,
            options: [.create, .exclusiveCreate, .closeOnExec],
            permissions: .ownerReadWrite
        )
        unlink(path)
        do {
            try descriptor.writeAll(Array(text.utf8))
            try descriptor.seek(offset: 0, from: .start)
        } catch {
            try? descriptor.close()
            throw error
        }
        return descriptor
    }
}
