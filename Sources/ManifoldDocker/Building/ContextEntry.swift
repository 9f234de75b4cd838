#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Something in a build context.
struct ContextEntry: Sendable {
    enum Kind: Equatable, Sendable {
        case directory
        /// With its size when it was looked at.
        case file(Int)
        /// With what it points to.
        case link(String)
    }

    /// The path below the context, with single slashes.
    let path: String
    let kind: Kind
    /// Permission bits.
    let mode: UInt32
    /// Seconds since 1970.
    let modified: Int64
}

/// Why a build context cannot be read, in words for a person.
struct ContextProblem: Error, Equatable {
    let message: String

    init(_ message: String) {
        self.message = message
    }

    /// What a call of the system has just failed with.
    static func system(_ path: String) -> ContextProblem {
        let reason =
            switch errno {
            case ENOENT: "there is no such file or directory"
            case ENOTDIR: "it is not a directory"
            case EACCES, EPERM: "permission denied"
            case let code: String(cString: strerror(code))
            }
        return ContextProblem("`\(path)` cannot be read: \(reason)")
    }
}
