import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

@Suite("New contents of configs and secrets")
struct ContentPolicyTests {
    @Test(
        "a policy says whether a container is replaced, restarted, sent a signal or left alone",
        arguments: [
            (nil, [.replace], Disruption.restart), (.recreate, [.replace], .restart),
            (.restart, [.update, .restart], .restart), (.signal("SIGUSR1"), [.update, .signal], .inPlace),
            (.ignore, [.update], .inPlace),
        ] as [(ContentPolicy?, [Action], Disruption)]
    )
    func policy(policy: ContentPolicy?, actions: [Action], disruption: Disruption) throws {
        var scene = Self.scene(["/a": policy])
        scene.service("web") { $0.files["/a"] = file("a", content: "new") }
        let plan = try scene.plan()
        #expect(plan.actions("web") == actions)
        #expect(plan.change("web")?.disruption == disruption)
        #expect(plan.paths("web") == ["files./a"])
        #expect(plan.differences("web").map(\.cause) == [.manifestChanged])
    }

    @Test("only what has changed is written, before anybody is told")
    func steps() throws {
        var scene = Self.scene(["/a": .signal("SIGHUP"), "/b": .restart])
        scene.service("web") { $0.files["/a"] = file("a", content: "new") }
        var plan = try scene.plan()
        #expect(plan.lines == ["rewrite /a in shop-web-1", "send SIGHUP to shop-web-1"])
        #expect(try plan.does("send SIGHUP to shop-web-1", waitFor: "rewrite /a in shop-web-1"))

        scene.service("web") { $0.files["/b"] = file("b", content: "new") }
        plan = try scene.plan()
        #expect(
            plan.lines == [
                "rewrite /a, /b in shop-web-1", "stop shop-web-1", "start shop-web-1", "await shop-web-1 ready",
            ]
        )
        #expect(try plan.does("stop shop-web-1", waitFor: "rewrite /a, /b in shop-web-1"))
    }

    @Test("the strongest policy holds, and each signal is sent once")
    func strongest() throws {
        var scene = Self.scene([
            "/a": .signal("SIGHUP"), "/b": .signal("SIGUSR1"), "/c": .signal("SIGHUP"), "/d": .ignore,
        ])
        scene.service("web") { spec in
            for path in spec.files.keys { spec.files[path] = file(String(path.dropFirst()), content: "new") }
        }
        #expect(
            try scene.plan().lines == [
                "rewrite /a, /b, /c, /d in shop-web-1", "send SIGHUP to shop-web-1", "send SIGUSR1 to shop-web-1",
            ]
        )
        scene.service("web", onChange: ["/a": .signal("SIGHUP"), "/b": .restart, "/c": .ignore, "/d": .ignore])
        #expect(try scene.plan().actions("web") == [.update, .restart])
        scene.service("web", onChange: ["/a": .signal("SIGHUP"), "/b": .restart, "/c": .ignore])
        #expect(try scene.plan().actions("web") == [.replace])
    }

    @Test(
        "anything else that only a new container can have replaces it",
        arguments: [
            { $0.user = "other" }, { $0.files["/b"] = file("b") }, { $0.files["/a"]?.mode(0o400) },
            { $0.files = ["/elsewhere": file("a", content: "new")] },
            { $0.files["/a"] = file("other", content: "new") },
        ] as [@Sendable (inout ContainerSpec) -> Void]
    )
    func more(change: @Sendable (inout ContainerSpec) -> Void) throws {
        var scene = Self.scene(["/a": .signal("SIGHUP")])
        scene.service("web") {
            $0.files["/a"] = file("a", content: "new")
            change(&$0)
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(!plan.lines.contains { $0.hasPrefix("rewrite") || $0.hasPrefix("send") })
    }

    @Test("another policy alone is nothing to do")
    func policyAlone() throws {
        var scene = Self.scene(["/a": .restart])
        scene.service("web", onChange: ["/a": .signal("SIGHUP")])
        #expect(try scene.plan().isEmpty)
    }

    @Test("limits and contents change together in place")
    func limits() throws {
        var scene = Self.scene(["/a": .signal("SIGHUP")])
        scene.service("web") {
            $0.files["/a"] = file("a", content: "new")
            $0.limits.pids = 5
        }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.update, .signal])
        #expect(
            plan.lines == ["update shop-web-1", "rewrite /a in shop-web-1", "send SIGHUP to shop-web-1"]
        )
    }

    @Test(
        "a container that does not run has nobody to be told",
        arguments: [
            (
                ContainerState(.exited),
                ["rewrite /a in shop-web-1", "start shop-web-1", "await shop-web-1 ready"]
            ),
            (
                ContainerState(.created, hasRun: false),
                ["put files shop-web-1", "start shop-web-1", "await shop-web-1 ready"]
            ),
            (
                ContainerState(.paused),
                [
                    "rewrite /a in shop-web-1", "unpause shop-web-1", "await shop-web-1 ready",
                    "send SIGHUP to shop-web-1",
                ]
            ),
            (
                ContainerState(.restarting),
                ["rewrite /a in shop-web-1", "stop shop-web-1", "start shop-web-1", "await shop-web-1 ready"]
            ),
        ] as [(ContainerState, [String])]
    )
    func states(state: ContainerState, lines: [String]) throws {
        var scene = Self.scene(["/a": .signal("SIGHUP")])
        scene.service("web") { $0.files["/a"] = file("a", content: "new") }
        scene.drift("web") { $0.state = state }
        #expect(try scene.plan().lines == lines)
    }

    @Test(
        "a container is restarted where a signal would end its restart policy, or could not be handled",
        arguments: [
            (nil, nil, "SIGHUP", nil), (nil, nil, "SIGKILL", .cannotBeHandled), (nil, nil, "SIGSTOP", .cannotBeHandled),
            (.always, nil, "SIGHUP", .endsRestarts("always")), (.always, "SIGTERM", "SIGHUP", nil),
            (.always, "SIGHUP", "SIGHUP", .isStopSignal("always")),
            (.onFailure(maximumRetries: nil), "SIGTERM", "SIGHUP", nil),
            (.onFailure(maximumRetries: 3), nil, "SIGHUP", .endsRestarts("on-failure:3")),
            (.unlessStopped, "SIGTERM", "SIGHUP", .countsAsStop),
        ] as [(RestartPolicy?, String?, String, SignalObstacle?)]
    )
    func obstacles(restart: RestartPolicy?, stop: String?, signal: String, obstacle: SignalObstacle?) throws {
        var scene = Self.scene(["/a": .signal(signal)])
        scene.service("web") {
            $0.restart = restart
            $0.stopSignal = stop
        }
        scene.apply()
        scene.service("web") { $0.files["/a"] = file("a", content: "new") }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.update, obstacle == nil ? .signal : .restart])
        let told = plan.reasons("web").filter { if case .notSignalled = $0 { true } else { false } }
        #expect(told == (obstacle.map { [.notSignalled(signal, $0)] } ?? []))
    }

    @Test("a paused container that is restarted is waited for once, when it has begun anew")
    func pausedAndRestarted() throws {
        var scene = Self.scene(["/a": .restart])
        scene.service("web") { $0.files["/a"] = file("a", content: "new") }
        scene.drift("web") { $0.state = ContainerState(.paused) }
        #expect(
            try scene.plan().lines == [
                "rewrite /a in shop-web-1", "unpause shop-web-1", "stop shop-web-1", "start shop-web-1",
                "await shop-web-1 ready",
            ]
        )
    }

    @Test("one that came to its own good end gets the file and is left at that")
    func ended() throws {
        var scene = Self.scene(["/a": .restart])
        scene.service("web") { $0.files["/a"] = file("a", content: "new") }
        scene.drift("web") { $0.state = ContainerState(.exited) }
        scene.revision?.completed = ["id-web-1"]
        #expect(try scene.plan().lines == ["rewrite /a in shop-web-1"])
    }

    @Test("a job runs again, whatever its policy")
    func job() throws {
        var scene = Scene()
        scene.service("migrate", goal: .completed, onChange: ["/a": .ignore]) { $0.files = ["/a": file("a")] }
        scene.apply()
        #expect(try scene.plan().isEmpty)
        scene.service("migrate") { $0.files["/a"] = file("a", content: "new") }
        #expect(try scene.plan().actions("migrate") == [.replace])
    }

    @Test("who follows restarts follows one for contents, and no signal")
    func followers() throws {
        for (policy, follows) in [(ContentPolicy.restart, true), (.signal("SIGHUP"), false), (.ignore, false)] {
            var scene = Self.scene(["/a": policy])
            scene.service(
                "api",
                needs: ["web": Need(.started, restartsDependant: true)]
            )
            scene.apply()
            scene.service("web") { $0.files["/a"] = file("a", content: "new") }
            #expect(try scene.plan().actions("api") == (follows ? [.restart] : []))
        }
    }

    @Test("instances are restarted one after the other, so that the service goes on")
    func replicas() throws {
        var scene = Scene()
        for replica in 1...3 {
            scene.service("web", replica: replica, onChange: ["/a": .restart]) { $0.files = ["/a": file("a")] }
        }
        scene.apply()
        for replica in 1...3 {
            scene.service("web", replica: replica) {
                $0.files = ["/a": file("a", content: "new")]
                $0.ports = []
            }
        }
        let plan = try scene.plan()
        #expect(try plan.does("stop shop-web-2", waitFor: "await shop-web-1 ready"))
        #expect(try plan.does("stop shop-web-3", waitFor: "await shop-web-2 ready"))
        #expect(try !plan.does("rewrite /a in shop-web-3", waitFor: "await shop-web-1 ready"))
        #expect(plan.changes.allSatisfy { $0.outage?.isCovered == true })
    }

    @Test("what was written since stands in the revision record")
    func recorded() throws {
        var scene = Self.scene(["/a": .signal("SIGHUP")])
        scene.service("web") { $0.files["/a"] = file("a", content: "new") }
        let plan = try scene.plan()
        let settled = plan.contentsSettled(for: scene.desired) { _ in true }
        scene.revision?.inPlace = settled.mapValues { $0.mapValues { .some($0) } }
        #expect(try scene.plan().isEmpty)

        scene.service("web") { $0.files["/a"] = file("a") }
        let back = try scene.plan()
        #expect(back.actions("web") == [.update, .signal], "the container's label says that it has this content")
        #expect(back.differences("web").map(\.cause) == [.manifestChanged])
    }

    @Test("a content of which nobody knows whether it was written and told is written and told again, even the old one")
    func unsettled() throws {
        var scene = Self.scene(["/a": .signal("SIGHUP"), "/b": .ignore])
        scene.service("web") { $0.files["/a"] = file("a", content: "new") }
        let changed = try scene.plan().fieldsChangedInPlace(for: scene.desired)
        scene.revision?.inPlace = changed
        scene.revision?.isFinished = false
        for content in ["new", "a"] {
            scene.service("web") { $0.files["/a"] = file("a", content: content) }
            let plan = try scene.plan()
            #expect(plan.lines == ["rewrite /a in shop-web-1", "send SIGHUP to shop-web-1"])
            #expect(plan.differences("web").map(\.cause) == [.interrupted])
        }
        scene.service("web", onChange: [:])
        #expect(try scene.plan().actions("web") == [.replace])
    }

    @Test("where a label had no room for the files, a new container is needed, and the plan says why")
    func truncated() throws {
        var scene = Self.scene(["/a": .signal("SIGHUP")])
        scene.drift("web") { $0.truncated = ["files"] }
        #expect(try scene.plan().isEmpty)
        scene.service("web") { $0.files["/a"] = file("a", content: "new") }
        let plan = try scene.plan()
        #expect(plan.actions("web") == [.replace])
        #expect(plan.reasons("web").contains(.contentsUnrecorded))
    }

    /// A service with a file for each policy, as an apply leaves it.
    private static func scene(_ policies: [String: ContentPolicy?]) -> Scene {
        var scene = Scene()
        scene.service("web", onChange: policies.compactMapValues { $0 }) {
            for path in policies.keys { $0.files[path] = file(String(path.dropFirst())) }
        }
        scene.apply()
        return scene
    }
}

extension FileSpec {
    /// Gives the file other permissions.
    fileprivate mutating func mode(_ mode: Int64) {
        self = FileSpec(source: source, content: content, userID: userID, groupID: groupID, mode: mode)
    }
}
