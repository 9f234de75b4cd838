import DockerEngine
import Testing

@Suite("Tar archives")
struct TarArchiveTests {
    @Test("an archive has a header and padded content for each file, and two empty blocks at its end")
    func shape() throws {
        let archive = try TarArchive([
            TarArchive.File(path: "a", content: [1, 2, 3], modified: 0),
            TarArchive.File(path: "b/c", content: [UInt8](repeating: 7, count: 512), modified: 0),
            TarArchive.File(path: "empty", content: [], modified: 0),
        ])
        #expect(archive.bytes.count == 512 * (2 + 2 + 1 + 2))
        #expect(archive.bytes.suffix(1024).allSatisfy { $0 == 0 })
        #expect(Array(archive.bytes[512..<515]) == [1, 2, 3])
    }

    @Test("the header of a file is the one that tar itself writes")
    func header() throws {
        let file = TarArchive.File(
            path: "etc/app.conf",
            content: Array("x".utf8),
            mode: 0o640,
            userID: 1000,
            groupID: 100,
            modified: 1_700_000_000
        )
        let bytes = try TarArchive([file]).bytes
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range].prefix { $0 != 0 }, as: UTF8.self) }
        #expect(text(0..<100) == "etc/app.conf")
        #expect(text(100..<108) == "0000640")
        #expect(text(108..<116) == "0001750")
        #expect(text(116..<124) == "0000144")
        #expect(text(124..<136) == "00000000001")
        #expect(text(136..<148) == "14524770400")
        #expect(text(148..<156).hasSuffix(text(148..<154)) && bytes[155] == 32)
        let sum = bytes[..<148].reduce(0) { $0 + Int($1) } + 8 * 32 + bytes[156..<512].reduce(0) { $0 + Int($1) }
        #expect(Int(text(148..<154), radix: 8) == sum)
        #expect(text(257..<265) == "ustar")
        #expect(Array(bytes[263..<265]) == Array("00".utf8))
    }

    @Test("a long path is split at a slash, as late as it has to be")
    func longPaths() throws {
        let folder = String(repeating: "d", count: 90)
        let path = "\(folder)/\(folder)"
        let bytes = try TarArchive([TarArchive.File(path: path, content: [], modified: 0)]).bytes
        #expect(String(decoding: bytes[0..<90], as: UTF8.self) == folder)
        #expect(String(decoding: bytes[345..<435], as: UTF8.self) == folder)
    }

    @Test(
        "a path that cannot be in an archive is refused",
        arguments: ["", "/etc/x", "a//b", "a/../b", "./a", "a/", "a\0b"]
    )
    func unusable(path: String) {
        #expect(throws: TarArchive.Failure.unusablePath(path)) {
            try TarArchive([TarArchive.File(path: path, content: [], modified: 0)])
        }
    }

    @Test("a name that is too long is refused, and so is a number")
    func limits() {
        let name = String(repeating: "n", count: 101)
        #expect(throws: TarArchive.Failure.pathTooLong(name)) {
            try TarArchive([TarArchive.File(path: name, content: [], modified: 0)])
        }
        #expect(throws: TarArchive.Failure.numberOutOfRange("a", field: "owner")) {
            try TarArchive([TarArchive.File(path: "a", content: [], userID: 0o7_777_777 + 1, modified: 0)])
        }
        #expect(throws: TarArchive.Failure.numberOutOfRange("a", field: "time")) {
            try TarArchive([TarArchive.File(path: "a", content: [], modified: -1)])
        }
    }
}
