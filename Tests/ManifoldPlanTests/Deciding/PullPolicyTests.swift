import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("When images are pulled")
struct PullPolicyTests {
    private static let reference = "docker.io/library/one:1"

    @Test("a tag that moved in its registry is pulled, what runs from it is replaced, and the next plan is empty")
    func moved() async throws {
        let rehearsal = Rehearsal()
        let graph = try graph(.always)
        try await rehearsal.apply(graph)
        #expect(try rehearsal.plan(graph).isEmpty)

        try rehearsal.engine.publish(Self.reference)
        let plan = try rehearsal.plan(graph)
        #expect(plan.changes.map(\.actions) == [[.pull], [.replace]])
        #expect(plan.changes.last?.reasons == [.because(Self.image, .pull)])
        guard case .tagMoved(_?, _)? = plan.changes.first?.reasons.first else {
            Issue.record("the digests are told: \(plan.changes)")
            return
        }
        try await rehearsal.apply(graph)
        #expect(try rehearsal.plan(graph).isEmpty)
    }

    @Test("a registry that does not answer changes nothing, but is told of; a new container asks for the pull")
    func unanswered() async throws {
        let rehearsal = Rehearsal()
        try await rehearsal.apply(try graph(.missing))
        let graph = try graph(.always)
        try rehearsal.engine.script { $0.silentRegistries = [Self.reference] }
        let plan = try rehearsal.plan(graph)
        #expect(plan.isEmpty)
        #expect(plan.notes == [.registryUnanswered(Self.image, "no answer")])

        try rehearsal.engine.remove("shop-web-1")
        let next = try rehearsal.plan(graph)
        #expect(next.changes.map(\.actions) == [[.pull], [.create]])
        #expect(next.changes.first?.reasons == [.knownAfterPull("no answer")])
        guard case .pullImage(_, _, digest: nil)? = next.steps.first?.operation else {
            Issue.record("nobody has said which digest it is: \(next.steps)")
            return
        }
    }

    @Test(
        "nobody is asked about an image that is there, unless the policy says so",
        arguments: [PullPolicy.missing, .never]
    )
    func notAsked(policy: PullPolicy) async throws {
        let rehearsal = Rehearsal()
        let graph = try graph(policy)
        try await rehearsal.apply(graph)
        try rehearsal.engine.publish(Self.reference)
        #expect(try rehearsal.plan(graph).isEmpty)
    }

    @Test("a newer image that the engine has already shows what it changes, but for what the manifest says itself")
    func effects() async throws {
        let rehearsal = Rehearsal()
        var spec = ContainerSpec()
        spec.environment = ["KEPT": FreeText("mine", isShowable: true)]
        let graph = try graph(.missing, spec)
        let new: OpenFields = [
            "environment": .map([
                "PATH": .text(FreeText("/usr/bin:/bin", isShowable: false)),
                "KEPT": .text(FreeText("image", isShowable: false)), "ADDED": .text(FreeText("x", isShowable: false)),
            ]),
            "command": .list([.text(FreeText("/bin/server", isShowable: false))]), "user": .word("1000"),
            "working_dir": .word("/srv"), .exposedPorts: .set([.word("80/tcp")]),
        ]
        try await rehearsal.apply(graph)
        try rehearsal.engine.addImage(Self.reference, supplying: new)
        let plan = try rehearsal.plan(graph)
        let effects = plan.changes.flatMap(\.reasons)
            .compactMap { if case .imageSupplies(let effect) = $0 { effect.path.description } else { nil } }
        #expect(effects == ["environment.ADDED", "user", "working_dir", "expose"])
    }

    @Test("the more eager of two policies counts")
    func order() {
        let ordered: [PullPolicy] = [.never, .missing, .refresh(after: 2), .refresh(after: 1), .always]
        #expect(ordered.shuffled().sorted() == ordered)
    }

    private static let image = ResourceAddress(.image, "one:1")

    private func graph(_ policy: PullPolicy, _ spec: ContainerSpec = ContainerSpec()) throws -> ResourceGraph {
        var image = ImageSpec(reference: Self.reference)
        image.policy = policy
        var spec = spec
        spec.name = "shop-web-1"
        spec.image = Self.reference
        return try graph(
            Resource(id: Self.image, spec: .image(image)),
            Resource(
                id: ResourceAddress(.service, "web", replica: 1),
                spec: .container(spec),
                needs: [Self.image: Need(.existing)],
                goal: .running
            )
        )
    }

    private func graph(_ resources: Resource...) throws -> ResourceGraph {
        var diagnostics = Diagnostics()
        return try #require(
            ResourceGraph(
                system: SystemIdentity(name: "shop", directory: "/shop", files: []),
                resources: resources,
                reporting: &diagnostics
            )
        )
    }
}
