import ManifoldTestSupport
import Testing

extension OnEngine.Everyday {
    /// What `explain` tells.
    @Suite("explain") struct ExplainTests {
        @Test("where values come from, what changes them, who depends on it, and what a replacement disrupts")
        func everything() async throws {
            let port = try TakenPort.free()
            try await TestSystem.run(
                """
                services:
                  db:
                    <<: *small
                    ports: ["127.0.0.1:\(port):80"]
                    mem_limit: 64m
                    environment: {MODE: fast, PASSWORD: "${SECRET}"}
                    networks: [back]
                  web:
                    <<: *small
                    depends_on: {db: {condition: service_started, restart: true}}
                  side:
                    <<: *small
                    network_mode: service:db
                networks: {back: {}}
                """
            ) { system in
                let secret = ["SECRET": "hunter2-hunter2"]
                try await system.manifold("explain", "service.db", environment: secret).ended()
                    .says("service.db[1]  \(system.container("db")), not there yet")
                try await system.apply(environment: secret)
                try await system.docker("update", "--memory", "48m", "--memory-swap", "96m", system.container("db"))
                let text = try await system.manifold("explain", "service.db", environment: secret).ended()
                let place = try system.place(of: "64m")
                func line(_ field: String) -> Substring {
                    text.output.split(separator: "\n").first { $0.hasPrefix("\(field) ") } ?? ""
                }
                #expect(line("mem_limit").contains("64 MiB (now 48 MiB)"))
                #expect(line("mem_limit").contains(place))
                #expect(line("mem_limit").contains("in place; taken away: replace"))
                #expect(line("environment.MODE").contains("\"fast\""))
                #expect(line("environment.PASSWORD").contains("(hidden)"))
                #expect(line("environment.PASSWORD").contains("from ${SECRET}"))
                #expect(line("environment.PATH").contains("the image"))
                text.says(
                    "Needed by",
                    "service.web[1]",
                    "started, restarts along",
                    "A replacement would",
                    "[downtime: 127.0.0.1:\(port)/tcp, up to 1s to stop]",
                    "restart service.web[1]",
                    "replace service.side[1]",
                    "Nobody sets, so the engine's own way holds:"
                )
                text.saysNothing(of: "hunter2")
                try await system.manifold("explain", "network.back", environment: secret).ended()
                    .says("reconnect service.db[1]", "[connections drop]")
                try await system.manifold("explain", "service.bd", environment: secret).ended(with: 1)
                    .says("the manifest has no `service.bd`", "did you mean `service.db`?")
                try await system.manifold("explain", "db", environment: secret).ended(with: 64)
            }
        }
    }
}
