import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Restarts that follow")
struct RestartCascadeTests {
    @Test("who asks for it is restarted when what it needs is replaced, and so on down the line")
    func cascade() throws {
        var scene = Self.scene
        scene.service("db") { $0.user = "other" }
        let plan = try scene.plan()
        #expect(plan.actions("db") == [.replace])
        #expect(plan.actions("api") == [.restart])
        #expect(plan.reasons("api") == [.because(ResourceAddress(.service, "db", replica: 1), .replace)])
        #expect(plan.actions("web") == [.restart])
        #expect(plan.reasons("web") == [.because(ResourceAddress(.service, "api", replica: 1), .restart)])
        #expect(plan.actions("cron").isEmpty, "it did not ask")
        #expect(try plan.does("stop shop-api-1", waitFor: "await shop-db-1 ready"))
        #expect(try plan.does("stop shop-web-1", waitFor: "await shop-api-1 ready"))
    }

    @Test("a change in place restarts nobody")
    func inPlace() throws {
        var scene = Self.scene
        scene.service("db") { $0.limits.pids = 5 }
        let plan = try scene.plan()
        #expect(plan.actions("db") == [.update])
        #expect(plan.changes.count == 1)
    }

    @Test(
        "only a container that runs is restarted",
        arguments: [
            (ContainerState(.exited), [.start]), (ContainerState(.paused), [.unpause]),
            (ContainerState(.created, hasRun: false), [.start]),
        ] as [(ContainerState, [Action])]
    )
    func notRunning(state: ContainerState, actions: [Action]) throws {
        var scene = Self.scene
        scene.service("db") { $0.user = "other" }
        scene.drift("api") { $0.state = state }
        #expect(try scene.plan().actions("api") == actions)
    }

    @Test("one that is replaced anyway is not restarted on top of it, and passes the restart on")
    func replaced() throws {
        var scene = Self.scene
        scene.service("db") { $0.user = "other" }
        scene.service("api") { $0.user = "other" }
        let plan = try scene.plan()
        #expect(plan.actions("api") == [.replace])
        #expect(plan.reasons("web") == [.because(ResourceAddress(.service, "api", replica: 1), .replace)])
    }

    @Test("a restart is one stop and one start, however many needs began anew")
    func once() throws {
        var scene = Self.scene
        scene.service("cache")
        scene.service("api", needs: ["cache": Need(.started, restartsDependant: true)])
        scene.apply()
        scene.service("db") { $0.user = "other" }
        scene.service("cache") { $0.user = "other" }
        let plan = try scene.plan()
        #expect(plan.actions("api") == [.restart])
        #expect(plan.reasons("api").count == 2)
        #expect(plan.lines.filter { $0 == "stop shop-api-1" }.count == 1)
        #expect(try plan.does("stop shop-api-1", waitFor: "start shop-cache-1"))
    }

    private static var scene: Scene {
        var scene = Scene()
        scene.service("db")
        scene.service("api", needs: ["db": Need(.healthy, restartsDependant: true)])
        scene.service("web", needs: ["api": Need(.healthy, restartsDependant: true)])
        scene.service("cron", needs: ["db": Need(.started)])
        scene.apply()
        return scene
    }
}
