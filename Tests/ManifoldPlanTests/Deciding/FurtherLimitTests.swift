import ManifoldDiagnostics
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Limits beyond the usual")
struct FurtherLimitTests {
    typealias Change = @Sendable (inout ResourceLimits) -> Void
    typealias Expectation = @Sendable (inout ContainerUpdate) -> Void

    private static let updates: [(Change, Change, Expectation)] = [
        ({ $0.cpuShares = 512 }, { $0.cpuShares = 256 }, { $0.cpuShares = 256 }),
        ({ $0.cpuShares = 512 }, { _ in }, { $0.cpuShares = 1024 }),
        ({ $0.cpuQuota = 5 }, { _ in }, { $0.cpuQuota = -1 }), ({ _ in }, { $0.cpuQuota = 5 }, { $0.cpuQuota = 5 }),
        ({ $0.cpuPeriod = 5 }, { $0.cpuPeriod = 6 }, { $0.cpuPeriod = 6 }),
        ({ $0.memoryReservation = 5 }, { _ in }, { $0.memoryReservation = -1 }),
        ({ $0.processors = "0" }, { $0.processors = "0-1" }, { $0.processors = "0-1" }),
        ({ _ in }, { $0.realtimeRuntime = 5 }, { $0.realtimeRuntime = 5 }),
        ({ _ in }, { $0.realtimePeriod = 5 }, { $0.realtimePeriod = 5 }),
        ({ $0.blockIO.weight = 5 }, { $0.blockIO.weight = 6 }, { $0.blockIOWeight = 6 }),
    ]

    private static let replacements: [(Change, Change)] = [
        ({ $0.cpuPeriod = 5 }, { _ in }), ({ $0.processors = "0" }, { _ in }),
        ({ $0.realtimeRuntime = 5 }, { _ in }), ({ $0.blockIO.weight = 5 }, { _ in }),
        ({ $0.memorySwappiness = 5 }, { $0.memorySwappiness = 6 }),
        ({ $0.blockIO.readBytes = ["/a": 1] }, { $0.blockIO.readBytes = ["/a": 2] }),
        ({ $0.cpuQuota = 5 }, { $0.nanoCPUs = 5 }), ({ $0.nanoCPUs = 5 }, { $0.cpuQuota = 5 }),
        ({ $0.nanoCPUs = 5 }, { $0.cpuPeriod = 5 }),
    ]

    @Test(
        "what the update call reaches is sent, and taken away in the one way that there is",
        arguments: updates.indices
    )
    func update(index: Int) throws {
        let (before, after, expectation) = Self.updates[index]
        let plan = try plan(before, after)
        var expected = ContainerUpdate()
        expectation(&expected)
        #expect(plan.actions("web") == [.update])
        #expect(plan.update(of: "shop-web-1") == expected)
    }

    @Test(
        "what it cannot take away, or refuses to exchange, needs a new container",
        arguments: replacements.indices
    )
    func replacement(index: Int) throws {
        let (before, after) = Self.replacements[index]
        #expect(try plan(before, after).actions("web") == [.replace])
    }

    @Test("a value that the host cannot do is noted, not mended again and again")
    func dropped() throws {
        var scene = Scene()
        scene.service("web") { $0.limits.blockIO.weight = 300 }
        scene.apply()
        scene.drift("web") { $0.spec.limits.blockIO.weight = nil }
        var plan = try scene.plan()
        #expect(plan.isEmpty)
        let address = ResourceAddress(.service, "web", replica: 1)
        #expect(plan.notes == [.valueDropped(address, FieldPath("blkio_config.weight"))])
        scene.service("web") { $0.limits.blockIO.weight = 400 }
        plan = try scene.plan()
        #expect(plan.actions("web") == [.update])
        #expect(plan.differences("web").map(\.cause) == [.manifestChanged])
        scene.service("web") { $0.limits.blockIO.weight = nil }
        #expect(try scene.plan().isEmpty)
    }

    @Test("a default of the engine that the manifest changes is no drift")
    func filled() throws {
        var scene = Scene()
        scene.service("web")
        scene.apply()
        scene.drift("web") {
            $0.spec.runtime.sharedMemory = 64 << 20
            $0.spec.sharing.ipc = .named("private")
        }
        #expect(try scene.plan().isEmpty)
        scene.service("web") { $0.runtime.sharedMemory = 32 << 20 }
        let plan = try scene.plan()
        #expect(plan.paths("web") == ["shm_size"])
        #expect(plan.differences("web").map(\.cause) == [.manifestChanged])
    }

    @Test("a container that does not run has its hardware address all the same")
    func hardwareAddress() throws {
        var scene = Scene()
        scene.network("back")
        scene.service("web") {
            $0.endpoints = ["shop_back": EndpointSpec()]
            $0.endpoints["shop_back"]?.macAddress = "02:42:ac:11:00:02"
        }
        scene.apply()
        scene.drift("web") {
            $0.state = ContainerState(.exited)
            $0.spec.endpoints["shop_back"]?.macAddress = nil
        }
        #expect(try scene.plan().actions("web") == [.start])
        scene.drift("web") { $0.state = ContainerState(.running) }
        #expect(try scene.plan().paths("web") == ["mac_address.shop_back"])
    }

    @Test("what an engine is too old for is told before anything is done, once for all instances")
    func tooOld() throws {
        var scene = Scene()
        for replica in 1...3 { scene.service("web", replica: replica) { $0.healthCheck.startInterval = 1 } }
        scene.network("back") { $0.hasIPv4 = false }
        let codes = scene.obstacles().map(\.code.description)
        #expect(codes == ["plan.engine-too-old", "plan.engine-too-old"])
        scene.apiVersion = "1.48"
        #expect(scene.obstacles().isEmpty)
    }

    private func plan(_ before: Change, _ after: Change) throws -> Plan {
        var scene = Scene()
        scene.service("web") { before(&$0.limits) }
        scene.apply()
        scene.service("web") {
            $0.limits = ResourceLimits()
            after(&$0.limits)
        }
        return try scene.plan()
    }
}
