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
        var template = Array("\(folder)/manifold-XXXXXX".utf8CString)
        let descriptor = FileDescriptor(rawValue: mkstemp(&template))
        guard descriptor.rawValue >= 0 else { throw Errno(rawValue: errno) }
        unlink(template)
        _ = fcntl(descriptor.rawValue, F_SETFD, FD_CLOEXEC)
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
