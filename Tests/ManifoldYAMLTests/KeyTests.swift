import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Keys")
struct KeyTests {
    @Test(
        "a key that is given twice is an error with both places",
        arguments: [
            ("a: 1\nb: 2\na: 3\n", "3:1", "1:1"), ("{a: 1, 'a': 2}", "1:8", "1:2"),
            ("k:\n  a: 1\n  ? a\n  : 2\n", "3:5", "2:3"),
            ("- &k a\n- a: 1\n  *k : 2\n", "3:3", "2:3"),
        ]
    )
    func duplicates(text: String, second: String, first: String) {
        let reading = Reading(text)
        #expect(reading.codes == ["yaml.duplicate-key"])
        #expect(reading.place(reading.diagnostics.first?.primary?.span) == second)
        #expect(reading.place(reading.diagnostics.first?.related.first?.span) == first)
    }

    @Test("the first of a key's values stays in the tree", arguments: [3, 12, 13, 100])
    func firstValueStays(count: Int) {
        let lines = (0..<count).map { "key\($0): \($0)" }
        let reading = Reading((lines + ["key1: again", "key1: once more"]).joined(separator: "\n"))
        #expect(reading.codes == ["yaml.duplicate-key", "yaml.duplicate-key"])
        #expect(reading.node?.pairs?.count == count)
        #expect(reading.node?["key1"]?.plain == 1)
    }

    @Test("the same key in two mappings is no mistake")
    func otherMappings() {
        #expect(Reading("a: {a: 1}\nb: {a: {a: 1}}\nc: [{a: 1}, {a: 1}]\n").codes == [])
    }

    @Test(
        "a list or a mapping cannot be a key",
        arguments: ["[a, b]: 1", "{a: b}: 1", "? - a\n: 1", "? {a: b}", "{[a]: 1}"]
    )
    func complexKeys(text: String) {
        let reading = Reading(text)
        #expect(reading.codes == ["yaml.complex-key"])
        #expect(reading.node?.pairs?.isEmpty == true)
    }

    @Test("an alias of a list cannot be a key either")
    func complexAlias() {
        let reading = Reading("a: &a [1]\nb: {*a : 1}\n")
        #expect(reading.codes == ["yaml.complex-key"])
    }

    @Test("a template's braces get the help that they need")
    func templates() {
        let reading = Reading("image: {{ registry }}\n")
        #expect(reading.codes == ["yaml.complex-key"])
        #expect(reading.diagnostics.first?.help?.contains("quotes") == true)
    }
}
