import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Types of scalars, as go-yaml sees them")
struct ScalarResolutionTests {
    @Test("nothing", arguments: ["", "~", "null", "Null", "NULL"])
    func null(text: String) {
        #expect(Scalar(text, style: .plain).resolved == .null)
    }

    @Test(
        "truth values",
        arguments: [("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false)]
    )
    func bools(text: String, value: Bool) {
        #expect(Scalar(text, style: .plain).resolved == .bool(value))
    }

    @Test(
        "integers in all bases",
        arguments: [
            ("0", 0), ("12", 12), ("-12", -12), ("+12", 12), ("1_000", 1000), ("0x1F", 31), ("0X1f", 31),
            ("-0x10", -16),
            ("0b101", 5), ("-0b11", -3), ("0o17", 15), ("-0o17", -15), ("0777", 511), ("-017", -15), ("00", 0),
            ("0_7", 7),
            ("9223372036854775807", .max), ("-9223372036854775808", .min), ("0x_ff", 255),
        ]
    )
    func integers(text: String, value: Int) {
        #expect(Scalar(text, style: .plain).resolved == .integer(value))
    }

    @Test(
        "floating-point numbers",
        arguments: [
            (".5_0", 0.5), ("1.5", 1.5), ("-1.5", -1.5), ("1.", 1), (".5", 0.5), ("+.5", 0.5), ("1e3", 1000),
            ("1.5E-2", 0.015),
            ("1_0.5", 10.5), (".inf", .infinity), ("+.Inf", .infinity), ("-.INF", -.infinity),
            ("08", 8), ("9223372036854775808", 9_223_372_036_854_775_808), ("0xFFFFFFFFFFFFFFFF", 0x1p64),
        ]
    )
    func floats(text: String, value: Double) {
        #expect(Scalar(text, style: .plain).resolved == .float(value))
    }

    @Test("not a number", arguments: [".nan", ".NaN", ".NAN"])
    func notANumber(text: String) {
        guard case .float(let value) = Scalar(text, style: .plain).resolved else {
            Issue.record("\(text) is no float")
            return
        }
        #expect(value.isNaN)
    }

    @Test(
        "strings that look like something else",
        arguments: [
            "yes", "no", "on", "off", "y", "n", "nULL", "tRUE", "1.2.3", "12:30:45", "2001-12-14", "1e", "e5", ".", "-",
            "+",
            "0x", "0b2", "0o8", "1e400", "+-1", "--1", "_1", "._5", ".5_", ".5__0", "inf", "nan", "1 2", "<<",
            "10.0.0.0/8", "1MB",
            "-.e1",
        ]
    )
    func strings(text: String) {
        #expect(Scalar(text, style: .plain).resolved == .string)
    }

    @Test(
        "a quoted scalar or a block is always a string",
        arguments: [
            Scalar.Style.singleQuoted, .doubleQuoted, .literal, .folded,
        ]
    )
    func quoted(style: Scalar.Style) {
        #expect(Scalar("12", style: style).resolved == .string)
        #expect(Scalar("true", style: style).asBool == nil)
    }

    @Test(
        "a reader that wants a truth value takes the words of YAML 1.1 too",
        arguments: [
            ("yes", true), ("On", true), ("y", true), ("NO", false), ("off", false), ("n", false), ("true", true),
        ]
    )
    func wantedBools(text: String, value: Bool) {
        #expect(Scalar(text, style: .plain).asBool == value)
    }

    @Test("other words are no truth values", arguments: ["1", "0", "yEs", "enabled", ""])
    func unwantedBools(text: String) {
        #expect(Scalar(text, style: .plain).asBool == nil)
    }

    @Test(
        "an explicit tag decides",
        arguments: [
            ("!!str 12", Scalar.Resolved.string), ("!!int \"12\"", .integer(12)), ("!!float 12", .float(12)),
            ("!!bool 'true'", .bool(true)), ("!!null ''", .null), ("! 12", .string), ("!local 12", .string),
            ("!local", .string),
            ("!!str", .string), ("!!binary aGk=", .string), ("!!float .inf", .float(.infinity)),
        ]
    )
    func tags(text: String, resolved: Scalar.Resolved) {
        let reading = Reading(text)
        #expect(reading.codes == [])
        #expect(reading.node?.resolved == resolved)
    }

    @Test(
        "a value that is none for its tag is an error",
        arguments: ["!!int abc", "!!bool yes", "!!null x", "!!float x", "!!int 1.5"]
    )
    func tagMismatch(text: String) {
        let reading = Reading("a: \(text)")
        #expect(reading.codes == ["yaml.tag-value"])
        #expect(reading.text(reading.diagnostics.first?.primary?.span) == text)
    }

    @Test("standard tags are given in full, local ones as they are")
    func tagNames() {
        let reading = Reading(
            "%TAG !e! tag:example.com,2000:\n---\n- !!str a\n- !reset []\n- !e!x {}\n- !<tag:y> b\n- ! [1]\n"
        )
        let tags = reading.node?.items?.map(\.tag)
        #expect(tags == ["tag:yaml.org,2002:str", "!reset", "tag:example.com,2000:x", "tag:y", nil])
    }
}
