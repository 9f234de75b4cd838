import ManifoldPlan
import ManifoldResources
import Testing

@Suite("The budget of a label")
struct LabelBudgetTests {
    @Test("the budget is two kilobytes")
    func budget() {
        #expect(SpecRecord.byteBudget == 2048)
    }

    @Test("with ever more variables the label never outgrows its budget", arguments: [0, 1, 10, 50, 59, 60, 80, 500])
    func manyVariables(count: Int) throws {
        let record = record(variables: count)
        let label = record.label(keyID: "k")
        #expect(label.utf8.count <= SpecRecord.byteBudget)
        let read = try #require(SpecRecord(label: label, keyID: "k"))
        // What is left is what was there, and what is not left is named.
        for (name, value) in record.fields {
            #expect(read.fields[name] == value || read.fields[name] == nil && read.truncated.contains(name), "\(name)")
        }
        #expect(read.truncated.isDisjoint(with: read.fields.keys))
    }

    @Test("the largest field goes first, and no more than has to")
    func largestFirst() throws {
        let read = try #require(SpecRecord(label: record(variables: 500).label(keyID: "k"), keyID: "k"))
        #expect(read.truncated == ["environment"])
        #expect(read.fields["mem_limit"] == .bytes(64))
        #expect(read.fields["labels"] != nil)
    }

    @Test("a record that fits is not cut")
    func fitting() throws {
        let record = record(variables: 40)
        #expect(record.label(keyID: "k").utf8.count > 1000, "the test is near the edge")
        #expect(try #require(SpecRecord(label: record.label(keyID: "k"), keyID: "k")) == record)
    }

    @Test("when everything is too large, every field is named")
    func everything() throws {
        let names = ["environment", "labels", "volumes"].map { FieldName($0) }
        let value = FieldValue<SealedText>.word(String(repeating: "x", count: 3000))
        let label = SpecRecord(Dictionary(uniqueKeysWithValues: names.map { ($0, value) })).label(keyID: "k")
        let read = try #require(SpecRecord(label: label, keyID: "k"))
        #expect(read.fields.isEmpty)
        #expect(read.truncated == Set(names))
        #expect(label.utf8.count <= SpecRecord.byteBudget)
    }

    @Test("a field that was cut before stays named")
    func cutBefore() throws {
        var record = record(variables: 500)
        record.truncated = ["command"]
        let read = try #require(SpecRecord(label: record.label(keyID: "k"), keyID: "k"))
        #expect(read.truncated == ["command", "environment"])
    }

    @Test("of a field that was cut the record still knows whether a value is the one it was made with")
    func digest() throws {
        let record = record(variables: 500)
        let read = try #require(SpecRecord(label: record.label(keyID: "k"), keyID: "k"))
        let value = try #require(record.fields["environment"])
        #expect(read.value(of: "environment", among: value) == value)
        #expect(read.value(of: "environment", among: .map([:])) != .map([:]))
        #expect(read.value(of: "environment", among: nil) != nil)
        #expect(read.value(of: "mem_limit", among: .bytes(1)) == .bytes(64), "one that was not cut is known by itself")
        #expect(SpecRecord(label: read.label(keyID: "k"), keyID: "k") == read, "and so it stays")
    }

    @Test("of two fields of one size it is always the same one that goes")
    func ties() {
        let value = FieldValue<SealedText>.word(String(repeating: "x", count: 1200))
        let labels = (0..<20)
            .map { _ in
                let names = ["volumes", "labels", "command"].shuffled().map { FieldName($0) }
                return SpecRecord(Dictionary(uniqueKeysWithValues: names.map { ($0, value) })).label(keyID: "k")
            }
        #expect(Set(labels).count == 1)
    }

    private func record(variables count: Int) -> SpecRecord {
        var spec = ContainerSpec()
        for number in 0..<count { spec.environment["VARIABLE_\(number)"] = FreeText("\(number)", isShowable: false) }
        spec.labels = ["team": FreeText("red", isShowable: true)]
        spec.limits.memory = 64
        return SpecRecord(Scene.sealer.seal(FieldTable.container.fields(of: spec)))
    }
}
