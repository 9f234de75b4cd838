/// Paths as texts: made absolute and cleaned, without a look at any disk.
enum FilePath {
    /// A path without `.`, `..` and double slashes; nothing at all is `.`.
    static func clean(_ path: String) -> String {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        if isAbsolute, isClean(path) { return path }
        var parts: [Substring] = []
        // By bytes: with an accent behind it, a slash is another character.
        for part in path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) where part != "." {
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

    /// Whether an absolute path has no empty part, none that begins with a point, and no slash at its end.
    private static func isClean(_ path: String) -> Bool {
        let slash = UInt8(ascii: "/")
        var last: UInt8 = 0
        for byte in path.utf8 {
            if last == slash, byte == slash || byte == UInt8(ascii: ".") { return false }
            last = byte
        }
        return last != slash
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
        var bytes = path.utf8.makeIterator()
        guard let first = bytes.next(), let second = bytes.next() else { return false }
        let backslash = UInt8(ascii: "\\")
        if second == UInt8(ascii: ":") {
            let third = bytes.next()
            let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= first | 0x20
            return isLetter && (third == backslash || third == UInt8(ascii: "/"))
        }
        return first == backslash && second == backslash
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
