import ManifoldPlan
import ManifoldResources
import Testing

@Suite("Container names that move")
struct NameMoveTests {
    @Test("a service that is called otherwise but keeps its container's name is made when the old container is gone")
    func renamedService() throws {
        var scene = Self.scene(["old": "app"])
        scene.drop(ResourceAddress(.service, "old", replica: 1))
        scene.service("new") { $0.name = "app" }
        let plan = try scene.plan()
        #expect(try plan.does("create app", waitFor: "remove app"), "two cannot have one name: \(plan.lines)")
    }

    @Test("a name that passes from one service to another is free before it is taken")
    func passedOn() throws {
        var scene = Self.scene(["a": "x", "b": "y"])
        scene.service("a") { $0.name = "z" }
        scene.service("b") { $0.name = "x" }
        let plan = try scene.plan()
        #expect(plan.actions("a") == [.rename])
        #expect(plan.actions("b") == [.rename])
        #expect(
            try plan.does("rename y to x", waitFor: "rename x to z.outgoing"),
            "two cannot have one name: \(plan.lines)"
        )
    }

    @Test("a name that a new service takes over from one that is renamed")
    func takenOver() throws {
        var scene = Self.scene(["b": "x"])
        scene.service("b") { $0.name = "y" }
        scene.service("a") { $0.name = "x" }
        let plan = try scene.plan()
        #expect(try plan.does("create x", waitFor: "rename x to y.outgoing"), "two cannot have one name: \(plan.lines)")
    }

    @Test("two services that swap their containers' names never want one name at the same time")
    func swapped() throws {
        var scene = Self.scene(["a": "x", "b": "y"])
        scene.service("a") { $0.name = "y" }
        scene.service("b") { $0.name = "x" }
        // A refusal would do; a plan has to keep the names apart.
        guard scene.obstacles().isEmpty else { return }
        let plan = try scene.plan()
        var holders = ["x": "id-a-1", "y": "id-b-1"]
        for step in plan.steps {
            guard case .rename(.existing(let id, _), let name) = step.operation else { continue }
            #expect(holders[name] == nil, "\(name) is taken: \(plan.lines)")
            for (held, holder) in holders where holder == id { holders[held] = nil }
            holders[name] = id
        }
    }

    private static func scene(_ names: [String: String]) -> Scene {
        var scene = Scene()
        for (service, name) in names { scene.service(service) { $0.name = name } }
        scene.apply()
        return scene
    }
}
