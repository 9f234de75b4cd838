import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Documents and their encoding")
struct DocumentTests {
    @Test(
        "a file without a document is nothing, at its beginning",
        arguments: ["", "# only a comment\n", "\n\n", "\u{FEFF}"]
    )
    func empty(text: String) {
        let reading = Reading(text)
        #expect(reading.codes == [])
        #expect(reading.node?.isNull == true)
        #expect(reading.node?.span.start == 0)
    }

    @Test(
        "a document may be marked",
        arguments: ["---\na: 1\n", "%YAML 1.1\n---\na: 1\n", "---\na: 1\n...\n", "--- {a: 1}"]
    )
    func marked(text: String) {
        let reading = Reading(text)
        #expect(reading.codes == [])
        #expect(reading.node?.plain == ["a": 1])
    }

    @Test("all documents can be read")
    func all() {
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "a", text: Array("a: 1\n---\nb: 2\n---\n".utf8))
        let documents = YAMLParser().parse(file, as: FileID(rawValue: 0), reporting: &diagnostics)
        #expect(documents?.map(\.plain) == [["a": 1], ["b": 2], .null])
    }

    @Test(
        "a byte that is no UTF-8 is an error at its place",
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], 3), ([0xC3, 0x28], 0), ([0xE4, 0xB8], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xEF, 0xBB, 0xBF, 0x61, 0x80], 4), ([0xC0, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
        ] as [([UInt8], UInt32)]
    )
    func encoding(bytes: [UInt8], place: UInt32) {
        let reading = Reading(bytes)
        #expect(reading.codes == ["yaml.encoding"])
        #expect(reading.diagnostics.first?.primary?.span.start == place)
        #expect(reading.node == nil)
    }

    @Test(
        "a control character is an error at its place",
        arguments: [
            ("a: \0", 3, "U+0000"), ("ä: \u{7}b", 4, "U+0007"), ("\u{FEFF}a: \u{1B}[0m", 6, "U+001B"),
            ("a: \u{9F}", 3, "U+009F"),
        ]
    )
    func controlCharacters(text: String, place: UInt32, name: String) {
        let reading = Reading(text)
        #expect(reading.codes == ["yaml.control-character"])
        #expect(reading.diagnostics.first?.primary?.span.start == place)
        #expect(reading.diagnostics.first?.primary?.text == name)
    }
}
