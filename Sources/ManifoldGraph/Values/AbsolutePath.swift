/// Paths as the engine compares them: absolute, without `.`, `..`, doubled or trailing slashes.
package enum AbsolutePath {
    /// The cleaned path, or nil where it does not begin at the root.
    package static func clean(_ path: String) -> String? {
        guard path.hasPrefix("/") else { return nil }
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": parts = parts.dropLast()
            default: parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The directory that holds a cleaned path; the root's is the root.
    package static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }
}
