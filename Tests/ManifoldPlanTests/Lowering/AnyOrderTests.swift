import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// Steps run side by side: whatever their waiting allows has to work.
@Suite("Any order that the waiting allows")
struct AnyOrderTests {
    @Test(
        "whatever order the steps are carried out in, each one works and the plan after is empty",
        arguments: UInt64(1)...80
    )
    func anyOrder(seed: UInt64) async throws {
        for generated in try await GeneratedPlan.all(seed: seed) {
            var random = SplitMix64(seed: seed &* 17)
            var done: [Step] = []
            var created: [Step.ID: String] = [:]
            var waiting = generated.plan.steps
            while !waiting.isEmpty {
                let ids = Set(done.map(\.id))
                let free = waiting.indices.filter { waiting[$0].after.isSubset(of: ids) }
                let index = try #require(free.randomElement(using: &random))
                let step = waiting.remove(at: index)
                do {
                    created[step.id] = try generated.rehearsal.engine.perform(step.operation, resolving: created)
                } catch {
                    let lines = (done + [step])
                        .map { "\($0.id) \($0.operation.journalLine) after \($0.after.sorted())" }
                    Issue.record("\(generated.description): \(error): \(lines)")
                    return
                }
                done.append(step)
            }
            guard let graph = generated.graph else {
                #expect(generated.rehearsal.engine.facts().containers.isEmpty)
                continue
            }
            let desired = DesiredSystem(graph, sealer: generated.rehearsal.sealer)
            generated.rehearsal.engine.endApply(
                succeeded: true,
                contents: generated.plan.contentsSettled(for: desired) { _ in true }
            )
            #expect(try generated.rehearsal.plan(graph).isEmpty, "\(generated.description)")
        }
    }
}
