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

        @Test("an address that is added, changed or removed is so by reconnecting, with everything else kept")
        func endpoints() async throws {
            try await TestSystem.run(Self.manifest("{aliases: [a]}")) { system in
                try await system.apply()
                let app = system.container("app")
                let id = try await system.id(app)
                try await system.planIsEmpty()
                for (front, back, change) in [
                    ("{aliases: [a], ipv4_address: 10.231.0.5}", "{}", "ipv4_address: 10.231.0.5}"),
                    ("{aliases: [a], ipv4_address: 10.231.0.6}", "{}", "ipv4_address: 10.231.0.5} → "),
                    (
                        "{aliases: [a], ipv4_address: 10.231.0.6}",
                        "{link_local_ips: [169.254.7.7], driver_opts: {a.b: c}}", "link_local_ips: {169.254.7.7}"
                    ),
                    ("{aliases: [a]}", "{}", "ipv4_address: 10.231.0.6} → {a, app}"),
                ] {
                    try system.declare(Self.manifest(front, back))
                    try await system.plan().changesOnly("service.app[1]").says("reconnect \(app)", change)
                        .saysNothing(of: "replace \(app)", "drift")
                    try await system.apply()
                    try await system.planIsEmpty()
                    #expect(try await system.id(app) == id)
                }
            }
        }

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

        @Test("a network's addresses are compared by what was asked for, and a change makes a new network")
        func networks() async throws {
            try await TestSystem.run(Self.manifest("{}")) { system in
                try await system.apply()
                try await system.planIsEmpty()
                let id = try await system.id(system.container("app"))
                for (networks, texts) in [
                    (
                        "  front: {enable_ipv6: true, attachable: true, ipam: {options: {x: y}, config: [{subnet: \"FD00:231::/64\"}]}}\n"
                            + "  back: {ipam: {config: [{subnet: 10.232.0.0/24}]}}",
                        [
                            "ipam.ipv6.subnet: none → fd00:231::/64", "ipam.ipv4.subnet: 10.231.0.0/24 → none",
                            "ipam.ipv4.gateway:  10.232.0.9 → none", "enable_ipv6:      none → true",
                            "attachable:       none → true",
                        ]
                    ),
                    ("  front: {}\n  back: {}", ["fd00:231::/64 → none", "10.232.0.0/24 → none"]),
                ] as [(String, [String])] {
                    try system.declare(Self.manifest("{}", networks: networks))
                    let plan = try await system.plan()
                    plan.changesOnly("network.back", "network.front", "service.app[1]").saysNothing(of: "drift")
                    for text in texts { plan.says(text) }
                    try await system.apply()
                    try await system.planIsEmpty()
                    #expect(try await system.id(system.container("app")) == id)
                }
            }
        }
    }
}
