import Foundation
import ManifoldTestSupport
import Testing

extension OnEngine.Trouble {
    /// What `drift` tells: only what somebody did by hand, and nothing of what the manifest says by now.
    @Suite("the command drift") struct DriftCommandTests {
        private static let manifest = """
            services:
              app:
                <<: *small
                hostname: app
                mem_limit: 64m
                environment: {MODE: fast}
                networks:
                  front:
                  back: {aliases: [data, app]}
              side:
                <<: *small
                network_mode: service:app
              seed:
                image: manifold/busybox:1
                command: ["true"]
              user:
                <<: *small
                networks: [back]
                volumes: ["data:/data"]
                depends_on: {seed: {condition: service_completed_successfully}}
            networks: {front: {}, back: {}}
            volumes: {data: {}}
            """

        /// Runs `drift` in both ways and expects the same of both.
        private func drift(_ system: TestSystem, code: Int32) async throws -> Finished {
            let named =
                try await system.manifold("drift", "-p", system.name, in: system.directory.deletingLastPathComponent())
                .ended(with: code)
            let found = try await system.manifold("drift").ended(with: code)
            #expect(named.output == found.output)
            return found
        }

        @Test("nothing after an apply, not even when the manifest has changed meanwhile")
        func nothing() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.manifold("drift").ended(with: 1).says("was never applied to this engine")
                try await system.apply()
                try await drift(system, code: 0).says("No drift. 8 objects are as last applied.")
                try system.edit("mem_limit: 64m", "mem_limit: 48m")
                try system.edit("MODE: fast", "MODE: slow")
                try await system.plan()
                try await drift(system, code: 0).says("No drift.")
                try await system.apply()
                try await drift(system, code: 0).says("No drift.")
            }
        }

        @Test("fields, states, names, endpoints, and what is gone")
        func everything() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let app = system.container("app")
                try await system.docker("update", "--memory", "48m", "--memory-swap", "96m", "--pids-limit", "50", app)
                try await system.docker("network", "create", "\(system.name)-extra")
                try await system.docker("network", "connect", "\(system.name)-extra", app)
                try await system.docker("network", "disconnect", "\(system.name)_back", app)
                try await system.docker("rename", app, "\(system.name)-mine")
                try await system.docker("stop", system.container("side"))
                try await system.docker("rm", "-f", system.container("user"))
                try await system.docker("volume", "rm", "\(system.name)_data")
                try await system.docker("network", "rm", "\(system.name)_back")
                try system.edit("mem_limit: 64m", "mem_limit: 32m")
                try await drift(system, code: 2)
                    .says(
                        "service.app[1]  \(system.name)-mine",
                        "container_name:",
                        "\(app) → \(system.name)-mine",
                        "64 MiB → 48 MiB",
                        "none → 50",
                        "networks.\(system.name)-extra:",
                        "none → {}",
                        "networks.\(system.name)_back:",
                        "{app, data} → none",
                        "running → exited (143)",
                        "network.back\n  gone",
                        "volume.data\n  gone",
                        "service.user[1]\n  gone",
                        "Drift: 5 of 8 objects differ from what was last applied."
                    )
                let json = try await system.manifold("drift", "--format", "json").ended(with: 2)
                json.says("\"format_version\": \"1.0\"", "\"field\": \"mem_limit\"", "\"before\": \"64 MiB\"")
            }
        }

        @Test("a container that docker compose or a copy of its labels made again", .needsCompose)
        func remade() async throws {
            try await TestSystem.run("services:\n  app:\n    <<: *small\n    environment: {MODE: fast}") { system in
                try await system.apply()
                try await system.compose("-f", "manifold.yaml", "up", "-d")
                try await drift(system, code: 2).says("recreated by docker compose")
            }
        }

        @Test("it asks the engine for nothing but GET and HEAD", .needsSocket)
        func readsOnly() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let socket = try #require(Engine.socketPath)
                let requests = try await SocketProxy.run(to: socket) { proxy in
                    try await system.manifold("drift", "-H", proxy.address).ended()
                    return proxy.requests
                }
                #expect(requests.count > 5)
                #expect(requests.filter { $0.method != "GET" && $0.method != "HEAD" } == [])
            }
        }
    }
}
