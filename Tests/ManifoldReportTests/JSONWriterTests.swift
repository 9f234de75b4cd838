import ManifoldReport
import ManifoldYAML
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    private func entry(_ key: String, _ value: PlainValue) -> PlainValue.Entry {
        PlainValue.Entry(key: key, value: value)
    }

    @Test("pretty JSON has an entry a line and two spaces a level")
    func pretty() {
        let value = PlainValue.map([
            entry("services", .map([entry("web", .map([entry("ports", .list([.integer(80), .string("443")]))]))])),
            entry("none", .null), entry("list", .list([])), entry("map", .map([])), entry("on", .bool(true)),
            entry("nested", .list([.list([.bool(false)]), .map([entry("a", .number(0.5))])])),
        ])
        #expect(
            JSONWriter.write(value, pretty: true) == """
                {
                  "services": {
                    "web": {
                      "ports": [
                        80,
                        "443"
                      ]
                    }
                  },
                  "none": null,
                  "list": [],
                  "map": {},
                  "on": true,
                  "nested": [
                    [
                      false
                    ],
                    {
                      "a": 0.5
                    }
                  ]
                }
                """
        )
    }

    @Test("compact JSON has no blanks, and entries keep their order")
    func compact() {
        let value = PlainValue.map([
            entry("b", .list([.integer(1), .null])), entry("a", .map([entry("c", .string("d"))])),
        ])
        #expect(JSONWriter.write(value, pretty: false) == #"{"b":[1,null],"a":{"c":"d"}}"#)
    }

    @Test(
        "strings are escaped where JSON wants it and nowhere else",
        arguments: [
            ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#), ("\r\n", #""\r\n""#),
            ("\u{0}\u{1B}\u{7F}", #""\u0000\u001b\u007f""#),
            ("\u{92}\u{FEFF}\u{FFFF}", #""\u0092\ufeff\uffff""#), ("©", "\"©\""),
            ("ä日🎉", "\"ä日🎉\""), ("</a>&", "\"</a>&\""), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
            ("e\u{301}", "\"e\u{301}\""),
            ("", "\"\""),
        ]
    )
    func strings(text: String, json: String) {
        #expect(JSONWriter.write(.string(text), pretty: false) == json)
        let key = PlainValue.map([entry(text, .null)])
        #expect(JSONWriter.write(key, pretty: false) == "{\(json):null}")
    }

    @Test(
        "numbers are written as Go writes them",
        arguments: [
            (0.0, "0"), (-0.0, "-0"), (1.0, "1"), (-2.5, "-2.5"), (0.1, "0.1"), (100, "100"),
            (123_456_789.125, "123456789.125"),
            (1e20, "100000000000000000000"), (1e21, "1e+21"), (1.5e300, "1.5e+300"), (0.000001, "0.000001"),
            (1e-7, "1e-7"),
            (1.25e-9, "1.25e-9"), (.leastNonzeroMagnitude, "5e-324"), (123_456_789_012_345_680, "123456789012345680"),
            (-1e22, "-1e+22"),
            (.infinity, "null"), (.nan, "null"),
        ]
    )
    func numbers(value: Double, json: String) {
        #expect(JSONWriter.write(.number(value), pretty: false) == json)
    }

    @Test("integers keep all their digits", arguments: [0, -1, Int.max, Int.min])
    func integers(value: Int) {
        #expect(JSONWriter.write(.integer(value), pretty: false) == String(value))
    }
}
