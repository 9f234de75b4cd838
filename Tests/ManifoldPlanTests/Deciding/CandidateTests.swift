import ManifoldPlan
import ManifoldResources
import Testing

/// Two containers of one address: what an interrupted replacement leaves, in each of its stages.
@Suite("Which of several containers goes on")
struct CandidateTests {
    @Test("created, but the old one still serves: the old one is replaced anew, the new one goes first")
    func afterCreation() throws {
        var scene = Self.scene
        scene.twin(of: "web", id: "new") {
            $0.spec.user = "new"
            $0.recorded = $0.spec
            $0.spec.name = "shop-web-1.incoming"
            $0.state = ContainerState(.created, hasRun: false)
            $0.created = Self.later
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(plan.reasons("web").contains(.leftover))
        #expect(try plan.does("create shop-web-1.incoming", waitFor: "remove shop-web-1.incoming"))
        #expect(removed(plan) == ["new", "id-web-1"])
    }

    @Test("stopped and renamed, the new one never ran: the old one may be the only one that works")
    func afterRenaming() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.spec.name = "shop-web-1.outgoing"
            $0.state = ContainerState(.exited)
        }
        scene.twin(of: "web", id: "new") {
            $0.spec.user = "new"
            $0.recorded = $0.spec
            $0.spec.name = "shop-web-1"
            $0.state = ContainerState(.created, hasRun: false)
            $0.created = Self.later
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(removed(plan).first == "new")
        #expect(removed(plan).last == "id-web-1")
    }

