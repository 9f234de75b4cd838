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
        return (isSchemeLike ? "./" : "") + path.utf8.map(Self.encoded).joined()
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

    private static func encoded(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return String(UnicodeScalar(byte))
        case _ where "-._~/!$&'()*+,;=:@".utf8.contains(byte):
            return String(UnicodeScalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count < 2 ? "0" : "") + digits
        }
    }
}
