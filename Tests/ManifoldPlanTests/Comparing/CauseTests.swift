import ManifoldDiagnostics
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("The cause of a difference")
struct CauseTests {
    /// A field that takes a small number as its value; nil is unset.
    struct Setting: Sendable, CustomStringConvertible {
        let description: String
        let set: @Sendable (inout ContainerSpec, Int) -> Void

        static let all = [
            Setting(description: "environment.A") { $0.environment["A"] = text("\($1)") },
            Setting(description: "labels.a") { $0.labels["a"] = text("\($1)") },
            Setting(description: "command") { $0.command = [text("\($1)")] },
            Setting(description: "user") { $0.user = "\($1)" },
            Setting(description: "pids_limit") { $0.limits.pids = Int64($1) },
            Setting(description: "cpus") { $0.limits.nanoCPUs = Int64($1) },
            Setting(description: "restart") { $0.restart = .onFailure(maximumRetries: Int64($1)) },
            Setting(description: "networks.back") { $0.endpoints["back"] = EndpointSpec(aliases: ["\($1)"]) },
            Setting(description: "healthcheck.interval") { $0.healthCheck.interval = Int64($1) },
            Setting(description: "ports.80/tcp") {
                $0.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "\($1)")]
            },
        ]
    }

    /// What the manifest, the record and the engine say; 0 is nothing.
    static let table: [(desired: Int, recorded: Int, live: Int, cause: FieldDifference.Cause?)] = [
        (1, 1, 1, nil), (2, 1, 1, .manifestChanged), (1, 1, 2, .drift), (2, 1, 3, .manifestChangedAndDrift),
        // Set by the manifest and by nobody before, or left out of it since.
        (1, 0, 0, .manifestChanged), (0, 1, 1, .manifestChanged),
        // Somebody took it away, took it away while the manifest changed it, or had set it before the manifest did.
        (1, 1, 0, .drift), (2, 1, 0, .manifestChangedAndDrift), (1, 0, 2, .manifestChangedAndDrift),
        (0, 1, 2, .manifestChangedAndDrift),
        // Live has what is wanted already, whatever the record says.
        (2, 1, 2, nil), (0, 1, 0, nil), (1, 0, 1, nil), (0, 0, 0, nil),
    ]

    @Test("manifest, record and engine tell together who is behind a difference", arguments: Setting.all, table.indices)
    func causes(setting: Setting, row: Int) {
        let (desired, recorded, live, cause) = Self.table[row]
        let comparing = Comparing(
            desired: { setting.set(&$0, to: desired) },
            live: { setting.set(&$0, to: live) },
            recorded: { setting.set(&$0, to: recorded) }
        )
        #expect(comparing.paths == (cause == nil ? [] : [setting.description]))
        #expect(comparing.causes == [cause].compactMap { $0 })
    }

    @Test("without a record nobody is blamed", arguments: Setting.all, [(1, 2), (1, 0)])
    func noRecord(setting: Setting, values: (desired: Int, live: Int)) {
        let comparing = Comparing(
            desired: { setting.set(&$0, to: values.desired) },
            live: { setting.set(&$0, to: values.live) },
            recorded: nil
        )
        #expect(comparing.causes == [.unknown])
    }

    @Test("a value that the image supplies counts as recorded where nothing was set")
    func imageDefault() {
        let added = Comparing(
            desired: { $0.user = "2" },
            live: { $0.user = "1" },
            recorded: { _ in },
            image: { $0.user = "1" }
        )
        #expect(added.causes == [.manifestChanged])
        let left = Comparing(
            desired: { _ in },
            live: { $0.user = "2" },
            recorded: { $0.user = "2" },
            image: { $0.user = "1" }
        )
        #expect(left.causes == [.manifestChanged])
        #expect(left.differences.first?.after == .word("1"))
    }

    @Test("what was changed in place since creation counts as recorded")
    func changedInPlace() {
        var comparing = Comparing(
            desired: { $0.limits.pids = 20 },
            live: { $0.limits.pids = 30 },
            recorded: { $0.limits.pids = 10 }
        )
        #expect(comparing.causes == [.manifestChangedAndDrift])
        comparing.changedInPlace = ["pids_limit": .number(20)]
        #expect(comparing.causes == [.drift])
        comparing.changedInPlace = ["pids_limit": .number(30)]
        #expect(comparing.causes == [.manifestChanged])
    }

    @Test("a value that was cleared in place since creation counts as recorded too")
    func clearedInPlace() {
        var comparing = Comparing(live: { $0.limits.pids = 30 }, recorded: { $0.limits.pids = 30 })
        #expect(comparing.causes == [.manifestChanged])
        comparing.changedInPlace.updateValue(nil, forKey: "pids_limit")
        #expect(comparing.causes == [.drift])
    }

    @Test(
        "a difference says where it comes from: the entry, or else the field; what nobody wants any more comes from nowhere"
    )
    func origins() {
        let entry = Origin(SourceSpan(file: FileID(rawValue: 0), start: 1, end: 2))
        let field = Origin(SourceSpan(file: FileID(rawValue: 0), start: 3, end: 4))
        let comparing = Comparing(
            desired: { $0.environment = ["A": text("1"), "B": text("1")] },
            live: { $0.environment = ["A": text("0"), "B": text("0"), "C": text("0")] },
            recorded: { $0.environment = ["C": text("0")] },
            origins: [FieldPath("environment", "A"): entry, FieldPath("environment"): field]
        )
        #expect(comparing.differences.map(\.origin) == [entry, field, nil])
    }
}

extension CauseTests.Setting {
    fileprivate func set(_ spec: inout ContainerSpec, to value: Int) {
        if value != 0 { set(&spec, value) }
    }
}
