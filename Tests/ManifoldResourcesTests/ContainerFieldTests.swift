import ManifoldResources
import Testing

/// What a change of one property of a spec does to the fields by which specs are compared.
@Suite("The field table of containers")
struct ContainerFieldTests {
    @Test("every row has a name of its own, and is found by it")
    func uniqueNames() {
        let rows = FieldTable.container.rows
        #expect(Set(rows.map(\.name)).count == rows.count)
        for row in rows { #expect(FieldTable.container[row.name]?.create == row.create) }
        #expect(FieldTable.container["no_such_field"] == nil)
    }

    @Test("a spec in which nothing is set has no fields")
    func neutral() {
        #expect(FieldTable.container.fields(of: ContainerSpec()).isEmpty)
    }

    @Test("setting a property changes exactly one row, and nothing else", arguments: SpecMutation.all)
    func oneRow(mutation: SpecMutation) {
        var spec = ContainerSpec()
        mutation.change(&spec)
        let fields = FieldTable.container.fields(of: spec)
        #expect(fields == [mutation.row: mutation.value])
    }

    @Test("another value of a property is another value of its row", arguments: SpecMutation.all)
    func distinct(mutation: SpecMutation) {
        let others = SpecMutation.all.filter { $0.row == mutation.row && $0.description != mutation.description }
        for other in others { #expect(other.value != mutation.value, "\(mutation) and \(other)") }
    }

    @Test("no property of a spec is left out of the table")
    func completeness() {
        let changed = SpecMutation.all.reduce(into: Set<String>()) { names, mutation in
            var spec = ContainerSpec()
            mutation.change(&spec)
            names.formUnion(SpecMutation.differingProperties(ContainerSpec(), spec))
        }
        #expect(changed == Set(Mirror(reflecting: ContainerSpec()).children.compactMap(\.label)))
    }

    @Test("a memory limit is also a swap limit, twice as large where nothing else is said")
    func memory() {
        var spec = ContainerSpec()
        spec.limits.memory = 64
        #expect(FieldTable.container.fields(of: spec) == ["mem_limit": .bytes(64), "memswap_limit": .bytes(128)])
        spec.limits.memorySwap = 100
        #expect(FieldTable.container.fields(of: spec) == ["mem_limit": .bytes(64), "memswap_limit": .bytes(100)])
    }

    @Test("no property of a mount, a file, a port, an endpoint, a health check or the limits is left out of the table")
    func innerCompleteness() {
        let address = ResourceAddress(.config, "a")
        let parts: [any Sendable] = [
            FileSpec(source: address, content: FreeText(content: []), userID: 0, groupID: 0, mode: 0),
            MountSpec(.anonymousVolume), EndpointSpec(), HealthCheckSpec(), ResourceLimits(),
            PortBinding(target: 1, transport: .tcp, hostAddress: "", hostPort: ""),
        ]
        let properties = parts.flatMap { part in
            Mirror(reflecting: part).children.compactMap { child in child.label.map { "\(type(of: part)).\($0)" } }
        }
        // The first of a row is what the others differ from; memory has a test of its own.
        let shown = SpecMutation.all.flatMap(\.innerProperties) + ["ResourceLimits.memory"]
        #expect(Set(shown) == Set(properties))
    }

    @Test("whether a host directory is made when it is missing is how the call is made, not what is mounted")
    func createHostPath() {
        let values = [true, false]
            .map { creates in
                var spec = ContainerSpec()
                spec.mounts = ["/a": MountSpec(.bind(path: "/h", createsHostPath: creates))]
                return FieldTable.container.fields(of: spec)
            }
        #expect(values[0] == values[1])
    }

    @Test(
        "how a field can change is what the engine's update call was measured to do",
        arguments: [
            ("mem_limit", .inPlace(canClear: false)), ("cpus", .inPlace(canClear: false)),
            ("memswap_limit", .inPlace(canClear: false, unreachable: ["unlimited"])),
            ("pids_limit", .inPlace(canClear: true)), ("restart", .inPlace(canClear: true)), ("networks", .reconnect),
            ("container_name", .rename), ("environment", .replace), ("ports", .replace), ("volumes", .replace),
        ] as [(FieldName, Field<ContainerSpec>.Change)]
    )
    func changes(name: FieldName, change: Field<ContainerSpec>.Change) {
        #expect(FieldTable.container[name]?.change == change)
    }

    @Test("what the engine can change after creation is always owned, and nothing else is")
    func owned() {
        let owned = FieldTable.container.rows.filter(\.isAlwaysOwned).map(\.name.description)
        #expect(
            Set(owned) == [
                "container_name", "networks", "restart", "mem_limit", "memswap_limit", "cpus", "pids_limit",
            ]
        )
    }
}
