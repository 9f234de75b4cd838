import Testing

extension OnEngine.Everyday {
    /// Addresses: of networks, and of containers on them.
    @Suite("addresses") struct FieldNetworkTests {
        private static func manifest(_ front: String, _ back: String = "{}", networks: String = networks) -> String {
            """
            services:
              app:
                <<: *small
                networks:
                  front: \(front)
                  back: \(back)
            networks:
            \(networks)
            """
        }

        private static let networks = """
              front: {ipam: {config: [{subnet: 10.231.0.0/24}]}}
              back: {ipam: {config: [{subnet: 10.232.0.0/24, gateway: 10.232.0.9, ip_range: 10.232.0.128/25}]}}
            """

        @Test("the network of the highest priority is joined first and can have a hardware address")
        func hardwareAddress() async throws {
            try await TestSystem.run(Self.manifest("{priority: 5, mac_address: \"02-42-0A-E7-00-42\"}")) { system in
                try await system.apply()
                let app = system.container("app")
                let front = "\(system.name)_front"
                let template =
                    "{{(index .NetworkSettings.Networks \"\(front)\").MacAddress}} {{.HostConfig.NetworkMode}}"
                #expect(try await system.inspect(app, template) == "02:42:0a:e7:00:42 \(front)")
                try await system.planIsEmpty()
                try await system.docker("stop", "-t", "0", app)
                try await system.plan().says("start \(app)").saysNothing(of: "mac_address")
                try await system.apply()
                try await system.planIsEmpty()
                try system.edit("{priority: 5, mac_address: \"02-42-0A-E7-00-42\"}", "{priority: 5}")
                try await system.plan()
                    .says("mac_address.\(front)", "02:42:0a:e7:00:42 → none", "no longer set (forces replacement)")
                try await system.apply()
                try await system.planIsEmpty()
                try system.edit("back: {}", "back: {mac_address: \"02:42:0a:e8:00:42\"}")
                try await system.manifold("plan").ended(with: 1).says("error[graph.unsupported-value]", "joined first")
            }
        }

        @Test("a container that waits to be restarted has no hardware address for the time being, and lacks none")
        func restarting() async throws {
            let crashing = """
                {priority: 5, mac_address: "02:42:0a:e7:00:43"}
                    init: false
                    restart: always
                    command: [sh, -c, "until [ -e /crash ]; do sleep 0.05; done; exit 7"]
                """
            try await TestSystem.run(Self.manifest("{}", crashing, networks: "  front: {}\n  back: {}")) { system in
                let app = system.container("app")
                try await system.apply()
                try await system.docker("exec", app, "touch", "/crash")
                // From the fifth time on the engine waits for more than three seconds.
                for _ in 0..<200 {
                    let state = try await system.inspect(app, "{{.RestartCount}} {{.State.Status}}")
                        .split(separator: " ")
                    if state[1] == "restarting", state[0] >= "5" { break }
                    try await Task.sleep(for: .milliseconds(50))
                }
                try #require(try await system.inspect(app, "{{.State.Status}}") == "restarting")
                try await system.planIsEmpty().says("service.app[1] keeps crashing")
            }
        }
    }
}
