import ManifoldDiagnostics

/// Names of files as services on the other side of a checkout know them: relative to the repository's root.
package struct DiagnosticsPaths: Sendable {
    private let directory: [Substring]
    private let root: [Substring]?

    /// `directory` is where names begin that do not begin with `/`, `root` the checkout's root; without one, names stay as
    /// they are.
    package init(directory: String = "", root: String? = nil) {
        self.directory = Self.parts(of: directory)
        self.root = root.map(Self.parts)
    }

    /// The name relative to the root, or as it is where the file lies elsewhere.
    func path(of file: SourceFile) -> String {
        // A name in angle brackets stands for no file: standard input.
        guard let root, !root.isEmpty, !file.name.hasPrefix("<") else { return file.name }
        let parts = file.name.hasPrefix("/") ? Self.parts(of: file.name) : Self.parts(of: file.name, from: directory)
        guard parts.count > root.count, parts.starts(with: root) else { return file.name }
        return parts.dropFirst(root.count).joined(separator: "/")
    }

    /// The name as a relative or absolute URI reference.
    func uri(of file: SourceFile) -> String {
        let path = path(of: file)
        // A colon in the first part of a relative path would make it a scheme.
        let isSchemeLike = path.prefix { $0 != "/" }.contains(":")
        return (isSchemeLike ? "./" : "") + Self.encoded(path)
    }

    private static func parts(of path: String) -> [Substring] { parts(of: path, from: []) }

    private static func parts(of path: String, from start: [Substring]) -> [Substring] {
        path.split(separator: "/")
            .reduce(into: start) { parts, part in
                switch part {
                case ".": break
                case "..": _ = parts.popLast()
                default: parts.append(part)
                }
            }
    }

    /// All in one go, since names can be long and stand at each of thousands of places.
    private static func encoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(path.utf8.count)
        for byte in path.utf8 {
            if isLiteral(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What stands for itself in a path (RFC 3986, `pchar` and the slash).
    private static func isLiteral(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/": true
        // Further signs that separate nothing in a path.
        case "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=", ":", "@": true
        default: false
        }
    }
}
