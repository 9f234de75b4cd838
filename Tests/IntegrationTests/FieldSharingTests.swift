import Testing

extension OnEngine.Everyday {
    /// Containers that take part in the namespaces and volumes of others.
    @Suite("sharing") struct FieldSharingTests {
        private static let manifest = """
            services:
              web: {<<: *small, ipc: shareable, user: "0"}
              side:
                <<: *small
                network_mode: service:web
                ipc: service:web
                volumes_from: ["web:ro"]
            """

        @Test(
            "who shares with a container gets a new one when that does, and the plan says why; both come back together"
        )
        func cascade() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let (web, side) = (system.container("web"), system.container("side"))
                let first = try await system.id(web)
                let template = "{{.HostConfig.NetworkMode}} {{.HostConfig.IpcMode}} {{.HostConfig.VolumesFrom}}"
                #expect(
                    try await system.inspect(side, template) == "container:\(first) container:\(first) [\(first):ro]"
                )
                try await system.planIsEmpty()

                try system.edit("user: \"0\"", "user: \"1\"")
                try await system.plan().changesOnly("service.side[1]", "service.web[1]")
                    .says("replace \(side)  [restart]  because service.web[1] is replaced")
                try await system.apply()
                let second = try await system.id(web)
                #expect(second != first)
                #expect(try await system.inspect(side, "{{.HostConfig.NetworkMode}}") == "container:\(second)")
                try await system.planIsEmpty()

                let runs = [try await system.run(of: web), try await system.run(of: side)].map { String($0.prefix(64)) }
                try system.edit("user: \"1\"", "user: \"2\"")
                try system.edit("volumes_from:", "entrypoint: [/does/not/exist]\n    volumes_from:")
                try await system.manifold("apply", "--auto-approve").ended(with: 3)
                    .says("Rolled back, as before: service.side[1], service.web[1]")
                #expect([try await system.id(web), try await system.id(side)] == runs)
                #expect(try await system.isRunning(web))
                #expect(try await system.isRunning(side))
            }
        }

        @Test(
            "a container whose namespace went with a restart of the other is restarted, and one that was removed is remade"
        )
        func restarted() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let (web, side) = (system.container("web"), system.container("side"))
                try await system.docker("restart", "-t", "0", web)
                try await system.plan().changesOnly("service.side[1]")
                    .says("restart \(side)", "service.web[1], whose namespaces it shares, was started after it")
                try await system.apply()
                try await system.planIsEmpty()

                try await system.docker("stop", "-t", "0", web)
                try await system.plan().changesOnly("service.side[1]", "service.web[1]")
                    .says("restart \(side)", "because service.web[1] is started")
                try await system.apply()
                try await system.planIsEmpty()

                try await system.docker("rm", "-f", web)
                try await system.plan().says("replace \(side)", "because service.web[1] is created")
                try await system.apply()
                try await system.planIsEmpty()
            }
        }

        @Test("something is shared with a container of others by its name, which has to be there")
        func outsider() async throws {
            try await TestSystem.run("services: {}") { system in
                let outsider = "\(system.name)-outsider"
                try system.declare(
                    """
                    services:
                      side:
                        <<: *small
                        network_mode: container:\(outsider)
                        volumes_from: ["container:\(outsider)"]
                    """
                )
                try await system.manifold("plan").ended(with: 1).says("error[plan.holder-missing]", outsider)
                let run = ["run", "-d", "--name", outsider, "manifold/busybox:1", "sleep", "3600"]
                try await Program.run("docker", run, in: "/").ended()
                try await system.apply()
                try await system.planIsEmpty()
                try await Program.run("docker", ["rm", "-f", outsider], in: "/").ended()
                try await Program.run("docker", run, in: "/").ended()
                try await system.plan().changesOnly("service.side[1]")
                    .says("replace", "drift: changed outside manifold")
                try await system.apply()
                try await system.planIsEmpty()
            }
        }

        @Test("links are names that only their container sees, and change by reconnecting")
        func links() async throws {
            try await TestSystem.run(
                """
                services:
                  web: {<<: *small}
                  side: {<<: *small, links: ["web:db"]}
                """
            ) { system in
                try await system.apply()
                let (web, side) = (system.container("web"), system.container("side"))
                let id = try await system.id(side)
                try await system.docker("exec", side, "nslookup", "db").says("Name")
                try await system.planIsEmpty()
                try system.edit("links: [\"web:db\"]", "external_links: [\"\(web):store\"]")
                try await system.plan().changesOnly("service.side[1]").says("reconnect \(side)", "\(web):store")
                try await system.apply()
                try await system.docker("exec", side, "nslookup", "store").says("Name")
                #expect(try await system.id(side) == id)
                try await system.planIsEmpty()
            }
        }

        @Test("what the engine refuses beside another one's network is an error of the manifest")
        func conflicts() async throws {
            try await TestSystem.run(
                """
                services:
                  web: {<<: *small}
                  side: {<<: *small, network_mode: service:web, hostname: x, ports: ["80"], mac_address: "02:42:0a:00:00:01"}
                """
            ) { system in
                let plan = try await system.manifold("plan").ended(with: 1)
                for key in ["hostname", "ports", "mac_address"] { plan.says("cannot have `\(key)` together with") }
            }
        }
    }
}
