import ManifoldExecution
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// Cases in which one decision of a plan meets another; each was found by the properties over made-up systems.
@Suite("Decisions that meet")
struct InterplayTests {
    private static let image = SystemGenerator.images[0]

    /// `job` runs to its end before `web` starts; both are on network `front` where they should be.
    private func sketch(_ body: (inout SystemSketch) -> Void = { _ in }) -> SystemSketch {
        var sketch = SystemSketch(name: "shop")
        sketch.networks["front"] = .init()
        var job = SystemSketch.ServiceSketch("job", image: Self.image)
        job.isJob = true
        var web = SystemSketch.ServiceSketch("web", image: Self.image)
        web.needs = ["job"]
        sketch.services = [job, web]
        body(&sketch)
        return sketch
    }

    @Test("a finished job that was connected to a network stays on it when the network is made anew")
    func finishedJobOnNetwork() async throws {
        let rehearsal = Rehearsal()
        try await rehearsal.apply(sketch().graph)
        try await rehearsal.apply(sketch { $0.services[0].networks = ["front"] }.graph)
        let graph = sketch {
            $0.services[0].networks = ["front"]
            $0.networks["front"] = .init(isInternal: true)
        }
        .graph
        #expect(try await rehearsal.apply(graph).isSuccess)
        try expectWanted(graph, rehearsal)
    }

    @Test("what waits for a paused container waits until it is unpaused")
    func pausedNeed() async throws {
        var base = SystemSketch(name: "shop")
        base.services = [.init("db", image: Self.image), .init("web", image: Self.image)]
        base.services[0].isChecked = true
        base.services[1].needs = ["db"]
        let rehearsal = Rehearsal()
        try await rehearsal.apply(base.graph)
        try rehearsal.engine.pause("shop-db-1")
        try rehearsal.engine.remove("shop-web-1")
        let steps = try rehearsal.plan(base.graph).steps
        let unpause = try #require(steps.first { $0.operation.journalLine == "unpause shop-db-1" })
        let wait = try #require(steps.first { $0.operation.journalLine == "await shop-db-1 ready" })
        #expect(wait.after == [unpause.id])
        #expect(try await rehearsal.apply(base.graph).isSuccess)
        try expectWanted(base.graph, rehearsal)
    }

    @Test("what an interrupted replacement of a job left is removed although the job does not run")
    func leftoverOfJob() async throws {
        let rehearsal = Rehearsal()
        try await rehearsal.apply(sketch().graph)
        let graph = sketch { $0.services[0].environment = ["A": "1"] }.graph
        try await rehearsal.apply(graph, faults: .refusing("remove shop-job-1.outgoing"))
        #expect(rehearsal.engine.facts().containers.count == 3)
        #expect(try await rehearsal.apply(graph).isSuccess)
        try expectWanted(graph, rehearsal)
    }
}
