import Testing

extension OnEngine.Everyday {
    /// Limits and restart policy, which the engine changes without a new container.
    @Suite("limits") struct LimitTests {
        private static let limits =
            "{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.NanoCpus}} {{.HostConfig.PidsLimit}} "
            + "{{.HostConfig.RestartPolicy.Name}}"

        @Test("what the manifest changes is updated in place")
        func changed() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    mem_limit: 64m
                    memswap_limit: 128m
                    cpus: 0.5
                    pids_limit: 100
                    restart: unless-stopped
                """
            ) { system in
                try await system.apply()
                let app = system.container("app")
                let run = try await system.run(of: app)
                for (old, new) in [
                    ("mem_limit: 64m", "mem_limit: 96m"), ("memswap_limit: 128m", "memswap_limit: 192m"),
                    ("cpus: 0.5", "cpus: 0.75"), ("pids_limit: 100", "pids_limit: 200"),
                    ("restart: unless-stopped", "restart: on-failure:3"),
                ] {
                    try system.edit(old, new)
                }
                try await system.plan().changesOnly("service.app[1]")
                    .says(
                        "update \(app) in place",
                        "64 MiB → 96 MiB  ",
                        "manifest changed  \(try system.place(of: "96m"))"
                    )
                    .saysNothing(of: "replacement")
                try await system.apply()
                #expect(try await system.run(of: app) == run)
                #expect(try await system.inspect(app, Self.limits) == "100663296 201326592 750000000 200 on-failure")
                try await system.planIsEmpty()
            }
        }

        @Test("a limit that is added and later removed goes back to none")
        func addedAndRemoved() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    labels: {}
                """
            ) { system in
                try await system.apply()
                let app = system.container("app")
                let run = try await system.run(of: app)

                try system.edit("labels: {}", "mem_limit: 64m\n    cpus: 0.5\n    pids_limit: 100")
                try await system.plan().changesOnly("service.app[1]").says("update \(app) in place", "none → 64 MiB")
                try await system.apply()
                #expect(try await system.run(of: app) == run)
                #expect(try await system.inspect(app, Self.limits).hasPrefix("67108864 134217728 500000000 100"))
                try await system.planIsEmpty()

                try system.edit("\n    pids_limit: 100", "")
                try await system.plan().changesOnly("service.app[1]")
                    .says("update \(app) in place", "pids_limit: 100 → none", "manifest changed: no longer set")
                try await system.apply()
                #expect(try await system.run(of: app) == run)
                try await system.planIsEmpty()

                try system.edit("mem_limit: 64m\n    cpus: 0.5", "labels: {}")
                try await system.plan().changesOnly("service.app[1]")
                    .says("replace \(app)", "64 MiB → none", "0.5 → none", "no longer set (forces replacement)")
                try await system.apply()
                #expect(try await system.inspect(app, Self.limits).hasPrefix("0 0 0 "))
                try await system.planIsEmpty()
            }
        }
    }
}
