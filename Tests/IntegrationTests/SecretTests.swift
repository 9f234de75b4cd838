import Testing

extension OnEngine.Everyday {
    /// Secrets get where they belong and nowhere else.
    @Suite("secrets") struct SecretTests {
        /// Part of every value that has to stay secret.
        private static let marker = "s3cr3t-m4rk3r"

        private static let manifest = """
            services:
              app:
                <<: *small
                env_file: app.env
                environment:
                  FROM_DOTENV: ${DOTENV_VALUE}
                  FROM_SHELL: ${SHELL_VALUE}
                  FROM_DEFAULT: ${NOT_SET:-plain default}
                  TAKEN_OVER:
                labels:
                  com.example.token: ${DOTENV_VALUE}
                healthcheck:
                  test: ["CMD", "test", "${SHELL_VALUE}"]
                  interval: 500ms
                secrets:
                  - in-file
                  - in-environment
              other:
                <<: *small
            secrets:
              in-file:
                file: token.txt
              in-environment:
                environment: SHELL_VALUE
            """

        private static let environment: [String: String?] = [
            "SHELL_VALUE": "shell-\(marker)", "TAKEN_OVER": "taken-\(marker)",
        ]

        private func write(to system: TestSystem) throws {
            try system.write("token.txt", "file-\(Self.marker)\n")
            try system.write("app.env", "FROM_FILE=env-file-\(Self.marker)\n")
            try system.write(".env", "DOTENV_VALUE=dotenv-\(Self.marker)\n")
        }

        @Test("their values are in the containers, and in no output and no label")
        func nowhere() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try write(to: system)
                let app = system.container("app")
                var printed: [Finished] = []
                func run(_ arguments: String..., code: Int32 = 0) async throws {
                    let finished = try await system.manifold(
                        arguments: ["-v"] + arguments,
                        environment: Self.environment
                    )
                    printed.append(finished.ended(with: code))
                }
                try await run("validate")
                try await run("plan", "--detailed-exitcode", code: 2)
                try await run("plan", "--format", "steps")
                try await run("apply", "--auto-approve")
                try await run("status")
                try await run("plan", "--detailed-exitcode")

                try await system.docker("exec", app, "cat", "/run/secrets/in-file").says("file-\(Self.marker)")
                try await system.docker("exec", app, "cat", "/run/secrets/in-environment").says("shell-\(Self.marker)")
                try await system.docker("exec", app, "env")
                    .says("env-file-\(Self.marker)", "dotenv-\(Self.marker)", "taken-\(Self.marker)", "plain default")
                try await expectCleanLabels(system)

                // Every one of them changes: the plan shows that, and not to what.
                try system.write("token.txt", "new-file-\(Self.marker)\n")
                try system.write("app.env", "FROM_FILE=new-env-file-\(Self.marker)\n")
                try system.write(".env", "DOTENV_VALUE=new-dotenv-\(Self.marker)\n")
                try await run("plan", "--detailed-exitcode", code: 2)
                let plan = try #require(printed.last).changesOnly("service.app[1]")
                plan.says(
                    "environment.FROM_FILE: ",
                    "environment.FROM_DOTENV: ",
                    "labels.com.example.token: ",
                    "files./run/secrets/in-file: ",
                    "(hidden) → (hidden, changed)"
                )
                try await run("apply", "--auto-approve")
                try await run("destroy", "--auto-approve")
                for finished in printed { finished.saysNothing(of: Self.marker) }
            }
        }

        private func expectCleanLabels(_ system: TestSystem) async throws {
            let app = system.container("app")
            let ours =
                #"{{range $key, $value := .Config.Labels}}{{if ne $key "com.example.token"}}{{$key}}={{println $value}}{{end}}{{end}}"#
            var labels = [try await system.inspect(app, ours)]
            for network in try await system.networks() {
                labels.append(try await system.docker("network", "inspect", "-f", "{{.Labels}}", network).line)
            }
            for volume in try await system.volumes() + system.revisions() {
                labels.append(try await system.docker("volume", "inspect", "-f", "{{.Labels}}", volume).line)
            }
            #expect(labels.count >= 3)
            #expect(labels[0].contains("io.manifold.spec="))
            for text in labels { #expect(!text.contains(Self.marker)) }
        }

        @Test("a container that prints its secrets before it crashes does not print them through an apply")
        func crash() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try write(to: system)
                try system.edit(
                    "env_file: app.env",
                    """
                    env_file: app.env
                        command: [sh, -c, "env; cat /run/secrets/*; echo; echo my last words; exit 1"]
                    """
                )
                let apply = try await system.manifold("apply", "--auto-approve", environment: Self.environment)
                apply.ended(with: 1).says("exited with code 1", "my last words", "(hidden)")
                    .saysNothing(of: Self.marker)
            }
        }

        @Test("a secret that a manifest's mistake is about is not quoted")
        func mistake() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try write(to: system)
                try system.edit(
                    "env_file: app.env",
                    "env_file: app.env\n    mem_limit: ${SHELL_VALUE}\n    restart: ${SHELL_VALUE}"
                )
                try await system.manifold("validate", environment: Self.environment).ended(with: 1)
                    .says("${SHELL_VALUE}").saysNothing(of: Self.marker)
            }
        }
    }
}
