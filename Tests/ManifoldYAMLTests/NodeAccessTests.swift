import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("What decoders ask of a node")
struct NodeAccessTests {
    private let reading = Reading(
        "list: [1]\nmap: {a: b}\ntext: word\nquoted: '1'\ninteger: 1\nnumber: 1.5\nbool: true\nnone:\n"
    )

    @Test(
        "a value is described in the words of an error",
        arguments: [
            ("list", "a list"), ("map", "a mapping"), ("text", "a string"), ("quoted", "a string"),
            ("integer", "a number"),
            ("number", "a number"), ("bool", "true or false"), ("none", "nothing"),
        ]
    )
    func kinds(key: String, description: String) {
        #expect(reading.node?[key]?.kindDescription == description)
    }

    @Test("each kind of value answers only its own question")
    func questions() {
        #expect(reading.node?["list"]?.items?.count == 1)
        #expect(reading.node?["list"]?.pairs == nil)
        #expect(reading.node?["list"]?.resolved == nil)
        #expect(reading.node?["map"]?.pairs?.count == 1)
        #expect(reading.node?["map"]?.scalarText == nil)
        #expect(reading.node?["integer"]?.scalarText == "1")
        #expect(reading.node?["none"]?.isNull == true)
        #expect(reading.node?["quoted"]?.isNull == false)
        #expect(reading.node?["list"]?.isNull == false)
        #expect(reading.node?["missing"] == nil)
    }

    @Test("keys that are no strings are found by their text")
    func otherKeys() {
        let reading = Reading("8080: a\ntrue: b\n1.5: c\n~: d\n? \n: e\n")
        #expect(reading.codes == [])
        #expect(["8080", "true", "1.5", "~", ""].map { reading.node?[$0]?.scalarText } == ["a", "b", "c", "d", "e"])
    }
}