    @Test("the new one runs: it goes on, and the old one goes once the new one is accepted")
    func afterStart() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.spec.name = "shop-web-1.outgoing"
            $0.state = ContainerState(.exited)
        }
        scene.twin(of: "web", id: "new") {
            $0.spec.user = "new"
            $0.recorded = $0.spec
            $0.spec.name = "shop-web-1"
            $0.state = ContainerState(.running)
            $0.created = Self.later
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.destroy])
        #expect(plan.reasons("web") == [.leftover])
        #expect(plan.lines == ["await shop-web-1 ready", "remove shop-web-1.outgoing"])
        #expect(try plan.does("remove shop-web-1.outgoing", waitFor: "await shop-web-1 ready"))
    }

    @Test("the new one was taken back to its waiting name and stopped: the old one, which runs, is not given up for it")
    func afterRollback() throws {
        var scene = Self.scene
        scene.twin(of: "web", id: "new") {
            $0.spec.user = "new"
            $0.recorded = $0.spec
            $0.spec.name = "shop-web-1.incoming"
            $0.state = ContainerState(.exited, exitCode: 1)
            $0.created = Self.later
        }
        let plan = try scene.plan()
        // One that failed once has to show that it works before the one that does is removed.
        let accepted = try #require(plan.steps.first { if case .awaitReady = $0.operation { true } else { false } })
        let removal = try #require(
            plan.steps.first { step in
                if case .remove(.existing("id-web-1", _)) = step.operation { true } else { false }
            }
        )
        #expect(plan.everything(before: removal.id).contains(accepted.id), "\(plan.lines)")
        #expect(removed(plan) == ["new", "id-web-1"])
    }

    @Test("the new one ran and failed while the old one still waits: the old one is the one that worked")
    func afterFailure() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.spec.name = "shop-web-1.outgoing"
            $0.state = ContainerState(.exited)
        }
        scene.twin(of: "web", id: "new") {
            $0.spec.user = "new"
            $0.recorded = $0.spec
            $0.spec.name = "shop-web-1"
            $0.state = ContainerState(.exited, exitCode: 1)
            $0.created = Self.later
        }
        scene.revision?.isFinished = false
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(removed(plan) == ["new", "id-web-1"])
        // If this one fails as well, the old one runs again.
        let undone = plan.steps.compactMap(\.undo)
        #expect(
            undone.contains { if case .start(.existing("id-web-1", _)) = $0 { true } else { false } },
            "\(plan.lines)"
        )
    }

    @Test(
        "what Compose made never goes on beside one of ours, not even where it runs under the proper name and ours does not"
    )
    func compose() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = nil }
        scene.twin(of: "web", id: "theirs") {
            $0.maker = .compose
            $0.recorded = nil
            $0.created = Self.later
        }
        scene.drift("web") {
            $0.spec.name = "mine"
            $0.state = ContainerState(.exited)
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.rename, .start])
        #expect(removed(plan) == ["theirs"])
    }

    @Test("of two that worked the one that is as wanted goes on, though the other is later and has the proper name")
    func matching() throws {
        var scene = Self.scene
        scene.drift("web") {
            $0.spec.user = "new"
            $0.spec.name = "mine"
            $0.state = ContainerState(.exited)
        }
        scene.twin(of: "web", id: "later") {
            $0.spec.user = "unwanted"
            $0.spec.name = "shop-web-1"
            $0.created = Self.later
        }
        #expect(removed(try scene.plan()) == ["later"])
    }

    @Test("of two that are as wanted the one that runs goes on, though the other is later and has the proper name")
    func running() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = nil }
        scene.drift("web") { $0.spec.name = "mine" }
        scene.twin(of: "web", id: "later") {
            $0.spec.name = "shop-web-1"
            $0.state = ContainerState(.exited)
            $0.created = Self.later
        }
        #expect(removed(try scene.plan()) == ["later"])
    }

    @Test("of two that are alike the later one goes on")
    func later() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = nil }
        for index in scene.containers.indices { scene.containers[index].state = ContainerState(.exited) }
        scene.twin(of: "web", id: "a-later") { $0.created = Self.later }
        #expect(removed(try scene.plan()) == ["id-web-1"])
    }

    @Test(
        "the engine leaves zeros out at the end of a second's fraction, and later is later all the same",
        arguments: [
            ("2026-11-24T10:00:00.1Z", "2026-11-24T10:00:00.12Z"), ("2026-11-24T10:00:00Z", "2026-11-24T10:00:00.5Z"),
        ]
    )
    func shortFractions(earlier: String, later: String) throws {
        var scene = Self.scene
        scene.service("web") { $0.user = nil }
        scene.drift("web") {
            $0.state = ContainerState(.exited)
            $0.created = earlier
        }
        scene.twin(of: "web", id: "a-later") { $0.created = later }
        #expect(removed(try scene.plan()) == ["id-web-1"])
    }

    @Test("a stopped leftover under the name that the old one is to get goes before that one gets it")
    func outgoingName() throws {
        var scene = Self.scene
        scene.twin(of: "web", id: "older") {
            $0.spec.name = "shop-web-1.outgoing"
            $0.state = ContainerState(.exited)
            $0.created = "2026-11-24T09:00:00Z"
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        let rename = try plan.step("rename shop-web-1 to shop-web-1.outgoing")
        let removal = try #require(
            plan.steps.first { $0.operation == .remove(.existing(id: "older", name: "shop-web-1.outgoing")) }
        )
        #expect(plan.everything(before: rename.id).contains(removal.id), "two cannot have one name: \(plan.lines)")
    }

    @Test("a stopped leftover under the waiting name goes before the new container takes that name")
    func waitingName() throws {
        var scene = Self.scene
        scene.service("web") { $0.user = "newest" }
        scene.twin(of: "web", id: "failed") {
            $0.spec.user = "new"
            $0.recorded = $0.spec
            $0.spec.name = "shop-web-1.incoming"
            $0.state = ContainerState(.exited, exitCode: 1)
            $0.created = Self.later
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(
            try plan.does("create shop-web-1.incoming", waitFor: "remove shop-web-1.incoming"),
            "two containers cannot have one name: \(plan.lines)"
        )
    }

    private static let later = "2026-11-24T11:00:00Z"

    /// A service that was applied as one user and is wanted as another.
    private static var scene: Scene {
        var scene = Scene()
        scene.service("web")
        scene.apply()
        scene.service("web") { $0.user = "new" }
        return scene
    }

    /// Ids of the containers that are removed, in order.
    private func removed(_ plan: Plan) -> [String] {
        plan.steps.compactMap { step in
            if case .remove(.existing(let id, _)) = step.operation { id } else { nil }
        }
    }
}
