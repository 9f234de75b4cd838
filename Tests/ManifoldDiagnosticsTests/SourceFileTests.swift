import ManifoldDiagnostics
import Testing

@Suite("Source files")
struct SourceFileTests {
    @Test(
        "an offset is shown as line and column, whatever ends the lines",
        arguments: [
            ("ab\ncd", 0, 1, 1), ("ab\ncd", 2, 1, 3), ("ab\ncd", 3, 2, 1), ("ab\ncd", 5, 2, 3),
            ("ab\r\ncd", 4, 2, 1), ("ab\rcd", 3, 2, 1), ("a\n\nb", 2, 2, 1), ("a\n\nb", 3, 3, 1),
            ("", 0, 1, 1), ("a\n", 2, 2, 1),
        ]
    )
    func positions(text: String, offset: UInt32, line: Int, column: Int) {
        let file = SourceFile(name: "a", text: Array(text.utf8))
        #expect(file.position(at: offset) == SourcePosition(line: line, column: column))
    }

    @Test("an offset behind the end counts as the end")
    func positionBehindTheEnd() {
        let file = SourceFile(name: "a", text: Array("ab\nc".utf8))
        #expect(file.position(at: 99) == SourcePosition(line: 2, column: 2))
    }

    @Test("columns count characters, not bytes")
    func columnsCountCharacters() {
        let file = SourceFile(name: "a", text: Array("ä日e\u{301}x".utf8))
        #expect(file.position(at: UInt32("ä日e\u{301}".utf8.count)).column == 4)
    }

    @Test("a byte order mark takes no column and is no part of the first line")
    func byteOrderMark() {
        let file = SourceFile(name: "a", text: [0xEF, 0xBB, 0xBF] + Array("ab\nc".utf8))
        #expect(file.position(at: 3) == SourcePosition(line: 1, column: 1))
        #expect(file.position(at: 0) == SourcePosition(line: 1, column: 1))
        #expect(file.line(1) == "ab")
        #expect(file.offsets(ofLine: 1) == 3..<5)
    }

    @Test("a line is given without its line break", arguments: ["\n", "\r\n", "\r"])
    func lines(lineBreak: String) {
        let file = SourceFile(name: "a", text: Array("one\(lineBreak)\(lineBreak)two\(lineBreak)".utf8))
        #expect((0...5).map { file.line($0) } == [nil, "one", "", "two", "", nil])
        #expect(file.lineCount == 4)
    }

    @Test("UTF-16 with a byte order mark is read as UTF-8", arguments: [true, false])
    func utf16(bigEndian: Bool) {
        let text = "a: ä日🎉\n"
        let file = SourceFile(name: "a", text: encoded(Array(text.utf16), bigEndian: bigEndian))
        #expect(String(decoding: file.text, as: UTF8.self) == text)
        #expect(file.line(1) == "a: ä日🎉")
    }

    @Test("what is no UTF-16 stays no UTF-8, so that it is reported at its place")
    func brokenUTF16() {
        let half = encoded([0x61, 0xD83C, 0x62, 0xDC00], bigEndian: true)
        #expect(SourceFile(name: "a", text: half).text == [0x61, 0xED, 0xA0, 0xBC, 0x62, 0xED, 0xB0, 0x80])
        #expect(
            SourceFile(name: "a", text: encoded([0x61, 0xD83C], bigEndian: false)).text == [0x61, 0xED, 0xA0, 0xBC]
        )
        #expect(SourceFile(name: "a", text: [0xFF, 0xFE, 0x61, 0x00, 0x62]).text == [0x61, 0xFF])
    }

    private func encoded(_ units: [UInt16], bigEndian: Bool) -> [UInt8] {
        ([0xFEFF] + units)
            .flatMap { unit in
                let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return bigEndian ? bytes : bytes.reversed()
            }
    }
}
