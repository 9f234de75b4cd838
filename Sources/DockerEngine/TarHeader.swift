/// The block that stands before a file in a tar archive (POSIX.1-1988, `ustar`).
enum TarHeader {
    static func block(for file: TarArchive.File) throws(TarArchive.Failure) -> [UInt8] {
        let (prefix, name) = try split(file.path)
        return try block(prefix: prefix, name: name, of: file, size: Int64(file.content.count))
    }

    /// The block of any entry: of the file count path, mode, owner and time, not its content.
    ///
    /// The kind is the letter for
    /// what it is: `0` a regular file, `2` a symbolic link, `5` a directory, `x` more about what follows.
    static func block(
        prefix: Substring,
        name: Substring,
        of file: TarArchive.File,
        size: Int64,
        kind: String = "0",
        link: Substring = ""
    ) throws(TarArchive.Failure) -> [UInt8] {
        var block: [UInt8] = []
        block.reserveCapacity(512)
        block += text(name, 100)
        block += try octal(file.mode, 8, of: file, "mode")
        block += try octal(file.userID, 8, of: file, "owner")
        block += try octal(file.groupID, 8, of: file, "group")
        block += try octal(size, 12, of: file, "size")
        block += try octal(file.modified, 12, of: file, "time")
        let checksumStart = block.count
        block += text("        ", 8)
        block += text(kind, 1)
        block += text(link, 100)
        block += text("ustar", 6) + text("00", 2)
        block += text("", 32) + text("", 32)
        block += text("", 8) + text("", 8)
        block += text(prefix, 155)
        block += text("", 12)
        // The sum is taken with the field itself full of spaces; its form is six digits, a zero byte, a space.
        let sum = block.reduce(0) { $0 + Int64($1) }
        block.replaceSubrange(checksumStart..<checksumStart + 7, with: digits(sum, 7))
        return block
    }

    static func split(_ path: String) throws(TarArchive.Failure) -> (prefix: Substring, name: Substring) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { ["", ".", ".."].contains($0) }), !path.utf8.contains(0) else {
            throw .unusablePath(path)
        }
        if path.utf8.count <= 100 { return ("", path[...]) }
        // The name is as long as it can be, so that the prefix, which is longer, fits whenever there is a way.
        for slash in path.indices where path[slash] == "/" {
            let (prefix, name) = (path[..<slash], path[slash...].dropFirst())
            guard name.utf8.count <= 100 else { continue }
            guard prefix.utf8.count <= 155 else { break }
            return (prefix, name)
        }
        throw .pathTooLong(path)
    }

    private static func text(_ text: some StringProtocol, _ width: Int) -> [UInt8] {
        Array(text.utf8) + [UInt8](repeating: 0, count: width - text.utf8.count)
    }

    private static func octal(
        _ number: Int64,
        _ width: Int,
        of file: TarArchive.File,
        _ field: String
    ) throws(TarArchive.Failure) -> [UInt8] {
        guard number >= 0, number < 1 << (3 * (width - 1)) else {
            throw .numberOutOfRange(file.path, field: field)
        }
        return digits(number, width)
    }

    /// Octal digits with zeros before them and a zero byte after.
    private static func digits(_ number: Int64, _ width: Int) -> [UInt8] {
        let digits = String(number, radix: 8)
        return [UInt8](repeating: UInt8(ascii: "0"), count: width - 1 - digits.utf8.count) + Array(digits.utf8) + [0]
    }
}
