import ManifoldResources
import Testing

@Suite("Field paths")
struct FieldPathTests {
    @Test("a path prints as the field, and the entry behind a dot")
    func printing() {
        #expect(FieldPath("mem_limit").description == "mem_limit")
        #expect(FieldPath("environment", "LOG_LEVEL").description == "environment.LOG_LEVEL")
        #expect(FieldPath("labels", "com.example.team").description == "labels.com.example.team")
        #expect(FieldName("ports").description == "ports")
    }

    @Test("paths sort by field, then by entry as people count; the field itself comes before its entries")
    func order() {
        let expected = [
            FieldPath("command"), FieldPath("environment"), FieldPath("environment", "A2"),
            FieldPath("environment", "A10"), FieldPath("volumes", "/a"), FieldPath("volumes", "/b"),
        ]
        #expect(expected.reversed().sorted() == expected)
    }

    @Test("an entry is not the field")
    func identity() {
        #expect(FieldPath("environment") != FieldPath("environment", ""))
        #expect(FieldPath("environment", "A") != FieldPath("labels", "A"))
    }
}
