import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Anchors and aliases")
struct AliasTests {
    @Test("an alias stands for the last value that had its name")
    func redefinition() {
        let reading = Reading("- &a 1\n- *a\n- &a 2\n- *a\n- &a [&a 3, *a]\n- *a\n")
        #expect(reading.codes == [])
        #expect(reading.node?.plain == [1, 1, 2, 2, [3, 3], 3])
    }

    @Test("an alias can be a key")
    func aliasAsKey() {
        let reading = Reading("- &k name\n- *k : 1\n  b: 2\n")
        #expect(reading.node?.plain == ["name", ["name": 1, "b": 2]])
    }

    @Test("anchors end with their document")
    func documents() {
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "a", text: Array("a: &x 1\n---\nb: *x\n".utf8))
        _ = YAMLParser().parse(file, as: FileID(rawValue: 0), reporting: &diagnostics)
        #expect(diagnostics.sorted.map(\.code.description) == ["yaml.unknown-anchor"])
    }

    @Test("an unknown anchor is an error at its alias, and the rest is read")
    func unknown() {
        let reading = Reading("a: &base 1\nb: *bsae\nc: *other\nd: 4\n")
        #expect(reading.codes == ["yaml.unknown-anchor", "yaml.unknown-anchor"])
        #expect(reading.diagnostics.map { reading.place($0.primary?.span) } == ["2:4", "3:4"])
        #expect(reading.diagnostics[0].help == "did you mean `*base`?")
        #expect(reading.node?["d"]?.plain == 4)
    }

    @Test("merging an unknown anchor is one mistake, not two")
    func unknownMerge() {
        #expect(Reading("a:\n  <<: *x\n").codes == ["yaml.unknown-anchor"])
    }

    @Test(
        "an alias inside its own value is an error",
        arguments: ["a: &x\n  b: *x\n", "&x [1, [2, *x]]", "&x {<<: *x}"]
    )
    func recursion(text: String) {
        let reading = Reading(text)
        #expect(reading.codes == ["yaml.recursive-alias"])
        #expect(reading.text(reading.diagnostics.first?.primary?.span) == "*x")
        #expect(reading.diagnostics.first?.related.map { reading.text($0.span)?.prefix(2) } == ["&x"])
    }
}
