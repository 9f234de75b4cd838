import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("What a step waits for")
struct StepOrderTests {
    @Test("a new container waits for its first network, its volumes and its image, and for nothing else")
    func creation() throws {
        var scene = Scene()
        for network in ["a", "b", "unused"] { scene.network(network) }
        for volume in ["data", "unused"] { scene.volume(volume) }
        scene.service("web") {
            $0.endpoints = ["shop_a": EndpointSpec(), "shop_b": EndpointSpec()]
            $0.mounts = ["/data": MountSpec(.volume("shop_data")), "/h": MountSpec(.tmpfs(size: nil, mode: nil))]
            $0.files = ["/f": file("f")]
        }
        let plan = try scene.plan()
        let create = try plan.step("create shop-web-1")
        #expect(
            try create.after == ids(plan, "create network shop_a", "create volume shop_data", "pull \(Scene.image)")
        )
        #expect(
            try plan.step("connect shop-web-1 to shop_b").after
                == ids(plan, "create shop-web-1", "create network shop_b")
        )
        #expect(try plan.step("put files shop-web-1").after == [create.id])
        #expect(
            try plan.step("start shop-web-1").after
                == ids(plan, "create shop-web-1", "connect shop-web-1 to shop_b", "put files shop-web-1")
        )
        #expect(try plan.step("await shop-web-1 ready").after == ids(plan, "start shop-web-1"))
    }

    @Test("an image is pulled once for all that want it, and only where it is missing")
    func images() throws {
        var scene = Scene()
        scene.service("a")
        scene.service("b")
        scene.service("c") { $0.image = "docker.io/library/there:1" }
        scene.images["docker.io/library/there:1"] = ImageSketch()
        let plan = try scene.plan()
        #expect(plan.lines.filter { $0.hasPrefix("pull") } == ["pull \(Scene.image)"])
        #expect(plan.actions("image.\(Scene.image)") == [.pull])
        #expect(try plan.step("create shop-c-1").after.isEmpty)
    }

    @Test("an image that no container has to be made from is not pulled")
    func unneededImage() throws {
        var scene = Scene()
        scene.service("web")
        scene.apply()
        scene.images = [:]
        scene.service("web") { $0.limits.pids = 5 }
        #expect(try scene.plan().lines == ["update shop-web-1"])
    }

    @Test(
        "a start waits for what it needs to be as far as it is needed",
        arguments: [
            (Need.Condition.existing, nil), (.started, "start shop-db-1"), (.healthy, "await shop-db-1 ready"),
            (.completed, "await shop-db-1 completed"),
        ]
    )
    func needs(condition: Need.Condition, awaited: String?) throws {
        var scene = Scene()
        scene.service("db", goal: condition == .completed ? .completed : .running)
        scene.service("web", needs: ["db": Need(condition)])
        let plan = try scene.plan()
        let before = plan.everything(before: try plan.step("start shop-web-1").id)
        let lines = plan.steps.filter { before.contains($0.id) && $0.change.name == "db" }.map(\.operation)
        let expected = plan.steps.filter { step in
            guard let awaited else { return false }
            let goal = plan.steps.first { $0.operation.journalLine == awaited }
            return goal.map { step.id == $0.id || plan.everything(before: $0.id).contains(step.id) } == true
                && step.change.name == "db"
        }
        #expect(Set(lines) == Set(expected.map(\.operation)))
        #expect(
            try plan.step("create shop-web-1").after
                .isDisjoint(with: plan.steps.filter { $0.change.name == "db" }.map(\.id))
        )
    }

    @Test("what is needed and does not change is looked at as it is, once for all who need it")
    func observation() throws {
        var scene = Scene()
        scene.service("db")
        scene.service("migrate", goal: .completed)
        scene.apply()
        scene.service("a", needs: ["db": Need(.healthy), "migrate": Need(.completed)])
        scene.service("b", needs: ["db": Need(.healthy), "migrate": Need(.completed)])
        scene.service("c", needs: ["db": Need(.started)])
        let plan = try scene.plan()
        for dependant in ["a", "b"] {
            #expect(try plan.does("start shop-\(dependant)-1", waitFor: "await shop-db-1 ready"))
            #expect(try plan.does("start shop-\(dependant)-1", waitFor: "await shop-migrate-1 completed"))
        }
        #expect(try !plan.does("start shop-c-1", waitFor: "await shop-db-1 ready"))
    }

    @Test("what is needed and is paused is looked at when it goes on")
    func pausedNeed() throws {
        var scene = Scene()
        scene.service("db")
        scene.apply()
        scene.drift("db") { $0.state = ContainerState(.paused) }
        scene.service("web", needs: ["db": Need(.healthy)])
        let plan = try scene.plan()
        #expect(try plan.does("start shop-web-1", waitFor: "unpause shop-db-1"), "\(plan.lines)")
        #expect(try plan.does("await shop-db-1 ready", waitFor: "unpause shop-db-1"), "\(plan.lines)")
    }

    @Test("services that do not need each other do not wait for each other")
    func independence() throws {
        var scene = Scene()
        scene.service("a")
        scene.service("b")
        scene.images[Scene.image] = ImageSketch()
        let plan = try scene.plan()
        let before = plan.everything(before: try plan.step("await shop-b-1 ready").id)
        #expect(plan.steps.filter { before.contains($0.id) }.allSatisfy { $0.change.name == "b" })
    }

    @Test("the instances of a service are replaced one after the other")
    func rolling() throws {
        var scene = Scene()
        for replica in 1...3 { scene.service("web", replica: replica) }
        scene.apply()
        for replica in 1...3 { scene.service("web", replica: replica) { $0.user = "other" } }
        let plan = try scene.plan()
        #expect(try plan.does("stop shop-web-2", waitFor: "await shop-web-1 ready"))
        #expect(try plan.does("stop shop-web-3", waitFor: "await shop-web-2 ready"))
        #expect(try !plan.does("create shop-web-3.incoming", waitFor: "stop shop-web-1"))
    }

    @Test("who starts waits for every instance that it needs")
    func instances() throws {
        var scene = Scene()
        scene.service("db", replica: 1)
        scene.service("db", replica: 2)
        scene.service("web")
        let web = ResourceAddress(.service, "web", replica: 1)
        for replica in 1...2 {
            scene.wants[web]?.needs[ResourceAddress(.service, "db", replica: replica)] = Need(.healthy)
        }
        let plan = try scene.plan()
        for replica in 1...2 { #expect(try plan.does("start shop-web-1", waitFor: "await shop-db-\(replica) ready")) }
    }

    @Test("steps are numbered in their order, from one")
    func numbers() throws {
        var scene = Scene()
        scene.service("a")
        scene.service("b")
        let plan = try scene.plan()
        #expect(plan.steps.map(\.id.number) == Array(1...plan.steps.count))
    }

    private func ids(_ plan: Plan, _ lines: String...) throws -> Set<Step.ID> {
        try Set(lines.map { try plan.step($0).id })
    }
}
