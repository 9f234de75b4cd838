import FoundationEssentials
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("The revision record")
struct RevisionRecordTests {
    @Test("everything comes back as it was, a cleared value as a cleared value")
    func roundTrip() throws {
        var record = RevisionRecord()
        record.source = "/srv/shop"
        record.members = ["service.web[1]", "network.back"]
        record.isFinished = false
        record.inPlace = ["c1": ["pids_limit": nil, "mem_limit": RecordedValue(.bytes(64))], "c2": [:]]
        record.completed = ["c3"]
        record.remadeNetworks = ["n1"]
        record.volumes = ["volume.data": 1_700_000_001]
        record.pulled = ["docker.io/library/app:1": 1_700_000_000]
        record.holder = LockHolder.current(
            command: "manifold apply",
            environment: ["USER": "ann", "CI_JOB_URL": "https://ci/1"]
        )
        let read = try #require(RevisionRecord(text: record.text))
        #expect(read.systemID == record.systemID)
        #expect(read.key == record.key)
        #expect(read.nonce == record.nonce)
        #expect(read.source == "/srv/shop")
        #expect(read.members == record.members)
        #expect(!read.isFinished)
        #expect(read.completed == ["c3"])
        #expect(read.facts.remadeNetworks == ["n1"])
        #expect(read.facts.volumes == [ResourceAddress(.volume, "data"): 1_700_000_001])
        #expect(read.pulled == record.pulled)
        #expect(read.holder == record.holder)
        #expect(read.facts == record.facts)
        #expect(read.text == record.text)
    }

    @Test("planning is told what was changed in place, and a value that was cleared as cleared")
    func facts() throws {
        var record = RevisionRecord()
        record.members = ["service.web[1]", "not an address"]
        record.inPlace = ["c1": ["pids_limit": nil, "mem_limit": RecordedValue(.bytes(64))]]
        let facts = try #require(RevisionRecord(text: record.text)).facts
        #expect(facts.members == [ResourceAddress(.service, "web", replica: 1)])
        #expect(facts.inPlace["c1"]?["mem_limit"] == .some(.bytes(64)))
        #expect(facts.inPlace["c1"]?.keys.contains("pids_limit") == true)
        #expect(facts.inPlace["c1"]?["pids_limit"] == .some(nil))
        #expect(facts.holder == nil, "who holds the lock is a matter of how many revisions there are")
    }

    @Test("a content that is being written comes back as one that equals no other")
    func unsettled() throws {
        let content = FieldValue<SealedText>.list([.word("config.a"), .text(SealedText(digest: "abc", shown: nil))])
        var record = RevisionRecord()
        record.note(.map(["/a": content.unsettled, "/b": content]), of: "files", on: "c1")
        let facts = try #require(RevisionRecord(text: record.text)).facts
        #expect(facts.inPlace["c1"]?["files"] == .some(.map(["/a": content.unsettled, "/b": content])))
        #expect(content.unsettled != content)
    }

    @Test("a new system gets a key, an id and a nonce of its own")
    func new() {
        let records = (0..<10).map { _ in RevisionRecord() }
        #expect(Set(records.map(\.key)).count == 10)
        #expect(records.allSatisfy { $0.key.count == Sealer.keyLength })
        #expect(Set(records.map(\.systemID)).count == 10)
        #expect(Set(records.map(\.nonce)).count == 10)
        #expect(records.allSatisfy { $0.isFinished && $0.holder == nil })
    }

    @Test("a successor is the same record in another creation: key and id stay, the nonce does not")
    func successor() {
        let record = RevisionRecord()
        let holder = LockHolder.current(command: "x", environment: [:])
        let next = record.successor(holder: holder)
        #expect(next.key == record.key)
        #expect(next.systemID == record.systemID)
        #expect(next.holder == holder)
        #expect(next.nonce != record.nonce)
        #expect(next.text != record.successor(holder: holder).text)
    }

    @Test("the same record is the same text: a creation is recognised by it")
    func stability() {
        var record = RevisionRecord()
        for number in (0..<20).shuffled() {
            record.inPlace["c\(number)"] = ["pids_limit": RecordedValue(.number(Int64(number))), "restart": nil]
        }
        let texts = (0..<10).compactMap { _ in RevisionRecord(text: record.text)?.text }
        #expect(Set(texts + [record.text]).count == 1)
    }

    @Test("what an earlier version did not write down is not there, and nothing else is missing for it")
    func earlier() throws {
        let record = RevisionRecord()
        #expect(!record.text.contains("volumes") && !record.text.contains("remadeNetworks"))
        let facts = try #require(RevisionRecord(text: record.text)).facts
        #expect(facts.volumes.isEmpty && facts.remadeNetworks.isEmpty)
    }

    @Test(
        "a damaged label, or one of a version that this one does not know, is no record",
        arguments: ["", "{}", "null", "[1]", "x"]
    )
    func damaged(text: String) {
        #expect(RevisionRecord(text: text) == nil)
    }

    @Test(
        "one wrong part makes the whole unreadable",
        arguments: [
            (#""v":1"#, #""v":2"#), (#""finished":true"#, #""finished":1"#), (#""members":[]"#, #""members":{}"#),
        ]
    )
    func wrongPart(part: String, replacement: String) {
        let text = RevisionRecord().text
        #expect(text.contains(part))
        #expect(RevisionRecord(text: text) != nil)
        #expect(RevisionRecord(text: text.replacing(part, with: replacement)) == nil)
    }

    @Test("the key travels as base64url, which a label, JSON and a shell take as it is")
    func key() throws {
        var record = RevisionRecord()
        record.key = [0xFB, 0xFF, 0xFE]
        #expect(record.text.contains(#""key":"-__-""#))
        #expect(RevisionRecord(text: record.text.replacing("-__-", with: "+//+")) == nil)
    }
}
