import Testing

extension OnEngine.Everyday {
    /// Configs and secrets as files in containers.
    @Suite("configs and secrets") struct FileTests {
        @Test("changed content replaces exactly the services that have it")
        func changed() async throws {
            try await TestSystem.run(
                """
                services:
                  one:
                    <<: *small
                    configs: [settings]
                  two:
                    <<: *small
                    configs: [settings]
                    secrets:
                      - {source: token, target: /etc/token, mode: 0400, uid: "65534"}
                  three:
                    <<: *small
                    secrets: [token]
                  four:
                    <<: *small
                configs:
                  settings: {file: settings.txt}
                secrets:
                  token: {file: token.txt}
                """
            ) { system in
                try system.write("settings.txt", "colour=green\n")
                try system.write("token.txt", "first\n")
                try await system.apply()
                try await system.docker("exec", system.container("two"), "ls", "-ln", "/etc/token")
                    .says("-r--------", " 65534 ")

                try system.write("settings.txt", "colour=blue\n")
                try await system.plan().changesOnly("service.one[1]", "service.two[1]").says("files./settings: ")
                try await system.apply()
                try await system.docker("exec", system.container("one"), "cat", "/settings").says("colour=blue")

                try system.write("token.txt", "second\n")
                try await system.plan().changesOnly("service.three[1]", "service.two[1]").says("files./etc/token: ")
                try await system.apply()
                try await system.docker("exec", system.container("two"), "cat", "/etc/token").says("second")
                try await system.docker("exec", system.container("three"), "cat", "/run/secrets/token").says("second")
                try await system.planIsEmpty()
            }
        }

        @Test(
            "a file is there although the engine could not write it into the container itself",
            arguments: ["read_only: true", "volumes: [{type: tmpfs, target: /run}]", "volumes: [\"data:/run\"]"]
        )
        func unwritable(_ setting: String) async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    \(setting)
                    environment: {VERSION: one}
                    secrets: [token]
                secrets:
                  token: {file: token.txt}
                volumes:
                  data:
                """
            ) { system in
                try system.write("token.txt", "first\n")
                let app = system.container("app")
                try await system.apply()
                try await system.docker("exec", app, "cat", "/run/secrets/token").says("first")
                try await system.planIsEmpty()
                let volumes = try await system.volumes().count

                try await system.docker("restart", app)
                try await system.docker("exec", app, "cat", "/run/secrets/token").says("first")
                try await system.planIsEmpty()

                try system.write("token.txt", "second\n")
                try await system.apply()
                try await system.docker("exec", app, "cat", "/run/secrets/token").says("second")
                #expect(try await system.volumes().count == volumes)

                try await system.manifold("destroy", "--auto-approve", "--allow-destroy", "volume.data").ended()
                #expect(try await system.objects() == [])
            }
        }

        @Test("a small volume with a secret does not outlive its container, whoever ended that")
        func strayVolumes() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    read_only: true
                    secrets: [token]
                secrets:
                  token: {file: token.txt}
                """
            ) { system in
                try system.write("token.txt", "first\n")
                // Killed when the volume is there and the container is not.
                try await system.applyKilled(at: .before("", "POST", "/containers/create"))
                #expect(try await system.volumes().count == 1)
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.volumes().count == 1)

                try await system.docker("rm", "-f", system.container("app"))
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.volumes().count == 1)
                try await system.docker("exec", system.container("app"), "cat", "/run/secrets/token").says("first")

                try await system.docker("rm", "-f", system.container("app"))
                try await system.manifold("destroy", "--auto-approve").ended()
                #expect(try await system.objects() == [])
            }
        }
    }
}
