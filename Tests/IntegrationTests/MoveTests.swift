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

        @Test("addresses go round between containers that stay, are replaced, leave and come")
        func addresses() async throws {
            try await TestSystem.run(
                """
                services:
                  web: {<<: *small, networks: {front: {ipv4_address: 10.244.0.10}}}
                  api: {<<: *small, networks: {front: {ipv4_address: 10.244.0.11}}}
                  db: {<<: *small, networks: {front: {ipv4_address: 10.244.0.12}}}
                  cache: {<<: *small, networks: {front: {ipv4_address: 10.244.0.13}}}
                  old: {<<: *small, networks: {front: {ipv4_address: 10.244.0.14}}}
                networks:
                  front: {ipam: {config: [{subnet: 10.244.0.0/24}]}}
                """
            ) { system in
                try await system.apply()
                var runs: [String: String] = [:]
                for service in ["web", "api", "cache"] {
                    runs[service] = try await system.run(of: system.container(service))
                }
                try system.edit("0.10}}}\n  api", "0.EX}}}\n  api")
                try system.edit("0.11", "0.10")
                try system.edit("0.EX", "0.11")
                try system.edit("0.12", "0.DB")
                try system.edit("0.13", "0.12")
                try system.edit("db: {<<: *small,", "db: {<<: *small, user: \"1000\",")
                try system.edit("0.DB", "0.13")
                try system.edit("  old:", "  new:")
                try await system.plan()
                    .changesOnly(
                        "service.api[1]",
                        "service.cache[1]",
                        "service.db[1]",
                        "service.new[1]",
                        "service.old[1]",
                        "service.web[1]"
                    )
                try await system.apply()
                try await system.planIsEmpty()
                let addresses = ["web": 11, "api": 10, "db": 13, "cache": 12, "new": 14]
                for (service, number) in addresses {
                    let address = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}"
                    let found = try await system.docker("inspect", "-f", address, system.container(service)).line
                    #expect(found == "10.244.0.\(number)", "\(service)")
                }
                for (service, run) in runs { #expect(try await system.run(of: system.container(service)) == run) }
            }
        }

        @Test("an address that the engine has given to somebody is told of, and passes on when that one makes room")
        func givenAddress() async throws {
            try await TestSystem.run(
                """
                services:
                  api: {<<: *small, networks: [front]}
                networks:
                  front: {ipam: {config: [{subnet: 10.246.0.0/24}]}}
                """
            ) { system in
                try await system.apply()
                let api = system.container("api")
                let inspect = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}"
                let address = try await system.docker("inspect", "-f", inspect, api).line
                try system.edit(
                    "networks:\n  front:",
                    "  web: {<<: *small, networks: {front: {ipv4_address: \(address)}}}\nnetworks:\n  front:"
                )
                try await system.manifold("plan").ended(with: 1)
                    .says("plan.address-taken", "given to service.api[1]")
                try system.edit("networks: [front]", "networks: {front: {ipv4_address: 10.246.0.9}}")
                let run = try await system.run(of: api)
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.run(of: api) == run)
                #expect(try await system.docker("inspect", "-f", inspect, system.container("web")).line == address)

                let theirs = "\(system.name).theirs"
                try await system.docker(
                    "run",
                    "-d",
                    "--init",
                    "--network=\(system.name)_front",
                    "--ip=10.246.0.20",
                    "--name=\(theirs)",
                    "manifold/busybox:1",
                    "sleep",
                    "3600"
                )
                try system.edit(address, "10.246.0.20")
                try await system.manifold("plan").ended(with: 1).says("plan.address-taken", theirs)
                try await system.docker("rm", "-f", theirs)
                try await system.apply()
                try await system.planIsEmpty()
            }
        }

        @Test("a replaced container whose successor fails has its address again, which another one was to get")
        func addressOfFailed() async throws {
            try await TestSystem.run(
                """
                services:
                  db: {<<: *small, networks: {front: {ipv4_address: 10.245.0.12}}}
                  cache: {<<: *small, networks: {front: {ipv4_address: 10.245.0.13}}}
                networks:
                  front: {ipam: {config: [{subnet: 10.245.0.0/24}]}}
                """
            ) { system in
                try await system.apply()
                let runs = (
                    try await system.id(system.container("db")), try await system.run(of: system.container("cache"))
                )
                try system.edit("db: {<<: *small,", "db: {<<: *small, entrypoint: [/nothing],")
                try system.edit("0.12", "0.14")
                try system.edit("0.13", "0.12")
                try await system.manifold("apply", "--auto-approve").ended(with: 3)
                let address = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}"
                try await system.docker("inspect", "-f", address, system.container("db")).says("10.245.0.12")
                try await system.docker("inspect", "-f", address, system.container("cache")).says("10.245.0.13")
                #expect(try await system.id(system.container("db")) == runs.0)
                #expect(try await system.run(of: system.container("cache")) == runs.1)
                try system.edit(", entrypoint: [/nothing]", "")
                try await system.apply()
                try await system.planIsEmpty()
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

        @Test("a network is made anew below containers that crash again and again")
        func crashing() async throws {
            let crashes = "command: [sh, -c, 'test ! -e /broken && exec sleep 1000'], restart: always, networks: [net]"
            try await TestSystem.run(
                """
                services:
                  kept: {<<: *small, \(crashes)}
                  changed: {<<: *small, \(crashes), environment: {VERSION: one}}
                networks:
                  net: {}
                """
            ) { system in
                try await system.apply()
                for service in ["kept", "changed"] {
                    let container = system.container(service)
                    try await system.docker("exec", container, "touch", "/broken")
                    try await system.docker("kill", container)
                    try await system.docker("start", container)
                }
                for service in ["kept", "changed"] {
                    // The engine waits twice as long each time, so that the sixth attempt leaves seconds for the apply.
                    var state = ""
                    for _ in 0..<300 where state != "6 restarting" {
                        try await Task.sleep(for: .milliseconds(100))
                        let container = system.container(service)
                        state = try await system.inspect(container, "{{.RestartCount}} {{.State.Status}}")
                    }
                    try #require(state == "6 restarting")
                }
                try system.edit("net: {}", "net: {internal: true}")
                try system.edit("VERSION: one", "VERSION: two")
                // The one that stays crashes afterwards too, on its new network.
                try await system.manifold("apply", "--auto-approve").ended(with: 1)
                    .says("created", "\(system.container("kept"))")
                #expect(try await system.isRunning(system.container("changed")))
                let network = "{{(index .NetworkSettings.Networks \"\(system.name)_net\").NetworkID}}"
                let id = try await system.docker("network", "inspect", "-f", "{{.ID}}", "\(system.name)_net").line
                try await system.docker("inspect", "-f", network, system.container("changed")).says(id)
            }
        }

        @Test("networks exchange their subnets, and a renamed one keeps its own")
        func subnets() async throws {
            try await TestSystem.run(
                """
                services:
                  app: {<<: *small, networks: {front: {ipv4_address: 10.246.0.9}, back: {}}}
                  changed: {<<: *small, environment: {VERSION: one}, networks: [side]}
                  gone: {<<: *small, networks: [side]}
                  stopped: {<<: *small, networks: [side]}
                networks:
                  front: {ipam: {config: [{subnet: 10.246.0.0/24}]}}
                  back: {ipam: {config: [{subnet: 10.247.0.0/24}]}}
                  side: {ipam: {config: [{subnet: 10.248.0.0/24}]}}
                """
            ) { system in
                try await system.apply()
                let app = system.container("app")
                let run = try await system.run(of: app)
                try await system.docker("stop", system.container("stopped"))
                try system.edit("ipv4_address: 10.246.0.9", "ipv4_address: 10.247.0.9")
                try system.edit("front: {ipam: {config: [{subnet: 10.246.0.0/24}]}}", "front: &front EXCHANGED")
                try system.edit("back: {ipam: {config: [{subnet: 10.247", "back: {ipam: {config: [{subnet: 10.246")
                try system.edit("&front EXCHANGED", "{ipam: {config: [{subnet: 10.247.0.0/24}]}}")
                try system.edit("VERSION: one}, networks: [side]", "VERSION: two}, networks: [edge]")
                try system.edit("  gone: {<<: *small, networks: [side]}\n", "")
                try system.edit("stopped: {<<: *small, networks: [side]}", "stopped: {<<: *small, networks: [edge]}")
                try system.edit("  side: {ipam", "  edge: {ipam")
                try await system.plan()
                    .changesOnly(
                        "network.back",
                        "network.edge",
                        "network.front",
                        "network.side",
                        "service.app[1]",
                        "service.changed[1]",
                        "service.gone[1]",
                        "service.stopped[1]"
                    )
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.run(of: app) == run)
                let subnets = ["front": 247, "back": 246, "edge": 248]
                for (network, number) in subnets {
                    let subnet = "{{(index .IPAM.Config 0).Subnet}}"
                    let found = try await system.docker("network", "inspect", "-f", subnet, "\(system.name)_\(network)")
                    #expect(found.line == "10.\(number).0.0/24")
                }
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
