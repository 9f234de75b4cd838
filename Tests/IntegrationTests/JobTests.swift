import Testing

extension OnEngine.Everyday {
    /// Services that others wait for with `service_completed_successfully`.
    @Suite("jobs") struct JobTests {
        private static let manifest = """
            services:
              job:
                <<: *small
                command: [sh, -c, "echo once >>/log/runs; echo the job says so; exit 0"]
                volumes: ["log:/log"]
              app:
                <<: *small
                volumes: ["log:/log"]
                depends_on:
                  job:
                    condition: service_completed_successfully
            volumes:
              log:
            """

        @Test("a job runs once, and those who wait for it start behind it")
        func runsOnce() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.plan().changesOnly("network.default", "volume.log", "service.app[1]", "service.job[1]")
                    .says("run \(system.container("job"))")
                try await system.apply().says("completed: \(system.container("job"))")
                try await system.planIsEmpty()
                let finished = try await system.inspect(system.container("job"), "{{.State.FinishedAt}}")
                let started = try await system.inspect(system.container("app"), "{{.State.StartedAt}}")
                #expect(finished < started)
                try await system.apply()
                let runs = try await system.docker("exec", system.container("app"), "cat", "/log/runs")
                #expect(runs.output == "once\n")
            }
        }

        @Test("a job whose finished container was pruned is not run again until its inputs change")
        func pruned() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                try await system.docker("rm", system.container("job"))
                try await system.planIsEmpty()
                try system.edit("exit 0", "exit 0 # changed")
                try await system.plan().changesOnly("service.job[1]").says("run \(system.container("job"))")
                try await system.apply()
                try await system.planIsEmpty()
                let runs = try await system.docker("exec", system.container("app"), "cat", "/log/runs")
                #expect(runs.output == "once\nonce\n")
            }
        }

        @Test("a changed job runs again")
        func changed() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let app = try await system.run(of: system.container("app"))
                try system.edit("exit 0", "exit 0 # changed")
                try await system.plan().changesOnly("service.job[1]").says("command: ")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.run(of: system.container("app")) == app)
                let runs = try await system.docker("exec", system.container("app"), "cat", "/log/runs")
                #expect(runs.output == "once\nonce\n")
            }
        }

        @Test("a job that fails keeps those who wait from starting, and its output is shown")
        func fails() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try system.edit("exit 0", "exit 3")
                try await system.manifold("apply", "--auto-approve").ended(with: 1)
                    .says(
                        "container \(system.container("job")) exited with code 3",
                        "the job says so",
                        "not done: waits for service.job[1]",
                        "Not done: service.app[1]"
                    )
                #expect(try await system.inspect(system.container("app"), "{{.State.StartedAt}}").hasPrefix("0001-"))

                try await system.plan().changesOnly("service.app[1]", "service.job[1]")
                    .says("stopped (exit code 3), should have run to its end")
                try system.edit("exit 3", "exit 0")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.isRunning(system.container("app")))
            }
        }
    }
}
