import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Places of values")
struct SpanTests {
    @Test(
        "a value's place is its own text, without anchor and tag",
        arguments: [
            ("k: value # comment", "value"), ("k: 'it''s'", "'it''s'"), ("k: \"a\\nb\"", "\"a\\nb\""),
            ("k: &a !!str value", "value"), ("k: !reset [1, 2] # x", "[1, 2]"), ("k: &a {b: 1}", "{b: 1}"),
            ("k: &a\n  # a comment\n  b: 1\n\nl: 2", "b: 1"), ("k:\n  - 1\n  - 2\n\n# end\nl: 2", "- 1\n  - 2"),
            ("k: |\n  one\n  two\n\nl: 2", "|\n  one\n  two"), ("k: >-\n  one\n  two\n", ">-\n  one\n  two"),
            ("k: one\n  two\nl: 2", "one\n  two"), ("k: !reset", "!reset"), ("k: &a\nl: 1", "&a"),
            ("k:\n  b: *x\n", nil), ("k:\r\n  - a\r\n  - b\r\nl: 1", "- a\r\n  - b"), ("k: !<tag:x> {}", "{}"),
            ("k: [a,\n  b ]\n", "[a,\n  b ]"), ("k:\n  a:\n    b:\nl: 1", "a:\n    b:"),
        ]
    )
    func valuePlaces(text: String, value: String?) {
        let reading = Reading(text)
        guard let value else { return }
        #expect(reading.text(reading.node?["k"]?.span) == value)
    }

    @Test("a value that is not there stands behind its colon")
    func missingValue() {
        let reading = Reading("a:\nb: 1\n")
        #expect(reading.place(reading.node?["a"]?.span) == "1:3")
    }

    @Test(
        "places are bytes, whatever stands before them",
        arguments: [
            "", "# ä\n", "# 日本語 🎉\n", "\u{FEFF}", "\u{FEFF}# ä\n", "#\u{85}\n", "# \u{2028}\r\n", "a: \"é\"\r\n",
        ]
    )
    func placesBehindOtherText(prefix: String) {
        let reading = Reading(prefix + "key: [värde, \"🎉\"] # ü\nnext: wert\n")
        #expect(reading.text(reading.node?["key"]?.items?.first?.span) == "värde")
        #expect(reading.text(reading.node?["key"]?.items?.last?.span) == "\"🎉\"")
        #expect(reading.text(reading.node?["key"]?.span) == "[värde, \"🎉\"]")
        #expect(reading.text(reading.node?.pairs?.last?.key.span) == "next")
        #expect(reading.text(reading.node?["next"]?.span) == "wert")
    }

    @Test("places in UTF-16 are places in the text that the source file holds")
    func utf16() {
        let units = Array("\u{FEFF}k: ä\nl: [🎉, x]\n".utf16)
        let reading = Reading(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(reading.codes == [])
        #expect(reading.text(reading.node?["l"]?.items?.last?.span) == "x")
        #expect(reading.place(reading.node?["l"]?.items?.last?.span) == "2:8")
    }

    @Test("an alias keeps the place of its value and says where it stands itself")
    func aliases() {
        let reading = Reading("a: &x [1]\nb: *x\n")
        #expect(reading.text(reading.node?["b"]?.span) == "[1]")
        #expect(reading.text(reading.node?["b"]?.alias) == "*x")
        #expect(reading.node?["a"]?.alias == nil)
    }
}
