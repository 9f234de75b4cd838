import ManifoldExecution
import ManifoldPlan
import ManifoldSimulation
import Testing

@Suite("Faults of the simulated engine")
struct FaultTests {
    @Test("a call that is refused has no effect, and the next one works")
    func refusedCall() throws {
        let engine = engine()
        engine.beginApply(faults: .refusing(call: 2))
        let web = try engine.create("web")
        #expect(throws: OperationFailure.self) { try engine.perform(.start(web)) }
        #expect(try engine.live("web")?.state.status == .created)
        try engine.perform(.start(web))
        #expect(engine.calls == 3)
        #expect(engine.journal == ["create web", "start web"])
    }

    @Test("an operation can be refused each time")
    func refusedOperation() throws {
        let engine = engine()
        engine.beginApply(faults: .refusing("start web"))
        let web = try engine.create("web")
        for _ in 1...2 { #expect(throws: OperationFailure.self) { try engine.perform(.start(web)) } }
        try engine.perform(.start(try engine.create("db")))
    }

    @Test("behind its death a process does nothing any more", arguments: [false, true])
    func death(afterEffect: Bool) async throws {
        let engine = engine()
        engine.beginApply(faults: .death(at: 2, afterEffect: afterEffect))
        let web = try engine.create("web")
        #expect(throws: OperationFailure.self) { try engine.perform(.start(web)) }
        #expect(throws: OperationFailure.self) { try engine.perform(.stop(web)) }
        #expect(try engine.live("web")?.state.status == (afterEffect ? .running : .created))
        engine.endApply(succeeded: true)
        #expect(engine.facts().revision?.isFinished == false)
        try engine.perform(.start(web))
    }
}
