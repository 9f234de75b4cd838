/// Paths of this machine as texts.
enum PathText {
    /// An absolute path without `.`, `..` and double slashes, as a shell in that directory would read it.
    static func absolute(_ path: String, in directory: String) -> String {
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? path : "\(directory)/\(path)").split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The directory that an absolute path lies in; the root lies in itself.
    static func parent(of path: String) -> String {
        absolute("..", in: path)
    }

    /// An absolute path as a person in a directory would write it; both must be clean.
    static func relative(_ path: String, to directory: String) -> String {
        let target = path.split(separator: "/")
        let base = directory.split(separator: "/")
        let shared = zip(target, base).prefix { $0 == $1 }.count
        let steps = [String](repeating: "..", count: base.count - shared) + target.dropFirst(shared).map(String.init)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }
}
