import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Merge keys")
struct MergeKeyTests {
    private let anchors = "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\n"

    @Test(
        "keys that are written win over merged ones, and an earlier mapping over a later one",
        arguments: [
            ("{<<: *x}", ["a": 1, "b": 2]), ("{<<: *x, b: 9}", ["a": 1, "b": 9]), ("{b: 9, <<: *x}", ["b": 9, "a": 1]),
            ("{<<: [*x, *y]}", ["a": 1, "b": 2, "c": 4]), ("{<<: [*y, *x], z: 0}", ["b": 3, "c": 4, "a": 1, "z": 0]),
            ("{<<: {q: 1}}", ["q": 1]), ("{<<: [{q: 1}, *x], a: 7}", ["q": 1, "b": 2, "a": 7]), ("{<<: []}", [:]),
        ] as [(String, PlainValue)]
    )
    func precedence(text: String, value: PlainValue) {
        let reading = Reading(anchors + "m: \(text)\n")
        #expect(reading.codes == [])
        #expect(reading.node?["m"]?.plain == value)
    }

    @Test("merged mappings may be merged themselves")
    func nesting() {
        let reading = Reading("x: &x {a: 1}\ny: &y\n  <<: *x\n  b: 2\nz:\n  <<: *y\n  c: 3\n")
        #expect(reading.node?["z"]?.plain == ["a": 1, "b": 2, "c": 3])
    }

    @Test("only a plain `<<` merges", arguments: ["\"<<\"", "'<<'", "!!str <<", "!x <<"])
    func quotedMergeKey(key: String) {
        let reading = Reading(anchors + "m:\n  \(key): *x\n")
        #expect(reading.codes == [])
        #expect(reading.node?["m"]?.plain == ["<<": ["a": 1, "b": 2]])
    }

    @Test("merged entries keep their places and say where they were merged")
    func places() {
        let reading = Reading(anchors + "m:\n  <<: *x\n  c: 1\n")
        let merged = reading.node?["m"]?.pairs?.first
        #expect(reading.text(merged?.key.span) == "a")
        #expect(reading.place(merged?.value.span) == "1:11")
        #expect(reading.place(merged?.key.alias) == "4:7")
        #expect(reading.place(merged?.value.alias) == "4:7")
        #expect(reading.node?["m"]?["c"]?.alias == nil)
    }

    @Test("entries merged through a list that is an alias say so too")
    func aliasedList() {
        let reading = Reading("l: &l [{a: 1}]\nm:\n  <<: *l\n")
        #expect(reading.node?["m"]?.plain == ["a": 1])
        #expect(reading.text(reading.node?["m"]?["a"]?.alias) == "*l")
    }

    @Test(
        "what is no mapping cannot be merged",
        arguments: [("1", "1"), ("", ""), ("[*x, two]", "two"), ("~", "~"), ("[[*x]]", "[*x]")]
    )
    func wrongValues(value: String, place: String) {
        let reading = Reading(anchors + "m:\n  <<: \(value)\n  k: 1\n")
        #expect(reading.codes == ["yaml.merge-value"])
        #expect(reading.text(reading.diagnostics.first?.primary?.span) == place)
        #expect(reading.node?["m"]?["k"]?.plain == 1)
    }

    @Test("two merge keys in one mapping are an error that shows the list form")
    func twice() {
        let reading = Reading(anchors + "m:\n  <<: *x\n  <<: *y\n")
        #expect(reading.codes == ["yaml.duplicate-key"])
        #expect(reading.diagnostics.first?.help?.contains("<<: [*one, *two]") == true)
    }
}
