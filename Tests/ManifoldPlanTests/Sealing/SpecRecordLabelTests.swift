import ManifoldPlan
import ManifoldResources
import Testing

@Suite("The record in a label")
struct SpecRecordLabelTests {
    private static let shown = FieldValue.text(SealedText(digest: "abcdefghijkl", shown: "debug"))
    private static let hidden = FieldValue.text(SealedText(digest: "-_0123456789", shown: nil))

    @Test(
        "a value of every kind comes back as it was",
        arguments: [
            .flag(true), .flag(false), .number(0), .number(-1), .number(.max), .bytes(1 << 40), .duration(1),
            .nanoCPUs(500_000_000), .mode(0o444), .word("unless-stopped"), .word(""), .word("{"), .word("["),
            .word("é \"\\ \u{1F600}"), shown, hidden, .list([]), .list([.word("a"), .word("a"), .number(1)]),
            .list([.word("{"), .word("[")]), .set([]), .set([.word("a"), .word("b")]), .set([.word("[")]),
            .map([:]), .map(["A": shown, "B": .flag(false)]), .map(["": .list([.set([.word("x")])])]),
            .map(["80/tcp": .set([.word("8080:80/tcp"), .word("[::1]:8080:80/tcp")])]),
        ] as [FieldValue<SealedText>]
    )
    func roundTrip(value: FieldValue<SealedText>) throws {
        let label = SpecRecord(["field": value]).label(keyID: "k")
        let record = try #require(SpecRecord(label: label, keyID: "k"))
        #expect(record.fields == ["field": value])
        #expect(record.truncated.isEmpty)
    }

    @Test("of a text the label has the digest and whether it may be shown, never the text")
    func texts() throws {
        let label = SpecRecord(["environment": .map(["A": Self.shown, "B": Self.hidden])]).label(keyID: "k")
        #expect(!label.contains("debug"))
        let record = try #require(SpecRecord(label: label, keyID: "k"))
        let mayShow = ["A", "B"]
            .map { entry in
                if case .text(let text)? = record.value(at: FieldPath("environment", entry)) {
                    text.shown != nil
                } else {
                    false
                }
            }
        #expect(mayShow == [true, false])
    }

    @Test("a whole container comes back, field by field")
    func container() throws {
        let sealed = Scene.sealer.seal(FieldTable.container.fields(of: Self.fullSpec))
        let label = SpecRecord(sealed).label(keyID: Scene.sealer.keyID)
        #expect(label.utf8.count <= SpecRecord.byteBudget)
        #expect(SpecRecord(label: label, keyID: Scene.sealer.keyID) == SpecRecord(sealed))
    }

    @Test("the label of version 1 reads like this")
    func format() {
        let fields: SealedFields = [
            "read_only": .flag(true), "cpus": .nanoCPUs(5), "mem_limit": .bytes(6), "pids_limit": .number(7),
            "stop_grace_period": .duration(8), "user": .word("u/1"), "command": .list([Self.shown, Self.hidden]),
            "cap_add": .set([.word("B"), .word("A")]), "volumes": .map(["/a": .list([.mode(9)])]),
        ]
        let expected =
            #"{"f":{"cap_add":[":{",":A",":B"],"command":[":[","=abcdefghijkl","~-_0123456789"],"cpus":"c5","#
            + ##""mem_limit":"b6","pids_limit":"#7","read_only":"!1","stop_grace_period":"d8","user":":u/1","##
            + #""volumes":{"/a":[":[","m9"]}},"k":"key","v":1,"x":{"labels":"digest"}}"#
        let record = SpecRecord(fields, truncated: ["labels"], digests: ["labels": "digest"])
        #expect(record.label(keyID: "key") == expected)
        #expect(SpecRecord(label: expected, keyID: "key") == record)
    }

    @Test("the same record is the same bytes, in whatever order it was put together")
    func stability() {
        let names = (0..<30).map { "entry\($0)" }
        let labels = (0..<20)
            .map { _ in
                var entries: [String: FieldValue<SealedText>] = [:]
                for name in names.shuffled() {
                    entries[name] = .set(Set(["b", "a", "c"].shuffled().map { .word($0) }))
                }
                return SpecRecord(["networks": .map(entries), "user": .word("u")]).label(keyID: "k")
            }
        #expect(Set(labels).count == 1)
    }

    @Test(
        "a label of another key, another version or another shape is no record",
        arguments: [
            #"{"f":{},"k":"other","v":1}"#, #"{"f":{},"k":"k","v":2}"#, #"{"f":{},"k":"k","v":0}"#, #"{"f":{},"v":1}"#,
            #"{"f":{},"k":"k"}"#, #"{"k":"k","v":1}"#, #"{"f":{"user":"?x"},"k":"k","v":1}"#,
            #"{"f":{"user":""},"k":"k","v":1}"#, #"{"f":{"user":1},"k":"k","v":1}"#,
            ##"{"f":{"user":"#x"},"k":"k","v":1}"##, "", "{", "null", "[]", "w123",
        ]
    )
    func unreadable(label: String) {
        #expect(SpecRecord(label: label, keyID: "k") == nil)
    }

    @Test("the label that is refused for its key is read under the right one")
    func rightKey() {
        let label = SpecRecord(["user": .word("u")]).label(keyID: "k")
        #expect(SpecRecord(label: label, keyID: "k") != nil)
        #expect(SpecRecord(label: label, keyID: "K") == nil)
    }

    static var fullSpec: ContainerSpec {
        var spec = ContainerSpec()
        spec.name = "shop-web-1"
        spec.image = "docker.io/library/app:1"
        spec.command = [FreeText("run", isShowable: true)]
        spec.entrypoint = []
        spec.environment = ["A": FreeText("1", isShowable: true)]
        spec.environment.updateValue(nil, forKey: "B")
        spec.labels = ["team": FreeText("red", isShowable: false)]
        spec.usesInit = false
        spec.capabilitiesAdded = ["CHOWN", "KILL"]
        spec.healthCheck.test = [FreeText("NONE", isShowable: true)]
        spec.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: "::1", hostPort: "80")]
        spec.mounts = [
            "/a": MountSpec(.volume("v"), isReadOnly: true), "/b": MountSpec(.tmpfs(size: 1, mode: 0o700)),
        ]
        spec.files = [
            "/c": FileSpec(
                source: ResourceAddress(.config, "c"),
                content: FreeText(content: [1, 2, 3]),
                userID: 1,
                groupID: 2,
                mode: 0o400
            )
        ]
        spec.endpoints = ["n": EndpointSpec(aliases: ["web"]), "m": EndpointSpec()]
        spec.restart = .onFailure(maximumRetries: 3)
        spec.limits.memory = 64 << 20
        spec.limits.pids = 10
        return spec
    }
}
