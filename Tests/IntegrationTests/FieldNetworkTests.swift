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
    }
}
