import Testing

extension OnEngine.Everyday {
    /// Plans and applies for a part of a system.
    @Suite("a part of a system") struct PartTests {
        private static let manifest = """
            services:
              db:
                <<: *small
                networks: [back]
                volumes: ["data:/data"]
              web:
                <<: *small
                environment: {MODE: fast}
                networks: [back]
                depends_on: [db]
              job:
                <<: *small
                environment: {MODE: fast}
                networks: [side]
            networks: {back: {}, side: {}}
            volumes: {data: {}}
            """

        @Test("a target is applied with what it needs; the rest stays new, and nothing of it is drift")
        func target() async throws {
            try await TestSystem.run(Self.manifest) { system in
                let outcome = try await system.apply("--target", "service.web")
                outcome.says("this plan is incomplete: it leaves out network.side, service.job")
                #expect(try await system.containers() == [system.container("db"), system.container("web")])
                try await system.planIsEmpty("--target", "service.web")
                try await system.manifold("drift").ended().says("No drift. 4 objects")
                try await system.plan().changesOnly("network.side", "service.job[1]").says("new in the manifest")
                try await system.apply()
                try await system.planIsEmpty()
                try await system.manifold("drift").ended().says("No drift. 6 objects")
            }
        }

        @Test("what is excluded is neither changed nor removed, nor forgotten")
        func exclusion() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let job = try await system.id(system.container("job"))
                try system.declare(
                    """
                    services:
                      web:
                        <<: *small
                        environment: {MODE: slow}
                    """
                )
                try await system.apply("--exclude", "service.job", "--exclude", "service.db")
                #expect(try await system.id(system.container("job")) == job)
                #expect(try await system.containers() == ["db", "job", "web"].map { system.container($0) })
                try await system.planIsEmpty("--exclude", "service.job", "--exclude", "service.db")
                try await system.manifold("drift").ended().says("No drift.")
                try await system.docker("stop", system.container("job"))
                try await system.manifold("drift").ended(with: 2).says("service.job[1]", "running → exited")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.containers() == [system.container("web")])
            }
        }

        @Test("a replacement that was asked for makes a new container, once")
        func replacement() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let (web, db) = (
                    try await system.id(system.container("web")), try await system.id(system.container("db"))
                )
                try await system.plan("--replace", "service.web").changesOnly("service.web[1]")
                    .says("asked for with --replace", "[restart]")
                try await system.apply("--replace", "service.web")
                #expect(try await system.id(system.container("web")) != web)
                #expect(try await system.id(system.container("db")) == db)
                try await system.planIsEmpty()
            }
        }

        @Test("an address that names nothing is an error with a suggestion, and nothing is done")
        func unknown() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.manifold("apply", "--auto-approve", "--target", "service.wbe").ended(with: 1)
                    .says("plan.unknown-address", "did you mean `service.web`?")
                #expect(try await system.containers() == [])
                try await system.manifold("plan", "--target", "web").ended(with: 64)
            }
        }
    }
}
