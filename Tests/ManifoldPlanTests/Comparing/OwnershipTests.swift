import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Which fields are compared")
struct FieldOwnershipTests {
    /// Values that neither the manifest nor manifold set, in every field that is fixed at creation.
    static let fixed: [(String, @Sendable (inout ContainerSpec) -> Void)] = [
        ("command", { $0.command = [text("x")] }), ("entrypoint", { $0.entrypoint = [text("x")] }),
        ("environment", { $0.environment = ["A": text("x")] }), ("labels", { $0.labels = ["a": text("x")] }),
        ("hostname", { $0.hostname = "x" }), ("user", { $0.user = "x" }),
        ("working_dir", { $0.workingDirectory = "/x" }), ("init", { $0.usesInit = true }),
        ("read_only", { $0.isReadOnly = true }), ("cap_add", { $0.capabilitiesAdded = ["KILL"] }),
        ("cap_drop", { $0.capabilitiesDropped = ["KILL"] }), ("stop_signal", { $0.stopSignal = "SIGINT" }),
        ("stop_grace_period", { $0.stopGracePeriod = 1 }), ("healthcheck", { $0.healthCheck.interval = 1 }),
        (
            "ports",
            { $0.ports = [PortBinding(target: 80, transport: .tcp, hostAddress: "", hostPort: "80")] }
        ),
        ("volumes", { $0.mounts = ["/a": MountSpec(.volume("v"))] }),
        ("image", { $0.image = "docker.io/library/x:1" }),
        (
            "files",
            {
                $0.files = [
                    "/f": FileSpec(
                        source: ResourceAddress(.config, "f"),
                        content: FreeText(content: [1]),
                        userID: 0,
                        groupID: 0,
                        mode: 0
                    )
                ]
            }
        ),
    ]

    /// The same in every field that the engine can change after creation.
    static let changeable: [(String, @Sendable (inout ContainerSpec) -> Void)] = [
        ("container_name", { $0.name = "x" }), ("networks.back", { $0.endpoints = ["back": EndpointSpec()] }),
        ("restart", { $0.restart = .always }), ("cpus", { $0.limits.nanoCPUs = 1 }),
        ("pids_limit", { $0.limits.pids = 1 }),
    ]

    @Test("the two tables name every row")
    func completeness() {
        let named = Set(Self.fixed.map(\.0) + Self.changeable.map { String($0.0.prefix { $0 != "." }) })
        let rows = Set(FieldTable.container.rows.map(\.name.description))
        #expect(named.union(["mem_limit", "memswap_limit"]) == rows)
    }

    @Test("a value that neither manifest nor manifold ever set is never shown", arguments: fixed.indices)
    func neverSet(index: Int) {
        #expect(Comparing(live: Self.fixed[index].1).paths.isEmpty)
        #expect(Comparing(live: Self.fixed[index].1, recorded: nil).paths.isEmpty)
    }

    @Test("what manifold set and the manifest no longer names goes back to nothing", arguments: fixed.indices)
    func leftTheManifest(index: Int) {
        let comparing = Comparing(live: Self.fixed[index].1, recorded: Self.fixed[index].1)
        #expect(comparing.differences.map(\.path.field.description) == [Self.fixed[index].0])
        #expect(comparing.differences.allSatisfy { $0.after == nil && $0.needsReplacement })
        #expect(comparing.causes == [.manifestChanged])
    }

    @Test(
        "what manifold set, the manifest no longer names and the engine does not have is nothing to do",
        arguments: fixed.indices
    )
    func gone(index: Int) {
        #expect(Comparing(recorded: Self.fixed[index].1).paths.isEmpty)
    }

    @Test("what the engine can change is compared even where nobody ever set it", arguments: changeable.indices)
    func alwaysOwned(index: Int) {
        let (path, change) = Self.changeable[index]
        #expect(Comparing(live: change).paths == [path])
        #expect(Comparing(live: change).causes == [.drift])
        #expect(Comparing(live: change, recorded: nil).paths == [path])
    }

    @Test("the memory limits are owned together")
    func memory() {
        let comparing = Comparing(live: { $0.limits.memory = 64 })
        #expect(comparing.paths == ["mem_limit", "memswap_limit"])
    }

    @Test("desired and live that agree are no difference, whatever the record says", arguments: fixed.indices)
    func agreement(index: Int) {
        let change = Self.fixed[index].1
        #expect(Comparing(desired: change, live: change).paths.isEmpty)
        #expect(Comparing(desired: change, live: change, recorded: nil).paths.isEmpty)
        #expect(Comparing(desired: change, live: change, recorded: change).paths.isEmpty)
    }

    @Test("differences come in the order of the table, entries in the order in which people count")
    func order() {
        let differences = Comparing(
            desired: {
                $0.limits.pids = 1
                $0.environment = ["A10": text("1"), "A9": text("1")]
                $0.command = [text("1")]
            }
        )
        #expect(differences.paths == ["command", "environment.A9", "environment.A10", "pids_limit"])
    }
}
