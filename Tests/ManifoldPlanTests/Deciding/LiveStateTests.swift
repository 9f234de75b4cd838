import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("What a container is doing decides what is done")
struct LiveStateTests {
    @Test(
        "a container that is to run is brought to run",
        arguments: [
            (ContainerState(.running), []), (ContainerState(.running, health: .healthy), []),
            (ContainerState(.running, health: .starting), []), (ContainerState(.running, health: .unhealthy), []),
            (ContainerState(.restarting, exitCode: 1), []), (ContainerState(.paused), [.unpause]),
            (ContainerState(.created, hasRun: false), [.start]), (ContainerState(.exited, exitCode: 0), [.start]),
            (ContainerState(.exited, exitCode: 137), [.start]),
        ] as [(ContainerState, [Action])]
    )
    func service(state: ContainerState, actions: [Action]) throws {
        var scene = Self.scene
        scene.drift("web") { $0.state = state }
        let plan = try scene.plan()
        #expect(plan.actions("web") == actions)
        #expect(plan.reasons("web") == (actions.isEmpty ? [] : [.state(state)]))
    }

    @Test(
        "a job that came to its good end is done; any other is run again",
        arguments: [
            (ContainerState(.exited, exitCode: 0), []), (ContainerState(.exited, exitCode: 1), [.run]),
            (ContainerState(.created, hasRun: false), [.run]), (ContainerState(.running), []),
            (ContainerState(.paused), [.unpause]),
        ] as [(ContainerState, [Action])]
    )
    func job(state: ContainerState, actions: [Action]) throws {
        var scene = Scene()
        scene.service("migrate", goal: .completed)
        scene.apply()
        scene.drift("migrate") { $0.state = state }
        #expect(try scene.plan().actions("migrate") == actions)
    }

    @Test(
        "a container that the last apply saw end well is not started again, unless it ended badly since",
        arguments: [(0, []), (1, [.start])] as [(Int, [Action])]
    )
    func completed(exitCode: Int, actions: [Action]) throws {
        var scene = Self.scene
        scene.drift("web") { $0.state = ContainerState(.exited, exitCode: exitCode) }
        scene.revision?.completed = ["id-web-1"]
        #expect(try scene.plan().actions("web") == actions)
        scene.revision?.completed = ["id-other-1"]
        #expect(try scene.plan().actions("web") == [.start])
    }

    @Test("a container that the engine could not remove cannot be started: only a new one helps")
    func dead() throws {
        var scene = Self.scene
        scene.drift("web") { $0.state = ContainerState(.dead, exitCode: 137) }
        #expect(try scene.plan().actions("web") == [.replace])
    }

    @Test("a new service is created, a new job is run; the reason is what the last apply left")
    func missing() throws {
        var scene = Scene()
        scene.service("web")
        scene.service("migrate", goal: .completed)
        var plan = try scene.plan()
        #expect(plan.actions("web") == [.create])
        #expect(plan.actions("migrate") == [.run])
        #expect(plan.reasons("web") == [.missing(.new)])

        let members = Set(scene.wants.keys)
        scene.revision = RevisionFacts(members: members)
        plan = try scene.plan()
        #expect(plan.reasons("web") == [.missing(.removedOutside)])

        scene.revision = RevisionFacts(members: members, isFinished: false)
        plan = try scene.plan()
        #expect(plan.reasons("web") == [.missing(.unfinished)])

        scene.revision = RevisionFacts(members: [])
        #expect(try scene.plan().reasons("web") == [.missing(.new)])
    }

    @Test("a job runs to its end, a service until it is ready")
    func waiting() throws {
        var scene = Scene()
        scene.service("web")
        scene.service("migrate", goal: .completed)
        let plan = try scene.plan()
        #expect(plan.lines.contains("await shop-web-1 ready"))
        #expect(plan.lines.contains("await shop-migrate-1 completed"))
    }

    @Test("started containers get the contents that they may have been killed before they got")
    func unfinishedFiles() throws {
        var scene = Scene()
        scene.service("web") { $0.files = ["/f": file("f")] }
        scene.apply()
        scene.drift("web") { $0.state = ContainerState(.created, hasRun: false) }
        let plan = try scene.plan()
        #expect(plan.lines == ["put files shop-web-1", "start shop-web-1", "await shop-web-1 ready"])
        #expect(try plan.does("start shop-web-1", waitFor: "put files shop-web-1"))
        scene.drift("web") { $0.state = ContainerState(.exited) }
        #expect(try scene.plan().lines == ["start shop-web-1", "await shop-web-1 ready"])
    }

    private static var scene: Scene {
        var scene = Scene()
        scene.service("web")
        scene.apply()
        return scene
    }
}

/// A file with its own name as content.
func file(_ name: String, content: String? = nil) -> FileSpec {
    FileSpec(
        source: ResourceAddress(.config, name),
        content: FreeText(content: Array((content ?? name).utf8)),
        userID: 0,
        groupID: 0,
        mode: 0o444
    )
}
