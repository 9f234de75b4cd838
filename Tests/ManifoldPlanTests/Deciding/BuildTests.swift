import ManifoldDiagnostics
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

@Suite("When images are built")
struct BuildTests {
    private static let reference = "docker.io/library/shop-web:latest"
    private static let image = ResourceAddress(.image, "shop-web:latest")

    @Test("an image is built once, again when its context changes, and what runs from it follows")
    func context() async throws {
        let rehearsal = Rehearsal()
        let graph = try graph()
        var plan = try rehearsal.plan(graph)
        #expect(plan.changes.map(\.actions) == [[.build], [.create]])
        #expect(plan.changes[0].reasons == [.missing(.notBuilt)])
        try await rehearsal.apply(graph)
        #expect(try rehearsal.plan(graph).isEmpty)

        try rehearsal.engine.editContext(of: Self.reference)
        plan = try rehearsal.plan(graph)
        #expect(plan.changes.map(\.actions) == [[.build], [.replace]])
        #expect(plan.changes[0].reasons == [.contentsChanged(FieldPath("build.context"), files: ["app.txt"])])
        #expect(plan.changes[1].reasons == [.because(Self.image, .build)])
        try await rehearsal.apply(graph)
        #expect(try rehearsal.plan(graph).isEmpty)
    }

    @Test("an argument that changes, comes or goes is told as what it is")
    func arguments() async throws {
        let rehearsal = Rehearsal()
        try await rehearsal.apply(
            try graph { $0.arguments = ["A": FreeText("1", isShowable: true), "B": FreeText("1", isShowable: true)] }
        )
        let changed = try graph {
            $0.arguments = ["A": FreeText("2", isShowable: true), "C": FreeText("1", isShowable: true)]
        }
        let differences = try rehearsal.plan(changed).changes[0].reasons
            .compactMap { if case .field(let difference) = $0 { difference } else { nil } }
        #expect(differences.map(\.path.description) == ["build.args.A", "build.args.B", "build.args.C"])
        #expect(differences.allSatisfy { $0.cause == .manifestChanged })
        try await rehearsal.apply(changed)
        #expect(try rehearsal.plan(changed).isEmpty)
    }

    @Test("how an image is built says nothing of what comes of it")
    func ways() async throws {
        let rehearsal = Rehearsal()
        try await rehearsal.apply(try graph())
        let other = try graph {
            $0.cacheSources = ["x"]
            ($0.usesNoCache, $0.pullsBases) = (true, true)
        }
        #expect(try rehearsal.plan(other).isEmpty)
    }

    @Test("an image that somebody else put under the name is built anew")
    func unknown() async throws {
        let rehearsal = Rehearsal()
        try await rehearsal.apply(try graph())
        try rehearsal.engine.addImage(Self.reference)
        let plan = try rehearsal.plan(try graph())
        #expect(plan.changes.map(\.actions) == [[.build], [.replace]])
        #expect(plan.changes[0].reasons == [.inputsUnknown])
    }

    @Test("a build that fails leaves what runs as it is")
    func failure() async throws {
        let rehearsal = Rehearsal()
        let graph = try graph()
        try await rehearsal.apply(graph)
        try rehearsal.engine.editContext(of: Self.reference)
        try rehearsal.engine.script { $0.brokenBuilds = [Self.reference] }
        try await rehearsal.apply(graph)
        let facts = rehearsal.engine.facts()
        #expect(facts.containers.map(\.name) == ["shop-web-1"])
        #expect(facts.containers.map(\.state.status) == [.running])
        try rehearsal.engine.script { $0.brokenBuilds = [] }
        try await rehearsal.apply(graph)
        #expect(try rehearsal.plan(graph).isEmpty)
    }

    @Test("an image comes after those that it is built from, and is built anew when they are made from something else")
    func bases() async throws {
        let rehearsal = Rehearsal()
        let base = ResourceAddress(.image, "base:1")
        let graph = try graph(needing: base) { $0.furtherContexts = ["base": .image(base)] }
        try rehearsal.engine.script { ($0.builder, $0.apiVersion) = (.buildx, "1.45") }
        let first = try rehearsal.plan(graph)
        let builds = first.steps.filter { if case .buildImage = $0.operation { true } else { false } }
        #expect(builds.map(\.change) == [base, Self.image])
        #expect(builds[1].after == [builds[0].id])
        try await rehearsal.apply(graph)
        #expect(try rehearsal.plan(graph).isEmpty)
        try rehearsal.engine.editContext(of: "docker.io/library/base:1")
        let plan = try rehearsal.plan(graph)
        #expect(plan.changes.first { $0.id == Self.image }?.reasons == [.because(base, .build)])
        try await rehearsal.apply(graph)
        #expect(try rehearsal.plan(graph).isEmpty)
    }

    @Test("with a policy that asks, the registry comes first, and the context where it has nothing")
    func registryFirst() async throws {
        let rehearsal = Rehearsal()
        let graph = try graph(policy: .always)
        #expect(try rehearsal.plan(graph).changes[0].actions == [.build])
        try await rehearsal.apply(graph)
        try rehearsal.engine.publish(Self.reference)
        #expect(try rehearsal.plan(graph).changes[0].actions == [.pull])
        try await rehearsal.apply(graph)
        #expect(try rehearsal.plan(graph).isEmpty)
        try rehearsal.engine.editContext(of: Self.reference)
        #expect(try rehearsal.plan(graph).isEmpty, "it is the registry's")
    }

    private func graph(
        policy: PullPolicy = .never,
        needing base: ResourceAddress? = nil,
        _ change: (inout BuildSpec) -> Void = { _ in }
    ) throws -> ResourceGraph {
        var image = ImageSpec(reference: Self.reference)
        image.policy = policy
        var build = BuildSpec(context: .directory("/src"))
        change(&build)
        image.build = build
        var spec = ContainerSpec()
        (spec.name, spec.image) = ("shop-web-1", Self.reference)
        var resources = [
            Resource(
                id: Self.image,
                spec: .image(image),
                needs: base.map { [$0: Need(.existing)] } ?? [:]
            ),
            Resource(
                id: ResourceAddress(.service, "web", replica: 1),
                spec: .container(spec),
                needs: [Self.image: Need(.existing)],
                goal: .running
            ),
        ]
        if let base {
            var other = ImageSpec(reference: "docker.io/library/\(base.name)")
            other.policy = .never
            other.build = BuildSpec(context: .directory("/base"))
            resources.append(Resource(id: base, spec: .image(other)))
        }
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
