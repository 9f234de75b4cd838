/// Paths as texts: made absolute and cleaned, without a look at any disk.
enum FilePath {
    /// A path without `.`, `..` and double slashes; nothing at all is `.`.
    static func clean(_ path: String) -> String {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        if isAbsolute { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    /// A path read against a directory.
    static func absolute(_ path: String, in directory: String) -> String {
        isAbsolute(path) ? path : clean(directory + "/" + path)
    }

    /// Whether a path stands for itself; a Windows path does, since the engine may be on such a machine.
    static func isAbsolute(_ path: String) -> Bool {
        path.utf8.first == UInt8(ascii: "/") || isWindows(path)
    }

    /// Whether a path begins with a drive letter or is a Windows share: `C:\data`, `c:/data`, `\\host\share`.
    static func isWindows(_ path: String) -> Bool {
        if path.hasPrefix("\\\\") { return true }
        let start = Array(path.utf8.prefix(3))
        guard start.count == 3, start[1] == UInt8(ascii: ":") else { return false }
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= start[0] | 0x20
            && (start[2] == UInt8(ascii: "\\") || start[2] == UInt8(ascii: "/"))
    }

    /// The last part of a path.
    static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? "/"
    }

    /// The directory that a path lies in.
    static func parent(_ path: String) -> String {
        clean(path + "/..")
    }

    /// How a path is shown to people: without the directory that everything is relative to.
    static func shown(_ path: String, in directory: String) -> String {
        let prefix = directory == "/" ? directory : directory + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
}
