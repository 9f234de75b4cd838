import DockerEngine

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The process of an engine behind a socket of this machine.
///
/// A socket here says nothing of where its engine is: it can be mounted into a container, or lead through ssh or a virtual
/// machine. The process that listens on it does.
struct EngineProcess {
    let id: Int32

    /// Nil where the engine cannot be found among the processes that are to be seen from here.
    init?(behind endpoint: EngineEndpoint) {
        guard case .unix(let path) = endpoint, let listener = Self.listener(on: path) else { return nil }
        if Self.isEngine(listener) {
            id = listener
        } else if listener == 1, let engine = Self.startedEngine(on: path) {
            id = engine
        } else {
            return nil
        }
    }

    /// Whether every path means the same file there as it does here: both have the same root in the same namespace of mounts.
    var sharesFiles: Bool {
        guard let own = MountTable(ofProcess: "self")?.root, let other = MountTable(ofProcess: "\(id)")?.root else {
            return false
        }
        return own == other
    }

    /// What is behind Docker's own socket where the system's first process listens on it and starts the engine when needed.
    private static func startedEngine(on path: String) -> Int32? {
        let standard = Set(["/run/docker.sock", "/var/run/docker.sock"])
        guard let resolved = realPath(path), standard.contains(resolved),
            let text = SystemFile.text(of: "/var/run/docker.pid"),
            let id = Int32(text.filter { !$0.isWhitespace }), isEngine(id)
        else { return nil }
        return id
    }

    private static func isEngine(_ id: Int32) -> Bool {
        SystemFile.text(of: "/proc/\(id)/comm") == "dockerd\n"
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The process that listens on a socket, as the kernel knows it; nil where it is outside of what is to be seen from here.
    static func listener(on path: String) -> Int32? {
        #if os(Linux)
        #if canImport(Glibc)
        let stream = Int32(SOCK_STREAM.rawValue)
        #else
        let stream = SOCK_STREAM
        #endif
        let descriptor = socket(AF_UNIX, stream | Int32(O_CLOEXEC), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let isFitting = withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            guard path.utf8.count < bytes.count else { return false }
            bytes.copyBytes(from: path.utf8)
            return true
        }
        guard isFitting else { return nil }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) == 0 }
        }
        guard isConnected else { return nil }
        // The process's id, its user and its group.
        var credentials: [Int32] = [0, 0, 0]
        var length = socklen_t(MemoryLayout<Int32>.size * credentials.count)
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
        return credentials[0] > 0 ? credentials[0] : nil
        #else
        return nil
        #endif
    }
}
