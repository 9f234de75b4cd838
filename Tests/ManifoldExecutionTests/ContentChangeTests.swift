import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("Contents that change in containers that stay")
struct ContentChangeTests {
    private static let policies: [ContentPolicy] = [.restart, .signal("SIGHUP"), .ignore]

    @Test(
        "the container stays, has the new content, and its process knows of it unless nobody was to tell",
        arguments: policies
    )
    func change(policy: ContentPolicy) async throws {
        let rehearsal = Rehearsal()
        try await rehearsal.apply(Self.graph("one", policy))
        let before = rehearsal.engine.facts().containers.map(\.id)
        for content in ["two", "three", "one"] {
            let report = try await rehearsal.apply(Self.graph(content, policy))
            #expect(report.isSuccess)
            try expectWanted(Self.graph(content, policy), rehearsal)
            #expect(rehearsal.engine.facts().containers.map(\.id) == before)
        }
        let read = rehearsal.engine.filesRead(by: "shop-s1-1")["/config"]?.string
        #expect(read == "one")
        try await rehearsal.apply(Self.graph("two", policy))
        let known = rehearsal.engine.filesRead(by: "shop-s1-1")["/config"]?.string
        #expect(known == (policy == .ignore ? "one" : "two"))
    }

    @Test(
        "whichever call breaks, neither a content nor a signal nor a restart is lost, forward or back",
        arguments: policies
    )
    func breaks(policy: ContentPolicy) async throws {
        let before = Self.graph("one", policy)
        let after = Self.graph("two", policy)
        let applied = Rehearsal()
        try await applied.apply(before)
        let id = applied.engine.facts().containers.map(\.id)
        for call in 1...(try applied.plan(after).steps.count) {
            for kind in RecoveryTests.Break.allCases {
                let broken = applied.fork()
                try await broken.apply(after, faults: kind.faults(at: call), parallelism: 1)
                for graph in [after, before] {
                    let mended = broken.fork()
                    let report = try await mended.apply(graph)
                    #expect(report.isSuccess, "\(kind) at \(call): \(failures(of: report))")
                    try expectWanted(graph, mended, "\(kind) at \(call)")
                    #expect(mended.engine.facts().containers.map(\.id) == id)
                }
            }
        }
    }

    @Test("a signal that did not get through is sent by the next apply")
    func lostSignal() async throws {
        let rehearsal = Rehearsal()
        try await rehearsal.apply(Self.graph("one", .signal("SIGHUP")))
        let after = Self.graph("two", .signal("SIGHUP"))
        try await rehearsal.apply(after, faults: .refusing("send SIGHUP to shop-s1-1"))
        #expect(rehearsal.engine.files(of: "shop-s1-1")["/config"]?.string == "two")
        #expect(rehearsal.engine.filesRead(by: "shop-s1-1")["/config"]?.string == "one")
        let next = try rehearsal.plan(after)
        #expect(next.changes.map(\.actions) == [[.update, .signal]])
        try await rehearsal.apply(after)
        #expect(rehearsal.engine.journal == ["rewrite /config in shop-s1-1", "send SIGHUP to shop-s1-1"])
        try expectWanted(after, rehearsal)
    }

    private static func graph(_ content: String, _ policy: ContentPolicy) -> ResourceGraph {
        var sketch = SystemSketch(name: "shop")
        var service = SystemSketch.ServiceSketch("s1", image: SystemGenerator.images[0])
        service.config = content
        service.contentPolicy = policy
        sketch.services = [service]
        return sketch.graph
    }
}
