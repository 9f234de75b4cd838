import ManifoldResources
import Testing

@Suite("Field values")
struct FieldValueTests {
    @Test("transforming the texts leaves everything else as it is, at any depth")
    func mapText() {
        let value: FieldValue<FreeText> = .map([
            "plain": .text(FreeText("a", isShowable: true)),
            "list": .list([.text(FreeText("b", isShowable: true)), .word("w"), .number(1)]),
            "set": .set([.text(FreeText("c", isShowable: false)), .flag(true)]),
            "others": .list([.bytes(1), .duration(2), .nanoCPUs(3), .mode(4)]),
        ])
        let expected: FieldValue<String> = .map([
            "plain": .text("A"), "list": .list([.text("B"), .word("w"), .number(1)]),
            "set": .set([.text("C"), .flag(true)]),
            "others": .list([.bytes(1), .duration(2), .nanoCPUs(3), .mode(4)]),
        ])
        #expect(value.mapText { $0.string.uppercased() } == expected)
    }

    @Test("a number, an amount, a time and a mode of the same size are not the same value")
    func kindsDiffer() {
        let values: [FieldValue<FreeText>] = [
            .number(1), .bytes(1), .duration(1), .nanoCPUs(1), .mode(1), .flag(true), .word("1"),
            .text(FreeText("1", isShowable: true)), .list([.number(1)]), .set([.number(1)]),
        ]
        #expect(Set(values).count == values.count)
    }

    @Test("the order of a list counts, the order of a set does not")
    func order() {
        let words: [FieldValue<FreeText>] = [.word("a"), .word("b")]
        #expect(FieldValue<FreeText>.list(words) != .list(words.reversed()))
        #expect(FieldValue<FreeText>.set(Set(words)) == .set(Set(words.reversed())))
    }

    @Test("texts are the same when their bytes are, whether they may be shown or not")
    func texts() {
        let shown = FreeText("a", isShowable: true)
        #expect(shown == FreeText("a", isShowable: false))
        #expect(shown.hashValue == FreeText("a", isShowable: false).hashValue)
        #expect(shown != FreeText("A", isShowable: true))
        // Composed and decomposed: one text to a person, two to the engine.
        #expect(FreeText("\u{E9}", isShowable: true) != FreeText("e\u{301}", isShowable: true))
    }

    @Test("the content of a file may not be shown, whatever is in it")
    func content() {
        #expect(!FreeText(content: Array("harmless".utf8)).isShowable)
        #expect(FreeText(content: [0xFF, 0x00]).bytes == [0xFF, 0x00])
    }
}
