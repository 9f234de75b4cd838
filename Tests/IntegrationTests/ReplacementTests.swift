import Testing

extension OnEngine.Trouble {
    /// The old container is kept until the new one is accepted.
    @Suite("replacement") struct ReplacementTests {
        /// A new version that is not accepted.
        struct Failing: Sendable, CustomTestStringConvertible {
            let testDescription: String
            /// What takes the place of `VERSION: one` and all behind it.
            let change: String
            let says: [String]
        }

        private static let manifest = """
            services:
              app:
                <<: *small
                environment:
                  VERSION: one
            """

        static let failing = [
            Failing(
                testDescription: "exits at once",
                change: #"VERSION: two\#n    command: [sh, -c, "echo my last words; exit 7"]"#,
                says: ["exited with code 7", "last output:", "my last words"]
            ),
            Failing(
                testDescription: "crashes again and again",
                change: #"VERSION: two\#n    restart: always\#n    command: [sh, -c, "echo my last words; exit 7"]"#,
                says: ["keeps crashing", "last output:", "my last words"]
            ),
            Failing(
                testDescription: "becomes unhealthy",
                change: """
                    VERSION: two
                        healthcheck: {test: "echo not well; false", interval: 300ms, retries: 1}
                    """,
                says: ["is unhealthy", "last health check exited with code 1", "not well"]
            ),
            Failing(
                testDescription: "cannot be started",
                change: "VERSION: two\n    command: [/no/such/program]\n    init: false",
                says: ["/no/such/program", "no such file or directory"]
            ),
        ]

        @Test("a new version that is not accepted is taken back", arguments: failing)
        func takenBack(_ failing: Failing) async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                try system.edit("VERSION: one", failing.change)
                let failed = try await expectTakenBack(system)
                for text in failing.says { failed.says(text) }
            }
        }

        @Test("a new version whose port another process has is taken back")
        func portTaken() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let port = try TakenPort()
                try system.edit("VERSION: one", "VERSION: two\n    ports: [\"127.0.0.1:\(port.number):80\"]")
                try await expectTakenBack(system).says("127.0.0.1:\(port.number)", "address already in use")
            }
        }

        /// Applies the change, which fails, and expects everything to be as before.
        @discardableResult
        private func expectTakenBack(_ system: TestSystem) async throws -> Finished {
            let app = system.container("app")
            let id = try await system.id(app)
            let failed = try await system.manifold("apply", "--auto-approve")
            failed.ended(with: 3).says("Rolled back, as before: service.app[1]")
            #expect(try await system.id(app) == id)
            #expect(try await system.isRunning(app))
            #expect(try await system.containers() == [app])
            try await system.plan().changesOnly("service.app[1]").says("environment.VERSION:", #""one" → "two""#)
            return failed
        }

        @Test("what depends on a failed replacement is left as it is, what does not is done")
        func dependants() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    environment: {VERSION: one}
                    healthcheck: {test: "true", interval: 300ms}
                  dependant:
                    <<: *small
                    environment: {VERSION: first}
                    depends_on:
                      app: {condition: service_healthy}
                  other:
                    <<: *small
                    environment: {VERSION: premier}
                """
            ) { system in
                try await system.apply()
                let names = ["app", "dependant", "other"].map { system.container($0) }
                let app = try await system.id(names[0])
                let dependant = try await system.run(of: names[1])
                try system.edit("{VERSION: one}", "{VERSION: two}\n    command: [\"false\"]")
                try system.edit("{VERSION: first}", "{VERSION: second}")
                try system.edit("{VERSION: premier}", "{VERSION: deuxieme}")
                try await system.manifold("apply", "--auto-approve").ended(with: 3)
                    .says("not done: waits for service.app[1]")
                #expect(try await system.id(names[0]) == app)
                #expect(try await system.isRunning(names[0]))
                #expect(try await system.run(of: names[1]) == dependant)
                #expect(try await system.inspect(names[2], "{{.Config.Env}}").contains("VERSION=deuxieme"))
                #expect(try await system.containers() == names)
                try await system.plan().changesOnly("service.app[1]", "service.dependant[1]")
            }
        }
    }
}
