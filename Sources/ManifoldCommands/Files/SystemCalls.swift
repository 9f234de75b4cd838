#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The few calls of the operating system that the commands make, so that no other file knows which C library it is.
enum SystemCalls {
    static let standardInput: Int32 = 0
    static let standardOutput: Int32 = 1
    static let standardError: Int32 = 2

    static func isTerminal(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1
    }

    /// Opens a file for reading; nil, with the reason in `errno`, where that fails.
    static func openForReading(_ path: String) -> Int32? {
        let descriptor = repeatingWhenInterrupted { open(path, O_RDONLY | O_CLOEXEC) }
        return descriptor >= 0 ? descriptor : nil
    }

    /// Opens a file for writing, empty; nil, with the reason in `errno`, where that fails.
    static func openForWriting(_ path: String) -> Int32? {
        let descriptor = repeatingWhenInterrupted { open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
        return descriptor >= 0 ? descriptor : nil
    }

    static func closeFile(_ descriptor: Int32) {
        _ = close(descriptor)
    }

    /// What is known of an open file; nil, with the reason in `errno`, where that fails.
    static func status(of descriptor: Int32) -> FileStatus? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? FileStatus(status) : nil
    }

    /// What is known of the file at a path; nil, with the reason in `errno`, where there is none.
    static func status(at path: String) -> FileStatus? {
        var status = stat()
        return stat(path, &status) == 0 ? FileStatus(status) : nil
    }

    /// Reads into a buffer: the number of bytes, 0 at the end, less than 0 with the reason in `errno` where that fails.
    static func readBytes(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        repeatingWhenInterrupted { read(descriptor, buffer.baseAddress, buffer.count) }
    }

    /// Writes all of a text, or as much as the other end takes: false, with the reason in `errno`, where that is less.
    @discardableResult
    static func writeText(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = repeatingWhenInterrupted { write(descriptor, rest.baseAddress, rest.count) }
                guard count > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
            return true
        }
    }

    /// The working directory as the system knows it; nil where it was removed.
    static func currentDirectory() -> String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// Why the last call failed, in words for a person.
    static func lastProblem() -> String {
        switch errno {
        case ENOENT, ENOTDIR: "no such file"
        case EACCES, EPERM: "permission denied"
        case EISDIR: "is a directory"
        case ELOOP: "too many symbolic links"
        case ENAMETOOLONG: "the name is too long"
        case let code: String(cString: strerror(code))
        }
    }

    private static func repeatingWhenInterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}

/// What the commands want to know of a file.
struct FileStatus: Equatable {
    let isDirectory: Bool
    let size: Int
    /// Two paths with the same device and number are the same file.
    let device: UInt64
    let number: UInt64

    fileprivate init(_ status: stat) {
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        size = Int(status.st_size)
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
    }

    func isSameFile(as other: FileStatus) -> Bool {
        device == other.device && number == other.number
    }
}
