import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

/// Jobs whose containers were pruned after they had run.
@Suite("Jobs that have run")
struct JobRunTests {
    private static let job = ResourceAddress(.service, "job", replica: 1)

    /// A job that has run and whose container is gone.
    private static var pruned: Scene {
        var scene = Scene()
        scene.service("job", goal: .completed) { $0.environment = ["A": text("1")] }
        scene.service("app", needs: ["job": Need(.completed)])
        scene.apply()
        let facts = Scene.sealer.seal(scene.facts, for: scene.desired)
        let jobs = scene.desired.jobs(given: facts)
        scene.revision?.jobs = jobs
        scene.containers.removeAll { $0.address == job }
        return scene
    }

    @Test("One that has run with these inputs is not run again")
    func unchanged() throws {
        let plan = try Self.pruned.plan()
        #expect(plan.isEmpty)
        #expect(plan.unchangedCount == 2)
    }

    @Test("What depends on it can be made anew all the same")
    func dependant() throws {
        var scene = Self.pruned
        scene.service("app") { $0.environment = ["B": text("2")] }
        let plan = try scene.plan()
        #expect(plan.changes.map(\.id) == [ResourceAddress(.service, "app", replica: 1)])
        #expect(!plan.steps.contains { $0.change == Self.job })
    }

    @Test("Changed inputs run it again")
    func changedInputs() throws {
        var scene = Self.pruned
        scene.service("job") { $0.environment = ["A": text("2")] }
        #expect(try scene.plan().changes.map(\.actions) == [[.run]])
    }

    @Test("So does another image of the same name, unless it is not known which one it was")
    func changedImage() throws {
        var scene = Self.pruned
        scene.containers = []
        scene.drop(ResourceAddress(.service, "app", replica: 1))
        scene.images[Scene.image]?.id = "sha256:2"
        #expect(try scene.plan().changes.map(\.actions) == [[.run]])
        let unknown = scene.revision?.jobs.mapValues { JobRun(inputs: $0.inputs, image: nil) } ?? [:]
        scene.revision?.jobs = unknown
        #expect(try scene.plan().isEmpty)
    }

    @Test("What can change on a live container is none of its inputs")
    func limits() throws {
        var scene = Self.pruned
        scene.service("job") { $0.limits.memory = 64 << 20 }
        #expect(try scene.plan().isEmpty)
    }

    @Test("One that others share something with has to be there")
    func shared() throws {
        var scene = Self.pruned
        scene.service("app") { $0.sharing.volumesFrom = [.service("job"): false] }
        #expect(try scene.plan().changes.map(\.id).contains(Self.job))
    }

    @Test("One that somebody asks for is run again, whether it has run or not")
    func requested() throws {
        var scene = Self.pruned
        scene.options.replacements = [Self.job]
        let plan = try scene.plan()
        #expect(plan.changes.map(\.actions) == [[.run]])
        #expect(plan.changes.first?.reasons.first == .requested)
    }

    @Test("Without a record it runs")
    func noRecord() throws {
        var scene = Self.pruned
        scene.revision?.jobs = [:]
        #expect(try scene.plan().changes.map(\.id) == [Self.job])
    }
}
