/// A tar archive of regular files (POSIX ustar), as `PUT /containers/{id}/archive` takes it.
///
/// It has no entries for directories: the engine makes missing ones, and an entry would change an existing one's mode.
public struct TarArchive: Equatable, Sendable {
    /// One regular file.
    public struct File: Equatable, Sendable {
        /// The path in the archive, without a slash at its beginning.
        public var path: String
        /// The content.
        public var content: [UInt8]
        /// Permission bits, such as `0o644`.
        public var mode: Int64
        /// The owner's number.
        public var userID: Int64
        /// The group's number.
        public var groupID: Int64
        /// Seconds since 1970.
        public var modified: Int64

        /// Describes a file.
        public init(
            path: String,
            content: [UInt8],
            mode: Int64 = 0o644,
            userID: Int64 = 0,
            groupID: Int64 = 0,
            modified: Int64
        ) {
            self.path = path
            self.content = content
            self.mode = mode
            self.userID = userID
            self.groupID = groupID
            self.modified = modified
        }
    }

    /// Why a file cannot be put into an archive.
    public enum Failure: Error, Equatable, Sendable {
        /// The path is empty or absolute, has empty, `.` or `..` parts, or holds a zero byte.
        case unusablePath(String)
        /// The path cannot be split at a slash into 155 and 100 bytes.
        case pathTooLong(String)
        /// The named number is negative or has more octal digits than its field.
        case numberOutOfRange(String, field: String)
    }

    /// The archive as it is sent, a multiple of 512 bytes.
    public private(set) var bytes: [UInt8] = []

    /// Makes an archive of `files`, in that order.
    ///
    /// - Throws: `Failure` for the first file that does not fit the format.
    public init(_ files: [File]) throws(Failure) {
        for file in files {
            bytes += try TarHeader.block(for: file)
            bytes += file.content
            bytes += [UInt8](repeating: 0, count: -file.content.count & 511)
        }
        bytes += [UInt8](repeating: 0, count: 1024)
    }
}

extension TarArchive.Failure: CustomStringConvertible {
    /// The error as one line for people: lower case, no full stop.
    public var description: String {
        switch self {
        case .unusablePath(let path): "`\(path)` is not a path that a file can have in an archive"
        case .pathTooLong(let path): "`\(path)` is too long for an archive"
        case .numberOutOfRange(let path, let field): "the \(field) of `\(path)` is out of range"
        }
    }
}
