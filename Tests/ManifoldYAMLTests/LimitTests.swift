import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Limits")
struct LimitTests {
    @Test("a billion laughs are an error at once")
    func billionLaughs() {
        var text = "l0: &l0 [lol]\n"
        for level in 1...100 {
            let aliases = Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
            text += "l\(level): &l\(level) [\(aliases)]\n"
        }
        let clock = ContinuousClock()
        var codes: [String] = []
        let time = clock.measure { codes = Reading(text).codes }
        #expect(codes == ["yaml.alias-expansion"])
        #expect(time < .seconds(1))
    }

    @Test("merge keys multiply no less than aliases")
    func billionMerges() {
        var text = "l0: &l0 {a0: 1, b0: 2}\n"
        for level in 1...60 {
            text +=
                "l\(level): &l\(level)\n  <<: *l\(level - 1)\n  a\(level): *l\(level - 1)\n  b\(level): *l\(level - 1)\n"
        }
        #expect(Reading(text).codes == ["yaml.alias-expansion"])
    }

    @Test("an alias of much counts as much, and the limit itself is allowed")
    func countsNodes() {
        // The anchored list counts four: itself and three items.
        let text = "a: &a [1, 2, 3]\nb: [*a, *a]\n"
        #expect(Reading(text, limits: YAMLLimits(bytes: 100, depth: 5, aliasedNodes: 8)).codes == [])
        let reading = Reading(text, limits: YAMLLimits(bytes: 100, depth: 5, aliasedNodes: 7))
        #expect(reading.codes == ["yaml.alias-expansion"])
        #expect(reading.place(reading.diagnostics.first?.primary?.span) == "2:9")
        #expect(reading.node == nil)
    }

    @Test("as many aliases as a large system has are no attack")
    func manyAliases() {
        let services = (0..<2000).map { "s\($0):\n  <<: *base\n  name: s\($0)\n" }.joined()
        let base = "base: &base {image: i, restart: always, environment: {A: 1, B: 2}, ports: [1, 2]}\n"
        #expect(Reading(base + services).codes == [])
    }

    @Test(
        "any depth is an error, not a crash",
        arguments: [("[", ""), ("{a: ", ""), ("- ", "x"), ("? ", "x"), ("[{b: ", ""), ("- ? ", "x")]
    )
    func depth(unit: String, end: String) {
        let clock = ContinuousClock()
        var codes: [String] = []
        let time = clock.measure { codes = Reading(String(repeating: unit, count: 100_000) + end).codes }
        #expect(codes == ["yaml.too-deep"])
        #expect(time < .seconds(2))
    }

    @Test("depth in lines is an error too")
    func depthInLines() {
        let text = (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        let reading = Reading(text)
        #expect(reading.codes == ["yaml.too-deep"])
        #expect(reading.place(reading.diagnostics.first?.primary?.span) == "201:201")
    }

    @Test("depth up to the limit is read")
    func allowedDepth() {
        let text = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        #expect(Reading(text).codes == [])
    }

    @Test("a file that is too large is an error without reading it")
    func size() {
        let reading = Reading("a: 12345\n", limits: YAMLLimits(bytes: 8, depth: 5, aliasedNodes: 5))
        #expect(reading.codes == ["yaml.too-large"])
        #expect(reading.node == nil)
    }

    @Test("too many directives are an error, because libyaml compares each with each")
    func directives() {
        let tags = (0..<101).map { "%TAG !t\($0)! tag:x,2000:\n" }
        #expect(Reading((tags + ["---\na: 1\n"]).joined()).codes == ["yaml.too-many-directives"])
        #expect(Reading((tags.dropLast() + ["---\na: 1\n"]).joined()).codes == [])
        let percent = String(repeating: "100%\n", count: 500)
        #expect(Reading("a: '\(percent)'\nb: |\n %\n").codes == [])
    }

    @Test("one very long line, many keys and many anchors take linear time")
    func largeShapes() {
        let clock = ContinuousClock()
        let line = "[" + (0..<50_000).map(String.init).joined(separator: ", ") + "]"
        let keys = (0..<50_000).map { "k\($0): \($0)\n" }.joined()
        let anchors = (0..<50_000).map { "- &a\($0) x\n- *a\($0)\n" }.joined()
        let time = clock.measure {
            for text in [line, keys, anchors] { #expect(Reading(text).codes == []) }
        }
        #expect(time < .seconds(10))
    }
}
