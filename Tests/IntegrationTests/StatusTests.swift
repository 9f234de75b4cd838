import Testing

extension OnEngine.Everyday {
    /// What `status` tells.
    @Suite("status") struct StatusTests {
        @Test("each instance is shown with its state, health, ports and image")
        func instances() async throws {
            let port = try TakenPort.free()
            try await TestSystem.run(
                """
                services:
                  web:
                    <<: *small
                    ports: ["127.0.0.1:\(port):80"]
                    healthcheck: {test: "true", interval: 300ms}
                  app:
                    <<: *small
                    image: manifold/busybox:2
                    deploy: {replicas: 2}
                    volumes: ["data:/data"]
                volumes:
                  data:
                """
            ) { system in
                try await system.manifold("status").ended()
                    .says("\(system.name) on Docker ", "service.web[1]  -          missing  -       -      -")
                try await system.apply()
                let status = try await system.manifold("status").ended()
                func row(_ address: String) -> [String] {
                    let line = status.output.split(separator: "\n").first { $0.hasPrefix("\(address) ") } ?? ""
                    return line.split(separator: " ").map { String($0) }
                }
                #expect(
                    row("service.web[1]") == [
                        "service.web[1]", system.container("web"), "running", "healthy", "127.0.0.1:\(port):80/tcp",
                        "manifold/busybox:1",
                    ]
                )
                for number in 1...2 {
                    #expect(
                        row("service.app[\(number)]") == [
                            "service.app[\(number)]", system.container("app", number), "running", "-", "-",
                            "manifold/busybox:2",
                        ]
                    )
                }
                #expect(row("network.default") == ["network.default", "\(system.name)_default"])
                #expect(row("volume.data") == ["volume.data", "\(system.name)_data"])
            }
        }

        @Test("a restart by hand changes nothing, a stop and a removal are shown")
        func changes() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    deploy: {replicas: 3}
                """
            ) { system in
                try await system.apply()
                try await system.docker("restart", system.container("app", 1))
                try await system.planIsEmpty()
                try await system.docker("stop", system.container("app", 2))
                try await system.docker("rm", "-f", system.container("app", 3))
                let lines = try await system.manifold("status").ended().output.split(separator: "\n")
                func line(_ number: Int) -> Substring {
                    lines.first { $0.hasPrefix("service.app[\(number)]") } ?? ""
                }
                #expect(line(1).contains(" running "))
                #expect(line(2).contains(" exited (143) "))
                #expect(line(3).contains(" missing "))
            }
        }
    }
}
