import ManifoldReport
import ManifoldResources
import Testing

@Suite("field values as text")
struct FieldValueTextTests {
    @Test(
        "numbers stand in the units that people write",
        arguments: [
            (FieldValue<SealedText>.bytes(96 << 20), "96 MiB"),
            (.bytes(3 << 30), "3 GiB"),
            (.bytes(1536 << 20), "1536 MiB"),
            (.bytes(100_000_001), "100000001 bytes"),
            (.bytes(0), "0 bytes"),
            (.bytes(1), "1 byte"),
            (.duration(90_000_000_000), "1m30s"),
            (.duration(1_500_000_000), "1.5s"),
            (.duration(500_000_000), "500ms"),
            (.duration(3_600_000_000_000), "1h"),
            (.duration(0), "0s"),
            (.duration(1_500), "1.5us"),
            (.nanoCPUs(500_000_000), "0.5"),
            (.nanoCPUs(2_000_000_000), "2"),
            (.mode(0o440), "0440"),
            (.mode(0o1777), "1777"),
            (.number(-1), "-1"),
            (.flag(true), "true"),
        ]
    )
    func units(value: FieldValue<SealedText>, text: String) {
        #expect(FieldValueText.text(of: value) == text)
    }

    @Test("extreme numbers do not overflow", arguments: [Int64.min, Int64.max])
    func extremes(number: Int64) {
        for value in [FieldValue<SealedText>.bytes(number), .duration(number), .nanoCPUs(number), .mode(number)] {
            #expect(!FieldValueText.text(of: value).isEmpty)
        }
    }

    @Test("texts are quoted where they may be shown, words are bare where they are plain")
    func texts() {
        #expect(FieldValueText.text(of: PlanFixture.shown("a \"b\"\n\u{7}")) == #""a \"b\"\n\u{7}""#)
        #expect(FieldValueText.text(of: PlanFixture.hidden("x")) == "(hidden)")
        #expect(FieldValueText.text(of: .word("bridge")) == "bridge")
        #expect(FieldValueText.text(of: .word("")) == "\"\"")
        #expect(FieldValueText.text(of: .word("/a b")) == "\"/a b\"")
        #expect(FieldValueText.text(of: nil) == "none")
        #expect(FieldValueText.text(of: .word("none")) == "\"none\"")
    }

    @Test("lists keep their order, sets and maps are sorted as people count")
    func collections() {
        let list = FieldValue<SealedText>
            .list([PlanFixture.shown("sh"), PlanFixture.shown("-c"), PlanFixture.hidden("x")])
        #expect(FieldValueText.text(of: list) == #"["sh", "-c", (hidden)]"#)
        #expect(FieldValueText.text(of: .set([.word("p10"), .word("p2")])) == "{p2, p10}")
        #expect(FieldValueText.text(of: .map(["b": .number(2), "a": .flag(true)])) == "{a: true, b: 2}")
        let long = FieldValue<SealedText>.list((1...20).map { .number(Int64($0)) })
        #expect(FieldValueText.text(of: long) == "[1, 2, 3, 4, 5, 6, 7, 8, … 10 more …, 19, 20]")
    }

    @Test("a long text loses its middle")
    func longText() {
        let text = FieldValueText.text(of: PlanFixture.shown(String(repeating: "a", count: 500) + "end"))
        #expect(text.count == 66 && text.contains("…") && text.hasSuffix("end\""))
    }

    @Test("two long texts show where they part")
    func longTexts() {
        let head = String(repeating: "h", count: 200)
        let tail = String(repeating: "t", count: 200)
        let sides = FieldValueText.change(
            from: PlanFixture.shown(head + "ONE" + tail),
            to: PlanFixture.shown(head + "TWO" + tail)
        )
        #expect(sides.before == "\"…hhhhhhhhhhhhONEtttttttttttt…\"")
        #expect(sides.after == "\"…hhhhhhhhhhhhTWOtttttttttttt…\"")
    }

    @Test("what differs reads differently")
    func differences() {
        let one = FieldValue<SealedText>.list([PlanFixture.shown("sh"), PlanFixture.hidden("one")])
        let two = FieldValue<SealedText>.list([PlanFixture.shown("sh"), PlanFixture.hidden("two")])
        #expect(FieldValueText.change(from: one, to: two).after == #"["sh", (hidden, changed)]"#)
        let left = FieldValue<SealedText>.map(["a": PlanFixture.hidden("one")])
        let right = FieldValue<SealedText>.map(["a": PlanFixture.hidden("two")])
        #expect(FieldValueText.change(from: left, to: right).after == "{a: (hidden)} (changed)")
        #expect(FieldValueText.change(from: one, to: one).after == #"["sh", (hidden)]"#)
    }

    @Test("an entry that is named to have no value is unset")
    func unset() {
        let sides = FieldValueText.change(
            at: FieldPath("environment", "A"),
            from: PlanFixture.shown("x"),
            to: .flag(false)
        )
        #expect(sides.after == "unset")
        #expect(FieldValueText.change(at: FieldPath("init"), from: nil, to: .flag(false)).after == "false")
    }
}
