#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a file of a build context in parts.
final class FileBytes: Sendable {
    private let path: String
    private let descriptor: Int32
    private static let part = 256 << 10

    init(_ path: String) throws(ContextProblem) {
        self.path = path
        // Whatever has taken the file's place since it was looked at must not keep us waiting.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(path) }
    }

    deinit {
        close(descriptor)
    }

    /// The next part into a buffer, from its beginning: how many bytes, none at the end.
    func read(into buffer: inout [UInt8]) throws(ContextProblem) -> Int {
        if buffer.count < Self.part { buffer = [UInt8](repeating: 0, count: Self.part) }
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                #if canImport(Glibc)
                Glibc.read(descriptor, bytes.baseAddress, bytes.count)
                #elseif canImport(Musl)
                Musl.read(descriptor, bytes.baseAddress, bytes.count)
                #else
                Darwin.read(descriptor, bytes.baseAddress, bytes.count)
                #endif
            }
            if count >= 0 { return count }
            guard errno == EINTR else { throw .system(path) }
        }
    }

    /// All of a small file.
    static func all(of path: String, atMost limit: Int = 16 << 20) throws(ContextProblem) -> [UInt8] {
        let file = try FileBytes(path)
        var content: [UInt8] = []
        var buffer: [UInt8] = []
        while case let count = try file.read(into: &buffer), count > 0 {
            content += buffer[..<count]
            guard content.count <= limit else { throw ContextProblem("`\(path)` is larger than \(limit >> 20) MiB") }
        }
        return content
    }

    /// Whether there is something at a path.
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }
}
