import ManifoldExecution
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("Updates in the simulated engine")
struct SimulatedUpdateTests {
    struct Attempt: Sendable, CustomTestStringConvertible {
        var present: (memory: Int64?, swap: Int64?)
        var sent: (memory: Int64?, swap: Int64?)
        /// Nil where the engine refuses.
        var result: (memory: Int64, swap: Int64)?

        var testDescription: String { "\(present) \(sent)" }
    }

    @Test(
        "memory and swap follow the engine's rules",
        arguments: [
            Attempt(present: (nil, nil), sent: (64, nil), result: nil),
            Attempt(present: (nil, nil), sent: (64, 128), result: (64, 128)),
            Attempt(present: (nil, nil), sent: (nil, 128), result: nil),
            Attempt(present: (64, 128), sent: (96, nil), result: (96, 128)),
            Attempt(present: (64, 128), sent: (128, nil), result: (128, 128)),
            Attempt(present: (64, 128), sent: (129, nil), result: nil),
            Attempt(present: (64, 128), sent: (128, 0), result: (128, 128)),
            Attempt(present: (64, 128), sent: (0, 0), result: (64, 128)),
            Attempt(present: (64, 128), sent: (-1, nil), result: nil),
            Attempt(present: (64, 128), sent: (nil, -1), result: (64, -1)),
            Attempt(present: (64, 128), sent: (nil, 32), result: nil),
            Attempt(present: (64, -1), sent: (32, nil), result: nil),
            Attempt(present: (64, -1), sent: (32, -1), result: (32, -1)),
        ]
    )
    func memory(_ attempt: Attempt) throws {
        let engine = engine(web: { spec in
            spec.limits.memory = attempt.present.memory
            spec.limits.memorySwap = attempt.present.swap
        })
        let web = try engine.create("web")
        var update = ContainerUpdate()
        update.memory = attempt.sent.memory
        update.memorySwap = attempt.sent.swap
        guard let result = attempt.result else {
            let before = try engine.live("web")?.fields
            #expect(throws: OperationFailure.self) { try engine.perform(.update(web, update)) }
            #expect(try engine.live("web")?.fields == before)
            return
        }
        try engine.perform(.update(web, update))
        let fields = try #require(try engine.live("web")).fields
        #expect(fields["mem_limit"] == .bytes(result.memory))
        #expect(fields["memswap_limit"] == (result.swap < 0 ? .word("unlimited") : .bytes(result.swap)))
    }

    @Test("a limit of processes and a restart policy can be lifted, a limit of processors cannot")
    func lifting() throws {
        let engine = engine(web: { spec in
            spec.limits.pids = 10
            spec.limits.nanoCPUs = 500_000_000
            spec.restart = .always
        })
        let web = try engine.create("web")
        var update = ContainerUpdate()
        update.pids = 0
        update.nanoCPUs = 0
        update.restart = "no"
        try engine.perform(.update(web, update))
        let fields = try #require(try engine.live("web")).fields
        #expect(fields["pids_limit"] == nil)
        #expect(fields["restart"] == nil)
        #expect(fields["cpus"] == .nanoCPUs(500_000_000))
    }

    @Test("what an apply changes in place is in the revision record before it is done, but not what a person changes")
    func record() throws {
        let engine = engine()
        engine.beginApply()
        let web = try engine.create("web")
        let id = try #require(try engine.live("web")).id
        var update = ContainerUpdate()
        update.pids = 20
        try engine.update("web", update)
        #expect(engine.facts().revision?.inPlace == [:])
        engine.beginApply(changing: [id: ["pids_limit": .number(30)]])
        #expect(engine.facts().revision?.inPlace == [id: ["pids_limit": .number(30)]])
        update.pids = 30
        try engine.perform(.update(web, update))
        #expect(engine.facts().revision?.inPlace == [id: ["pids_limit": .number(30)]])
    }
}
