import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Traps of YAML that a file's bytes and names show")
struct YAMLTrapTests {
    @Test(
        "a byte that is no UTF-8 is named, and not the good one behind it",
        arguments: [
            ([0x63, 0xE9, 0x20, 0x64] as [UInt8], 1, "0xE9", "`é`"), ([0xC3, 0x28], 0, "0xC3", "`Ã`"),
            ([0x61, 0x0A, 0x80], 2, "0x80", "UTF-8"),
        ]
    )
    func bytes(bytes: [UInt8], offset: UInt32, label: String, help: String) {
        let reading = Reading(bytes)
        #expect(reading.codes == ["yaml.encoding"])
        #expect(reading.diagnostics.first?.primary?.span.start == offset)
        #expect(reading.diagnostics.first?.primary?.text?.contains(label) == true)
        #expect(reading.diagnostics.first?.help?.contains(help) == true)
    }

    @Test("UTF-16 without a mark is called so", arguments: [true, false])
    func utf16(isBigEndian: Bool) {
        let bytes = "a: 1\n".utf16
            .flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let reading = Reading(bytes)
        #expect(reading.codes == ["yaml.encoding"])
        #expect(reading.diagnostics.first?.message.contains("UTF-16") == true)
    }

    @Test("an anchor that stands below its alias is shown")
    func anchorBelow() {
        let reading = Reading("a: *x\nb: &xy 1\nc: &x 2\n")
        #expect(reading.codes == ["yaml.unknown-anchor"])
        #expect(reading.diagnostics.first?.related.map { reading.place($0.span) } == ["3:4"])
        #expect(reading.diagnostics.first?.message.contains("below") == true)
    }

    @Test("a name of an anchor without its star is told apart from other wrong values of a merge")
    func mergeOfAName() {
        #expect(Reading("a: &b {c: 1}\nd:\n  <<: b\n").diagnostics.first?.help?.contains("`<<: *b`") == true)
        #expect(Reading("d:\n  <<: \"b c\"\n").diagnostics.first?.help?.contains("write an alias") == true)
    }

    @Test("what a fault leads to on its line is not told beside it")
    func oneCause() {
        #expect(Reading("a: 1\na: {{ b }}/c\n").codes == ["yaml.quoting"])
        #expect(Reading("x: {a: 1, a: 2}\nb: \"\n").codes == ["yaml.duplicate-key", "yaml.unclosed"])
    }
}
