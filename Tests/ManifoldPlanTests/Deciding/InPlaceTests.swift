import ManifoldPlan
import ManifoldResources
import Testing

@Suite("What is changed in place")
struct InPlaceTests {
    typealias Limits = (memory: Int64?, swap: Int64?, cpus: Int64?, pids: Int64?)

    @Test(
        "limits that the engine's update call reaches are updated, the others need a new container",
        arguments: [
            ((64, nil, nil, nil), (32, nil, nil, nil), [.update]),
            ((nil, nil, nil, nil), (32, nil, nil, nil), [.update]),
            ((64, nil, nil, nil), (nil, nil, nil, nil), [.replace]),
            ((64, 64, nil, nil), (64, 100, nil, nil), [.update]),
            ((64, 100, nil, nil), (64, nil, nil, nil), [.update]),
            ((64, nil, nil, nil), (64, -1, nil, nil), [.replace]),
            ((64, -1, nil, nil), (64, nil, nil, nil), [.update]), ((64, -1, nil, nil), (32, -1, nil, nil), [.update]),
            ((nil, nil, 1, nil), (nil, nil, 2, nil), [.update]), ((nil, nil, nil, nil), (nil, nil, 2, nil), [.update]),
            ((nil, nil, 1, nil), (nil, nil, nil, nil), [.replace]), ((nil, nil, nil, 1), (nil, nil, nil, 2), [.update]),
            ((nil, nil, nil, nil), (nil, nil, nil, 2), [.update]),
            ((nil, nil, nil, 1), (nil, nil, nil, nil), [.update]),
            ((nil, nil, nil, 1), (nil, nil, nil, 1), []),
        ] as [(Limits, Limits, [Action])]
    )
    func limits(before: Limits, after: Limits, actions: [Action]) throws {
        var scene = Scene()
        scene.service("web") { $0.limits = Self.limits(before) }
        scene.apply()
        scene.service("web") { $0.limits = Self.limits(after) }
        #expect(try scene.plan().actions("web") == actions)
    }

    @Test(
        "a restart policy is changed in place, and cleared",
        arguments: [
            (nil, .always, "always"), (.always, .unlessStopped, "unless-stopped"), (.always, nil, "no"),
            (.onFailure(maximumRetries: 3), .onFailure(maximumRetries: nil), "on-failure"),
            (.onFailure(maximumRetries: nil), .onFailure(maximumRetries: 5), "on-failure:5"),
        ] as [(RestartPolicy?, RestartPolicy?, String)]
    )
    func restart(before: RestartPolicy?, after: RestartPolicy?, text: String) throws {
        var scene = Scene()
        scene.service("web") { $0.restart = before }
        scene.apply()
        scene.service("web") { $0.restart = after }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.update])
        var expected = ContainerUpdate()
        expected.restart = text
        #expect(plan.update(of: "shop-web-1") == expected)
    }

    @Test("memory and swap are always sent together, also where only one of them changes")
    func memoryAndSwap() throws {
        for (before, after, memory, swap) in [
            ((64, nil), (32, nil), 32, 64), ((64, 100), (64, 90), 64, 90), ((64, 100), (80, 100), 80, 100),
            ((nil, nil), (32, nil), 32, 64), ((64, -1), (32, -1), 32, -1), ((64, -1), (64, nil), 64, 128),
        ] as [((Int64?, Int64?), (Int64?, Int64?), Int64, Int64)] {
            var scene = Scene()
            scene.service("web") { $0.limits = Self.limits((before.0, before.1, nil, nil)) }
            scene.apply()
            scene.service("web") { $0.limits = Self.limits((after.0, after.1, nil, nil)) }
            var expected = ContainerUpdate()
            expected.memory = memory
            expected.memorySwap = swap
            #expect(try scene.plan().update(of: "shop-web-1") == expected)
        }
    }

    @Test("swap that somebody else changed is put right together with the memory that it belongs to")
    func swapDrift() throws {
        var scene = Scene()
        scene.service("web") { $0.limits.memory = 64 }
        scene.apply()
        scene.drift("web") { $0.spec.limits.memorySwap = 500 }
        let plan = try scene.plan()
        #expect(plan.paths("web") == ["memswap_limit"])
        #expect(plan.differences("web").map(\.cause) == [.drift])
        #expect(plan.update(of: "shop-web-1")?.memory == 64)
        #expect(plan.update(of: "shop-web-1")?.memorySwap == 128)
    }

    @Test("one call mends everything that can be mended in place, and sends nothing that does not differ")
    func oneCall() throws {
        var scene = Scene()
        scene.service("web") {
            $0.limits = Self.limits((64, nil, 1, 5))
            $0.restart = .always
        }
        scene.apply()
        scene.service("web") {
            $0.limits = Self.limits((64, nil, 2, nil))
            $0.restart = .always
        }
        let plan = try scene.plan()
        var expected = ContainerUpdate()
        expected.nanoCPUs = 2
        expected.pids = 0
        #expect(plan.update(of: "shop-web-1") == expected)
        #expect(plan.lines == ["update shop-web-1"])
    }

    @Test("what somebody set live and nobody wants is cleared where it can be", arguments: [false, true])
    func drift(canClear: Bool) throws {
        var scene = Scene()
        scene.service("web")
        scene.apply()
        scene.drift("web") { if canClear { $0.spec.limits.pids = 7 } else { $0.spec.limits.nanoCPUs = 7 } }
        let plan = try scene.plan()
        #expect(plan.actions("web") == (canClear ? [.update] : [.replace]))
        #expect(plan.differences("web").map(\.cause) == [.drift])
    }

    @Test("a container that was renamed gets its name back, and is then called by it")
    func rename() throws {
        var scene = Scene()
        scene.service("web") { $0.limits.pids = 1 }
        scene.apply()
        scene.drift("web") { $0.spec.name = "mine" }
        var plan = try scene.plan()
        #expect(plan.actions("web") == [.rename])
        #expect(plan.lines == ["rename mine to shop-web-1"])
        scene.service("web") { $0.limits.pids = 2 }
        plan = try scene.plan()
        #expect(plan.actions("web") == [.rename, .update])
        #expect(try plan.does("update shop-web-1", waitFor: "rename mine to shop-web-1"))
    }

    @Test("a change in place is noticed as little as it is")
    func disruption() throws {
        var scene = Scene()
        scene.service("web")
        scene.apply()
        scene.service("web") { $0.limits.pids = 1 }
        #expect(try scene.plan().change("web")?.disruption == .inPlace)
        scene.drift("web") { $0.state = ContainerState(.exited) }
        #expect(try scene.plan().change("web")?.disruption == Disruption.none)
    }

    private static func limits(_ limits: Limits) -> ResourceLimits {
        var result = ResourceLimits()
        (result.memory, result.memorySwap, result.nanoCPUs, result.pids) = limits
        return result
    }
}
