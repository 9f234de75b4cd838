import Foundation
@testable package import JSONReading
package import ManifoldTestSupport
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
        let isTaken = (try? JSONValue(json: JSONReader(Array(text.utf8)))) != nil
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
        let own = try? JSONValue(json: JSONReader(text))
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
        #expect(try [String](json: JSONReader(Array(text.utf8))) == expected)
    }

    @Test("half of a surrogate pair, and what is no UTF-8, becomes U+FFFD")
    func halves() throws {
        let halves = #"["\ud83d", "\ud83dx", "\ude00", "\ud83d\u0041"]"#
        #expect(
            try [String](json: JSONReader(Array(halves.utf8)))
                == ["\u{FFFD}", "\u{FFFD}x", "\u{FFFD}", "\u{FFFD}A"]
        )
        #expect(try String(json: JSONReader([0x22, 0xFF, 0x22])) == "\u{FFFD}")
    }

    @Test("numbers must fit")
    func numbers() throws {
        #expect(try Int64(json: JSONReader(Array("-9223372036854775808".utf8))) == .min)
        #expect(throws: JSONError.self) {
            try Int64(json: JSONReader(Array("9223372036854775808".utf8)))
        }
        #expect(throws: JSONError.self) { try Int32(json: JSONReader(Array("2147483648".utf8))) }
        #expect(try Int32(json: JSONReader(Array("-2147483648".utf8))) == .min)
        #expect(throws: JSONError.self) { try Int64(json: JSONReader(Array("-9223372036854775809".utf8))) }
        #expect(throws: JSONError.self) { try Int(json: JSONReader(Array("1.5".utf8))) }
    }

    @Test("keys are found in any order, escaped ones too; null is as good as absent for an optional")
    func keys() throws {
        struct Form: JSONReadable, Equatable {
            var a = 1
            var b: String?
            var c: [String: [Int]] = ["x": [1, 2], "y": []]
            var d: Bool? = true

            enum CodingKeys: CodingKey { case a, b, c, d }

            init() {}

            init(json: JSONReader) throws(JSONError) {
                var members = try json.object(CodingKeys.self)
                a = try members.required(.a)
                b = try members.optional(.b)
                c = try members.required(.c)
                d = try members.optional(.d)
            }
        }
        let expected = Form()
        for text in [
            #"{"a":1,"b":null,"c":{"x":[1,2],"y":[]},"d":true}"#,
            #"{"d":true,"other":{"a":7},"c":{"y":[],"x":[1,2]},"\u0061":1}"#,
        ] { #expect(try Form(json: JSONReader(Array(text.utf8))) == expected) }
    }

    @Test("an error names the place, and nothing of what stands there")
    func places() throws {
        struct Form: JSONReadable {
            var list: [[String: Int]]

            enum CodingKeys: CodingKey { case list }

            init(json: JSONReader) throws(JSONError) {
                var members = try json.object(CodingKeys.self)
                list = try members.required(.list)
            }
        }
        let text = #"{"x": [1, {"y": 2}], "list": [{"a": 1}, {"b": 2, "c": "s3cret"}]}"#
        let error = #expect(throws: JSONError.self) { try Form(json: JSONReader(Array(text.utf8))) }
        #expect(error == JSONError(path: ["list", "1", "c"], problem: .mistyped(expected: "Int")))
        let missing = #expect(throws: JSONError.self) { try [Form](json: JSONReader(Array("[{}]".utf8))) }
        #expect(missing == JSONError(path: ["0", "list"], problem: .missing))
    }

    @Test("texts by name are read, and errors in them have their place")
    func texts() throws {
        func read(_ text: String) throws -> [[String: String]?] {
            try [[String: String]?](json: JSONReader(Array(text.utf8)))
        }
        let labels = try read(#"[{}, null, {"a": "", "\u0062": "\n", "ä": "x"}]"#)
        #expect(labels == [[:], nil, ["a": "", "b": "\n", "ä": "x"]])
        #expect(try read(#"[{"a": "1", "a": "2"}]"#) == [["a": "2"]], "of members with one key the last counts")
        let broken = [
            #"[{"a": "b", "c": 1}]"#: JSONError(path: ["0", "c"], problem: .mistyped(expected: "String")),
            #"[{"a": null}]"#: JSONError(path: ["0", "a"], problem: .null),
            "[[]]": JSONError(path: ["0"], problem: .mistyped(expected: "Dictionary")),
        ]
        for (text, expected) in broken {
            #expect(throws: expected) { try read(text) }
        }
    }

    @Test("a comma has something behind it", arguments: ["[1,]", #"{"a":1,}"#])
    func commas(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(json: JSONReader(Array(text.utf8))) }
    }

    @Test("too deep is refused")
    func depth() {
        for count in [514, 200_000] {
            let text =
                Array(repeating: UInt8(ascii: "["), count: count) + Array(repeating: UInt8(ascii: "]"), count: count)
            #expect(throws: JSONError.self) { try JSONValue(json: JSONReader(text)) }
        }
    }
}

extension JSONValue: JSONReadable {
    package init(json: JSONReader) throws(JSONError) {
        if json.isNull {
            self = .null
        } else if json.isObject {
            self = .map(try [String: JSONValue](json: json))
        } else if let items = try? [JSONValue](json: json) {
            self = .list(items)
        } else if json.isString {
            self = .string(try String(json: json))
        } else if let flag = try? Bool(json: json) {
            self = .bool(flag)
        } else {
            // No answer has other numbers than whole ones; here all that are taken for numbers count.
            let value = json.tree[json.index]
            let text = String(decoding: json.tree.text[Int(value.start)..<Int(value.end)], as: UTF8.self)
            guard value.kind == .number, let number = Double(text) else { throw json.mismatch(expecting: "a number") }
            self = .number(number)
        }
    }
}
