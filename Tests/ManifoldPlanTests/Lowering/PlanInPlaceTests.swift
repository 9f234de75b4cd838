import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Testing

/// What an apply writes down before it acts: the fields it is about to change on containers that stay.
@Suite("What is written down of a plan")
struct PlanInPlaceTests {
    private static let web = ResourceAddress(.service, "web", replica: 1)
    private static let target = Step.Target.existing(id: "c1", name: "shop-web-1")

    @Test("the fields of an update with the values they get, and a field that is cleared as cleared")
    func update() {
        let desired = desired { $0.limits.memory = 64 }
        let changed = plan(
            [.update(Self.target, ContainerUpdate())],
            Change(reasons: [field("mem_limit"), field("pids_limit")], actions: [.update])
        )
        .fieldsChangedInPlace(for: desired)
        #expect(changed.keys.sorted() == ["c1"])
        #expect(changed["c1"]?["mem_limit"] == .some(.bytes(64)))
        #expect(changed["c1"]?.keys.contains("pids_limit") == true)
        #expect(changed["c1"]?["pids_limit"] == .some(nil))
        #expect(changed["c1"]?.count == 2)
    }

    @Test("a name and a place on a network count as changed in place, with the whole field")
    func renameAndReconnect() {
        let desired = desired { $0.endpoints = ["a": EndpointSpec(aliases: ["x"]), "b": EndpointSpec()] }
        let changed = plan(
            [.rename(Self.target, to: "shop-web-1"), .connect(Self.web, Self.target, network: "a")],
            Change(reasons: [field("container_name"), field("networks", "a")], actions: [.rename, .reconnect])
        )
        .fieldsChangedInPlace(for: desired)
        #expect(changed["c1"]?["container_name"] == .some(.word("shop-web-1")))
        #expect(changed["c1"]?["networks"] == .some(desired[Self.web]?.fields["networks"]))
    }

    @Test("a replacement writes nothing down: its new container's label says it all")
    func replacement() {
        let changed = plan(
            [.rename(Self.target, to: "shop-web-1.outgoing"), .connect(Self.web, Self.target, network: "a")],
            Change(reasons: [field("user"), field("mem_limit")], actions: [.replace])
        )
        .fieldsChangedInPlace(for: desired { $0.limits.memory = 64 })
        #expect(changed.isEmpty)
    }

    @Test("a start or a removal changes no field")
    func noFields() {
        let changed = plan(
            [.start(Self.target), .remove(Self.target)],
            Change(reasons: [.state(ContainerState(.exited))], actions: [.start])
        )
        .fieldsChangedInPlace(for: desired { _ in })
        #expect(changed.isEmpty)
    }

    @Test("a content that is rewritten is unknown until it is written and its process told")
    func contents() {
        let desired = desired { $0.files = ["/a": file("a", content: "new"), "/b": file("b")] }
        let plan = plan(
            [.rewriteFiles(Self.web, Self.target, paths: ["/a"]), .signal(Self.target, "SIGHUP")],
            Change(reasons: [field("files", "/a", policy: .signal("SIGHUP"))], actions: [.update, .signal])
        )
        let wanted = desired[Self.web]?.fields["files"]
        guard case .map(var entries)? = wanted else {
            Issue.record("no files")
            return
        }
        entries["/a"] = entries["/a"]?.unsettled
        #expect(plan.fieldsChangedInPlace(for: desired) == ["c1": ["files": .map(entries)]])
        #expect(wanted != .map(entries))
        #expect(plan.contentsSettled(for: desired) { _ in true }["c1"]?["files"] == wanted)
        #expect(plan.contentsSettled(for: desired) { $0 == Step.ID(1) }.isEmpty, "nobody told the process")
        #expect(plan.contentsSettled(for: desired) { _ in false }.isEmpty)
    }

    private struct Change {
        let reasons: [Reason]
        let actions: [Action]
    }

    private func plan(_ operations: [Step.Operation], _ change: Change) -> Plan {
        Plan(
            system: Scene().graph.system,
            engine: EngineFacts(apiVersion: "1.41", version: "20.10.24"),
            changes: [
                ManifoldPlan.Change(
                    id: Self.web,
                    name: "shop-web-1",
                    actions: change.actions,
                    reasons: change.reasons,
                    disruption: .none,
                    origin: nil
                )
            ],
            notes: [],
            steps: operations.enumerated()
                .map { index, operation in
                    Step(id: Step.ID(index + 1), change: Self.web, operation: operation, after: [])
                },
            unchangedCount: 0
        )
    }

    private func field(_ name: FieldName, _ entry: String? = nil, policy: ContentPolicy? = nil) -> Reason {
        .field(
            FieldDifference(
                path: FieldPath(name, entry),
                before: nil,
                after: nil,
                cause: .drift,
                origin: nil,
                needsReplacement: false,
                policy: policy
            )
        )
    }

    private func desired(_ change: (inout ContainerSpec) -> Void) -> DesiredSystem {
        var scene = Scene()
        scene.service("web", change)
        return scene.desired
    }
}
