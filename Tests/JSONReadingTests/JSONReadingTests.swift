import Foundation
import JSONReading
import ManifoldTestSupport
import Testing

/// Foundation's decoder is the yardstick: what it makes of a text, this one makes of it too.
@Suite("Reading JSON")
struct JSONReadingTests {
    @Test(
        "texts are taken or refused as Foundation does",
        arguments: [
            "", " ", "{}", "[]", "[ ]", "{ }", "null", " true ", "false", "tru", "nul", "truE", "0", "-0", "-", "01",
            "1.", ".5",
            "1.5", "1e5", "1E+5", "1e-5", "1e", "1e+", "--1", "+1", "0x1", "NaN", #""""#, #""a"#, #"a""#, #""\n""#,
            #""\x""#,
            #""\u00e9""#, #""\u00g9""#, #""\u12""#, "\"\u{1}\"", "\"\t\"", "[1,2]", "[1,,2]", "[,1]", "[1 2]",
            "[1", "1]",
            #"{"a":1}"#, #"{"a" 1}"#, #"{"a":}"#, #"{a:1}"#, #"{"a":1 "b":2}"#, #"{"a":1}}"#, "[[[[]]]]",
            "{}{}",
            "1 2", "[\"\u{7F}é😀\"]", "\u{FEFF}1", "// x\n1", "[true,false,null]",
        ]
    )
    func acceptance(text: String) {
        let isTaken = (try? JSONTreeDecoder.decode(JSONValue.self, from: Array(text.utf8))) != nil
        let isFoundations = (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) != nil
        // Foundation skips the byte order mark, which RFC 8259 lets a reader refuse, and no engine writes.
        #expect(isTaken == (isFoundations && text.utf8.first != 0xEF))
    }

    @Test("mutilated texts never trap, and mean what Foundation makes of them", arguments: UInt64(1)...400)
    func mutations(seed: UInt64) throws {
        var random = Random(state: seed)
        var text = Array(random.json(depth: 0).utf8)
        for _ in 0..<random.below(4) where !text.isEmpty {
            text[random.below(text.count)] = Array("{}[],:\"\\0 1eu-.tn".utf8)[random.below(17)]
        }
        let own = try? JSONTreeDecoder.decode(JSONValue.self, from: text)
        let foundations = try? JSONDecoder().decode(JSONValue.self, from: Data(text))
        // Foundation takes a comma at the end, and refuses what is not UTF-8 and half of a surrogate pair. Such texts only
        // must not trap.
        let squeezed = String(validating: text.filter { !" \n\t".utf8.contains($0) }, as: UTF8.self)
        guard let squeezed, !squeezed.contains(",]"), !squeezed.contains(",}"),
            !String(describing: own).contains("\u{FFFD}")
        else { return }
        #expect(own == foundations, "\(String(decoding: text, as: UTF8.self))")
    }

    @Test("escapes are read")
    func escapes() throws {
        let text = #"["\"\\\/\b\f\n\r\t", "\u00e9\u0000", "\ud83d\ude00", "a\u0041b"]"#
        let expected = ["\"\\/\u{8}\u{C}\n\r\t", "é\u{0}", "😀", "aAb"]
        #expect(try JSONTreeDecoder.decode([String].self, from: Array(text.utf8)) == expected)
    }

    @Test("half of a surrogate pair, and what is no UTF-8, becomes U+FFFD")
    func halves() throws {
        let halves = #"["\ud83d", "\ud83dx", "\ude00", "\ud83d\u0041"]"#
        #expect(
            try JSONTreeDecoder.decode([String].self, from: Array(halves.utf8))
                == ["\u{FFFD}", "\u{FFFD}x", "\u{FFFD}", "\u{FFFD}A"]
        )
        #expect(try JSONTreeDecoder.decode(String.self, from: [0x22, 0xFF, 0x22]) == "\u{FFFD}")
    }

    @Test("numbers must fit")
    func numbers() throws {
        #expect(try JSONTreeDecoder.decode(Int64.self, from: Array("-9223372036854775808".utf8)) == .min)
        #expect(throws: DecodingError.self) {
            try JSONTreeDecoder.decode(Int64.self, from: Array("9223372036854775808".utf8))
        }
        #expect(throws: DecodingError.self) { try JSONTreeDecoder.decode(UInt8.self, from: Array("256".utf8)) }
        #expect(throws: DecodingError.self) { try JSONTreeDecoder.decode(Int.self, from: Array("1.5".utf8)) }
        #expect(try JSONTreeDecoder.decode(Double.self, from: Array("-1.5e3".utf8)) == -1500)
    }

    @Test("keys are found in any order, escaped ones too; null is as good as absent for an optional")
    func keys() throws {
        struct Form: Decodable, Equatable {
            var a: Int
            var b: String?
            var c: [String: [Int]]
            var d: Bool?
        }
        let expected = Form(a: 1, b: nil, c: ["x": [1, 2], "y": []], d: true)
        for text in [
            #"{"a":1,"b":null,"c":{"x":[1,2],"y":[]},"d":true}"#,
            #"{"d":true,"other":{"a":7},"c":{"y":[],"x":[1,2]},"\u0061":1}"#,
        ] { #expect(try JSONTreeDecoder.decode(Form.self, from: Array(text.utf8)) == expected) }
    }

    @Test("an error names the place, and nothing of what stands there")
    func places() throws {
        struct Form: Decodable { var list: [[String: Int]] }
        let text = #"{"x": [1, {"y": 2}], "list": [{"a": 1}, {"b": 2, "c": "s3cret"}]}"#
        let error = #expect(throws: DecodingError.self) {
            try JSONTreeDecoder.decode(Form.self, from: Array(text.utf8))
        }
        guard case .typeMismatch(_, let context)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["list", "1", "c"])
        #expect(!"\(context)".contains("s3cret"))
    }

    @Test("texts by name are read, and errors in them have their place")
    func texts() throws {
        func decode(_ text: String) throws -> [[String: String]?] {
            try JSONTreeDecoder.decode(from: Array(text.utf8))
        }
        let labels = try decode(#"[{}, null, {"a": "", "\u0062": "\n", "ä": "x"}]"#)
        #expect(labels == [[:], nil, ["a": "", "b": "\n", "ä": "x"]])
        let broken = [#"[{"a": "b", "c": 1}]"#: ["0", "c"], #"[{"a": null}]"#: ["0", "a"], "[[]]": ["0"]]
        for (text, path) in broken {
            let error = #expect(throws: DecodingError.self) { try decode(text) }
            switch error {
            case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
                #expect(context.codingPath.map(\.stringValue) == path, "\(text)")
            default: Issue.record("\(text): \(String(describing: error))")
            }
        }
    }

    @Test("a comma has something behind it", arguments: ["[1,]", #"{"a":1,}"#])
    func commas(text: String) {
        #expect(throws: DecodingError.self) { try JSONTreeDecoder.decode(JSONValue.self, from: Array(text.utf8)) }
    }

    @Test("too deep is refused")
    func depth() {
        for count in [514, 200_000] {
            let text =
                Array(repeating: UInt8(ascii: "["), count: count) + Array(repeating: UInt8(ascii: "]"), count: count)
            #expect(throws: DecodingError.self) { try JSONTreeDecoder.decode(JSONValue.self, from: text) }
        }
    }
}
