import Testing

extension OnEngine.Everyday {
    /// A project of docker-compose that becomes a system.
    @Suite("taking over a Compose project", .needsCompose) struct AdoptionTests {
        private static let manifest = """
            services:
              web:
                <<: *small
                environment: {A: "1"}
                labels: {team: shop}
                networks: [back, default]
                volumes: ["data:/data"]
                ports: ["127.0.0.1::80"]
                mem_limit: 64m
                healthcheck: {test: [CMD, "true"], interval: 1s}
              job:
                <<: *small
                command: ["true"]
              app:
                <<: *small
                scale: 2
                depends_on:
                  job: {condition: service_completed_successfully}
                  web: {condition: service_healthy}
            networks:
              back:
            volumes:
              data:
            """

        @Test("all goes on as it is; what differs is changed; the next plan is empty")
        func takeOver() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.compose("-f", "manifold.yaml", "up", "-d", "--timeout", "1")
                let names = ["web", "app", "job"].map { system.container($0) }
                let ids = try await ids(of: names, in: system)
                try await system.manifold("plan").ended(with: 1).says("plan.compose-project", "--adopt")

                try await system.manifold("plan", "--adopt").ended(with: 0)
                    .says("taken over from Compose as they are: 4 containers, 2 networks, 1 volume", "No changes.")
                try await system.manifold("plan").ended(with: 1)
                try await system.manifold("apply", "--adopt", "--auto-approve").ended(with: 0)
                try await system.planIsEmpty()
                #expect(try await self.ids(of: names, in: system) == ids)

                try system.edit("A: \"1\"", "A: \"2\"")
                try await system.plan().changesOnly("service.web[1]").says("environment.A")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await self.ids(of: Array(names.dropFirst()), in: system) == Array(ids.dropFirst()))
            }
        }

        @Test("what differs from the manifest is listed, and only that")
        func differing() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.compose("-f", "manifold.yaml", "up", "-d", "--timeout", "1")
                try await system.docker("update", "--memory", "32m", "--memory-swap", "64m", system.container("web"))
                let web = try await system.id(system.container("web"))
                try await system.manifold("plan", "--adopt").ended(with: 0)
                    .says("update \(system.container("web"))", "mem_limit", "4 containers, 2 networks, 1 volume")
                try await system.manifold("apply", "--adopt", "--auto-approve").ended(with: 0)
                try await system.planIsEmpty()
                #expect(try await system.id(system.container("web")) == web)
            }
        }

        private func ids(of containers: [String], in system: TestSystem) async throws -> [String] {
            var ids: [String] = []
            for container in containers { ids.append(try await system.id(container)) }
            return ids
        }
    }
}
