import Testing

extension OnEngine.Everyday {
    /// What one container gives up and another takes, and what moves below running containers.
    @Suite("moves") struct MoveTests {
        @Test("two services exchange their ports")
        func ports() async throws {
            let ports = [try TakenPort.free(), try TakenPort.free()]
            try await TestSystem.run(
                """
                services:
                  one:
                    <<: *small
                    ports: ["127.0.0.1:\(ports[0]):80"]
                  two:
                    <<: *small
                    ports: ["127.0.0.1:\(ports[1]):80"]
                """
            ) { system in
                try await system.apply()
                try system.edit(":\(ports[0]):80", ":FIRST:80")
                try system.edit(":\(ports[1]):80", ":\(ports[0]):80")
                try system.edit(":FIRST:80", ":\(ports[1]):80")
                try await system.plan().changesOnly("service.one[1]", "service.two[1]").says("ports.80/tcp: ")
                try await system.apply()
                try await system.planIsEmpty()
                try await system.docker("port", system.container("one")).says("127.0.0.1:\(ports[1])")
                try await system.docker("port", system.container("two")).says("127.0.0.1:\(ports[0])")
            }
        }

        @Test("a renamed service takes over port, volume and container_name of its former self")
        func service() async throws {
            let port = try TakenPort.free()
            try await TestSystem.run(
                """
                services:
                  old:
                    <<: *small
                    container_name: NAME
                    ports: ["127.0.0.1:\(port):80"]
                    volumes: ["data:/data"]
                volumes:
                  data:
                """
            ) { system in
                let name = "\(system.name).kept"
                try system.edit("NAME", name)
                try await system.apply()
                try await system.docker("exec", name, "sh", "-c", "echo kept >/data/file")
                try system.edit("  old:", "  new:")
                try await system.plan().changesOnly("service.new[1]", "service.old[1]")
                try await system.apply()
                try await system.planIsEmpty()
                try await system.docker("exec", name, "cat", "/data/file").says("kept")
                #expect(try await system.containers() == [name])
            }
        }

        @Test("a network that has to be made anew keeps its containers and their aliases")
        func network() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    networks:
                      net: {aliases: [other-name]}
                      more:
                  stopped:
                    <<: *small
                    networks: [net]
                networks:
                  net: {}
                  more:
                """
            ) { system in
                try await system.apply()
                let app = system.container("app")
                let run = try await system.run(of: app)
                try await system.docker("stop", system.container("stopped"))
                try system.edit("net: {}", "net: {internal: true}")
                try await system.plan().changesOnly("network.net", "service.app[1]", "service.stopped[1]")
                    .says("internal: none → true", "because network.net is replaced")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.run(of: app) == run)
                #expect(try await system.isRunning(system.container("stopped")))
                try await system.docker("exec", app, "nslookup", "other-name")
                #expect(
                    try await system.docker("network", "inspect", "-f", "{{.Internal}}", "\(system.name)_net").line
                        == "true"
                )
            }
        }

        @Test("who depends with restart: true begins anew with what it depends on, also behind a paused container")
        func restart() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    environment: {VERSION: one}
                  follower:
                    <<: *small
                    depends_on:
                      app: {condition: service_started, restart: true}
                """
            ) { system in
                try await system.apply()
                let follower = system.container("follower")
                let before = (try await system.id(follower), try await system.run(of: follower))
                try await system.docker("pause", system.container("app"))
                try system.edit("VERSION: one", "VERSION: two")
                try await system.plan().changesOnly("service.app[1]", "service.follower[1]")
                    .says("restart \(follower)", "because service.app[1] is replaced")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.id(follower) == before.0)
                #expect(try await system.run(of: follower) != before.1)
            }
        }
    }
}
