/// The blocks that stand before something in a tar archive that is sent as it is read (POSIX pax interchange format).
///
/// An archive is each entry's header with its content behind it, filled up to `TarEntry.blockSize`, and `end`.
public struct TarEntry: Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// With the number of bytes that follow.
        case file(size: Int64)
        /// Nothing follows.
        case directory
        /// With what it points to; nothing follows.
        case link(String)
    }

    /// The path in the archive, without a slash at its beginning, of any length.
    public var path: String
    /// What it is.
    public var kind: Kind
    /// Permission bits.
    public var mode: Int64
    /// Seconds since 1970; what was before counts as that.
    public var modified: Int64

    /// The archive consists of blocks of this size.
    public static let blockSize = 512
    /// What an archive ends with.
    public static let end = [UInt8](repeating: 0, count: 2 * blockSize)

    /// Describes an entry that belongs to root.
    public init(path: String, kind: Kind, mode: Int64, modified: Int64) {
        self.path = path
        self.kind = kind
        self.mode = mode
        self.modified = modified
    }

    /// The zero bytes behind a content of some bytes.
    public static func padding(after size: Int64) -> [UInt8] {
        [UInt8](repeating: 0, count: Int(-size & Int64(blockSize - 1)))
    }

    /// The blocks before the content.
    ///
    /// - Throws: `TarArchive.Failure` where the path is none.
    public var header: [UInt8] {
        get throws(TarArchive.Failure) {
            var more: [(String, String)] = []
            let (letter, size, target): (String, Int64, String) =
                switch kind {
                case .file(let size): ("0", size, "")
                case .directory: ("5", 0, "")
                case .link(let target): ("2", 0, target)
                }
            var (prefix, name): (Substring, Substring) = ("", "")
            do throws(TarArchive.Failure) {
                (prefix, name) = try TarHeader.split(path)
            } catch .pathTooLong {
                more.append(("path", path))
                name = Self.cut(path)
            }
            if target.utf8.count > Self.longestField { more.append(("linkpath", target)) }
            if size > Self.largestSize { more.append(("size", "\(size)")) }
            let file = TarArchive.File(path: path, content: [], mode: mode, modified: max(0, modified))
            let block = try TarHeader.block(
                prefix: prefix,
                name: name,
                of: file,
                size: min(size, Self.largestSize),
                kind: letter,
                link: Self.cut(target)
            )
            return try more.isEmpty ? block : Self.extended(more, for: file) + block
        }
    }

    private static let longestField = 100
    /// Eleven octal digits.
    private static let largestSize: Int64 = (1 << 33) - 1

    /// As much of a text as its field takes; the whole is in the extended header.
    private static func cut(_ text: String) -> Substring {
        var end = text.startIndex
        var count = 0
        while end < text.endIndex, count + text[end].utf8.count <= longestField {
            count += text[end].utf8.count
            end = text.index(after: end)
        }
        return text[..<end]
    }

    /// Records of the form `LENGTH NAME=VALUE`, in which the length counts itself.
    private static func extended(
        _ records: [(String, String)],
        for file: TarArchive.File
    ) throws(TarArchive.Failure) -> [UInt8] {
        var content: [UInt8] = []
        for (name, value) in records {
            let rest = " \(name)=\(value)\n"
            var length = rest.utf8.count
            while length != rest.utf8.count + "\(length)".utf8.count {
                length = rest.utf8.count + "\(length)".utf8.count
            }
            content += Array("\(length)\(rest)".utf8)
        }
        let size = Int64(content.count)
        let block = try TarHeader.block(prefix: "", name: "PaxHeader", of: file, size: size, kind: "x")
        return block + content + padding(after: size)
    }
}
