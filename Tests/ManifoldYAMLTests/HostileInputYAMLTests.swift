import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Hostile bytes")
struct HostileInputYAMLTests {
    @Test("text in UTF-16 is read, and cut or broken text is an error")
    func utf16() {
        let text = Array("a: ä\n".utf16)
        let little: [UInt8] = [0xFF, 0xFE] + text.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + text.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [little, big] {
            #expect(Reading(bytes).node?["a"]?.scalarText == "ä")
            // An odd length, half of a pair alone, and nothing at all.
            for broken in [bytes + [0x61], bytes + [0x00, 0xD8], Array(bytes.prefix(2)), Array(bytes.prefix(3))] {
                let reading = Reading(broken)
                #expect(reading.node != nil || !reading.diagnostics.isEmpty)
            }
        }
    }

    @Test(
        "bytes that are no text are an error",
        arguments: [[0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80]]
    )
    func noText(bytes: [UInt8]) {
        let reading = Reading(Array("a: ".utf8) + bytes + Array("\n".utf8))
        #expect(reading.node == nil)
        #expect(reading.diagnostics.count == 1)
    }

    @Test("a text larger than a file may be is an error at once")
    func hugeScalar() {
        let clock = ContinuousClock()
        let bytes = Array("a: \"".utf8) + [UInt8](repeating: 0x78, count: 100_000_000) + Array("\"\n".utf8)
        var codes: [String] = []
        let time = clock.measure { codes = Reading(bytes).codes }
        #expect(codes == ["yaml.too-large"])
        #expect(time < .seconds(20))
    }

    @Test("what aliases may stand for grows with the text")
    func shortTextWithManyAliases() {
        // Three to the power of ten, in 200 bytes.
        var text = "a0: &a0 {k: v}\n"
        for level in 1...10 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
        #expect(Reading(text).codes == ["yaml.alias-expansion"])
        let padding = String(repeating: "# a comment\n", count: 10_000)
        #expect(Reading(text + padding).codes == [])
    }

    @Test("a place far inside a long line is found quickly, with or without other letters than those of ASCII")
    func longLines() {
        for letter in ["a", "ä"] {
            let text = "[" + String(repeating: letter + ", ", count: 100_000) + "]"
            let file = SourceFile(name: "long", text: Array(text.utf8))
            let clock = ContinuousClock()
            var last = 0
            let time = clock.measure {
                for offset in stride(from: 0, to: file.text.count, by: 50) {
                    let column = file.position(at: UInt32(offset)).column
                    #expect(column >= last)
                    last = column
                }
            }
            #expect(last > text.count - 60 && last <= text.count + 1)
            #expect(time < .seconds(30))
        }
    }
}
