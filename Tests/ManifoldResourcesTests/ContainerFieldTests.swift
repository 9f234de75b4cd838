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
        // In which order networks are joined is how the container is made, not what it is.
        let properties = Mirror(reflecting: ContainerSpec()).children.compactMap(\.label)
        #expect(changed.union(["networkOrder"]) == Set(properties))
    }

    @Test("a memory limit is also a swap limit, twice as large where nothing else is said")
    func memory() {
        var spec = ContainerSpec()
        spec.limits.memory = 64
        #expect(FieldTable.container.fields(of: spec) == ["mem_limit": .bytes(64), "memswap_limit": .bytes(128)])
        spec.limits.memorySwap = 100
        #expect(FieldTable.container.fields(of: spec) == ["mem_limit": .bytes(64), "memswap_limit": .bytes(100)])
    }

    @Test("no property of a mount, a file, a port, an endpoint, a health check, the limits or the settings is left out")
    func innerCompleteness() {
        let address = ResourceAddress(.config, "a")
        let parts: [any Sendable] = [
            FileSpec(source: address, content: FreeText(content: []), userID: 0, groupID: 0, mode: 0),
            MountSpec(.anonymousVolume), EndpointSpec(), HealthCheckSpec(), ResourceLimits(),
            SecuritySpec(), DeviceSpec(), KernelSpec(), RuntimeSpec(), ResolverSpec(), SharingSpec(),
            PortBinding(target: 1, transport: .tcp, hostAddress: "", hostPort: ""),
        ]
        let properties = parts.flatMap { part in
            Mirror(reflecting: part).children.compactMap { child in child.label.map { "\(type(of: part)).\($0)" } }
        }
        // The first of a row is what the others differ from; memory has a test of its own.
        // Hardware addresses have a row of their own.
        let shown = SpecMutation.all.flatMap(\.innerProperties) + ["ResourceLimits.memory", "EndpointSpec.macAddress"]
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

    @Test("a hardware address is part of an endpoint, and has a row of its own because connecting ignores it")
    func hardwareAddress() {
        var spec = ContainerSpec()
        spec.endpoints = ["n": EndpointSpec()]
        spec.endpoints["n"]?.macAddress = "02:42:ac:11:00:02"
        let fields = FieldTable.container.fields(of: spec)
        #expect(fields == ["networks": .map(["n": .set([])]), "mac_address": .map(["n": .word("02:42:ac:11:00:02")])])
    }

    @Test("networks are joined in the order that is asked for, and the rest by name")
    func networkOrder() {
        var spec = ContainerSpec()
        spec.endpoints = ["a": EndpointSpec(), "b": EndpointSpec(), "c": EndpointSpec(), "d": EndpointSpec()]
        #expect(spec.networks == ["a", "b", "c", "d"])
        spec.networkOrder = ["c", "gone", "b"]
        #expect(spec.networks == ["c", "b", "a", "d"])
    }

    @Test(
        "what an older engine would drop is known by its version",
        arguments: [
            ("healthcheck", .map(["start_interval": .duration(1)]), "1.43", ["healthcheck.start_interval"]),
            ("healthcheck", .map(["start_interval": .duration(1)]), "1.44", []),
            ("healthcheck", .map(["interval": .duration(1)]), "1.41", []),
            ("annotations", .map(["a": .word("b")]), "1.42", ["annotations"]),
            ("annotations", .map(["a": .word("b")]), "1.43", []),
            ("volumes", .map(["/a": .list([.map(["subpath": .word("d")])])]), "1.44", ["volumes./a"]),
            ("volumes", .map(["/a": .list([.word("recursive: readonly")])]), "1.41", ["volumes./a"]),
            ("volumes", .map(["/a": .list([.word("recursive: disabled")])]), "1.41", []),
            ("networks", .map(["n": .map(["gw_priority": .number(1)])]), "1.47", ["networks.n"]),
        ] as [(FieldName, FieldValue<SealedText>, String, [String])]
    )
    func tooOld(name: FieldName, value: FieldValue<SealedText>, version: String, expected: [String]) throws {
        let row = try #require(FieldTable.container[name])
        let level = try #require(APILevel(version))
        #expect(row.tooNew(in: value, for: level).map(\.path.description) == expected)
    }

    @Test(
        "how a field can change is what the engine's update call was measured to do",
        arguments: [
            ("mem_limit", .inPlace(canClear: false)), ("cpus", .inPlace(canClear: false)),
            ("memswap_limit", .inPlace(canClear: false, unreachable: ["unlimited"])),
            ("pids_limit", .inPlace(canClear: true)), ("mem_reservation", .inPlace(canClear: true)),
            ("cpu_shares", .inPlace(canClear: true)), ("cpu_quota", .inPlace(canClear: true)),
            ("cpu_period", .inPlace(canClear: false)), ("cpuset", .inPlace(canClear: false)),
            ("blkio_config.weight", .inPlace(canClear: false)), ("blkio_config.weight_device", .replace),
            ("mem_swappiness", .replace), ("ulimits", .replace), ("mac_address", .replace),
            ("restart", .inPlace(canClear: true)), ("networks", .reconnect),
            ("container_name", .rename), ("environment", .replace), ("ports", .replace), ("volumes", .replace),
        ] as [(FieldName, FieldChange)]
    )
    func changes(name: FieldName, change: FieldChange) {
        #expect(FieldTable.container[name]?.change == change)
    }

    @Test("what the engine can change after creation is always owned, and nothing else is")
    func owned() {
        let owned = FieldTable.container.rows.filter(\.isAlwaysOwned).map(\.name.description)
        #expect(
            Set(owned) == [
                "container_name", "networks", "restart", "mem_limit", "memswap_limit", "cpus", "pids_limit",
                "mem_reservation", "cpu_shares", "cpu_period", "cpu_quota", "cpu_rt_period", "cpu_rt_runtime",
                "cpuset", "blkio_config.weight",
            ]
        )
    }
}
