import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Writing YAML")
struct YAMLEmitterTests {
    @Test("mappings and lists stand below their keys, lists indented")
    func layout() {
        let value: PlainValue = [
            "services": [
                "web": [
                    "image": "nginx:1.27", "ports": ["80:80", 443], "command": [], "labels": [:], "deploy": .null,
                ],
                "jobs": [["name": "a", "steps": ["x", ["y", "z"]]], ["name": "b"]],
            ],
            "debug": true, "ratio": 0.5, "whole": .number(2), "text": "two\nlines\n",
        ]
        #expect(
            YAMLEmitter.emit(value) == """
                services:
                  web:
                    image: nginx:1.27
                    ports:
                      - "80:80"
                      - 443
                    command: []
                    labels: {}
                    deploy: null
                  jobs:
                    - name: a
                      steps:
                        - x
                        - - "y"
                          - z
                    - name: b
                debug: true
                ratio: 0.5
                whole: 2.0
                text: |
                  two
                  lines

                """
        )
    }

    @Test(
        "a string that another reader would take for something else stands in quotes",
        arguments: [
            "yes", "No", "on", "off", "y", "N", "true", "null", "~", "", "12", "1.5", "0x1F", "1e3", "12:30:45",
            "1_000", ".inf",
            "2001-12-14", "2001-12-14T10:00:00Z", "<<", "=", "- a", "a: b", "a #b", "#a", " a", "a ", "*a", "&a", "!a",
            "[a",
            "{a", "'a", "\"a", "%a", "@a", "`a", "|", ">", "?", "-", "---", "a:", "a\tb", "80:80", "0.0.0.0", "+1",
            "1,000",
        ]
    )
    func quoting(text: String) {
        let emitted = YAMLEmitter.emit(.string(text))
        #expect(emitted.hasPrefix("\""))
        #expect(Reading(emitted).node?.plain == .string(text))
    }

    @Test(
        "ordinary words stand as they are",
        arguments: [
            "a", "nginx:1.27", "/var/lib/data:/data:ro", "two words", "it's", "a#b", "--flag", "a,b", "${VAR}", "日本",
        ]
    )
    func plain(text: String) {
        #expect(YAMLEmitter.emit(.string(text)) == text + "\n")
    }

    @Test(
        "text of several lines is a block that keeps the breaks at its end",
        arguments: [
            ("a\nb", "|-\n  a\n  b\n"), ("a\nb\n", "|\n  a\n  b\n"), ("a\n\n\n", "|+\n  a\n\n\n"),
            ("a\n  b\n", "|\n  a\n    b\n"),
            ("# a\n---\n", "|\n  # a\n  ---\n"), ("\na", "\"\\na\"\n"), ("a \nb", "\"a \\nb\"\n"),
            ("a\r\nb", "\"a\\r\\nb\"\n"),
        ]
    )
    func blocks(text: String, emitted: String) {
        #expect(YAMLEmitter.emit(.string(text)) == emitted)
        #expect(Reading(emitted).node?.plain == .string(text))
    }

    @Test(
        "a number with a fraction or an exponent has a point, so that it stays one",
        arguments: [
            (2.0, "2.0"), (-0.5, "-0.5"), (1e21, "1.0e+21"), (1.5e-7, "1.5e-07"), (.infinity, ".inf"),
            (-.infinity, "-.inf"),
            (.nan, ".nan"),
        ]
    )
    func numbers(value: Double, text: String) {
        #expect(YAMLEmitter.emit(.number(value)) == text + "\n")
    }

    @Test("a key of any length is read again", arguments: [1, 999, 1001, 5000])
    func longKeys(length: Int) {
        let key = String(repeating: "k", count: length)
        for value: PlainValue in ["v", ["v"], ["k": "v"], "two\nlines"] {
            let whole = PlainValue.list([.map([PlainValue.Entry(key: key, value: value)])])
            #expect(Reading(YAMLEmitter.emit(whole)).node?.plain == whole)
        }
    }

    @Test("what is written is read as the same value, whatever it is", arguments: 0..<40)
    func roundTrip(seed: UInt64) {
        var random = RandomSource(seed: seed)
        for _ in 0..<250 {
            let value = random.value(depth: 4)
            let text = YAMLEmitter.emit(value)
            let reading = Reading(text)
            #expect(reading.codes == [], "\(text)")
            #expect(reading.node?.plain == value, "\(text)")
        }
    }
}
