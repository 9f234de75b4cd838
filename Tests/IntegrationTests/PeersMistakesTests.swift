import Testing

extension OnEngine.Everyday {
    /// What other tools were found to get wrong, each proved not to happen here; docker-compose is asked beside it.
    ///
    /// Two more have tests of their own: an upgrade of the tool recreates everything (`UpgradeTests`), and a dry run
    /// changes something (`ReadOnlyTests`).
    @Suite("mistakes of others") struct PeersMistakesTests {
        /// Something done by hand to a container, what a template shows of it then, and what it should show.
        struct Deed: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let commands: [[String]]
            let template: String
            let wrong: String
            let right: String
        }

        /// docker-compose reads lists and never inspects a container.
        static let deeds = [
            Deed(
                testDescription: "limits are changed",
                commands: [["update", "--memory", "32m", "--memory-swap", "64m", "--pids-limit", "50", "APP"]],
                template: "{{.HostConfig.Memory}} {{.HostConfig.PidsLimit}}",
                wrong: "33554432 50",
                right: "67108864 100"
            ),
            Deed(
                testDescription: "the restart policy is changed",
                commands: [["update", "--restart", "always", "APP"]],
                template: "{{.HostConfig.RestartPolicy.Name}}",
                wrong: "always",
                right: "no"
            ),
            Deed(
                testDescription: "a network is left",
                commands: [["network", "disconnect", "SYS_back", "APP"]],
                template: "{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}",
                wrong: "SYS_front ",
                right: "SYS_back SYS_front "
            ),
            Deed(
                testDescription: "another network is joined",
                commands: [["network", "create", "SYS-other"], ["network", "connect", "SYS-other", "APP"]],
                template: "{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}",
                wrong: "SYS-other SYS_back SYS_front ",
                right: "SYS_back SYS_front "
            ),
            Deed(
                testDescription: "an alias is lost",
                commands: [["network", "disconnect", "SYS_back", "APP"], ["network", "connect", "SYS_back", "APP"]],
                template:
                    "{{range (index .NetworkSettings.Networks \"SYS_back\").Aliases}}{{if eq . \"data\"}}data{{end}}{{end}}",
                wrong: "",
                right: "data"
            ),
        ]

        private static let manifest = """
            services:
              app:
                <<: *small
                mem_limit: 64m
                pids_limit: 100
                networks: {front: , back: {aliases: [data]}}
            networks: {front: , back: }
            """

        @Test(
            "docker-compose does not see what somebody did to a container, and here it is mended",
            .needsCompose,
            arguments: deeds
        )
        func unseen(_ deed: Deed) async throws {
            try await TestSystem.run(Self.manifest) { system in
                func expand(_ text: String) -> String {
                    text.replacing("APP", with: system.container("app")).replacing("SYS", with: system.name)
                }
                let template = expand(deed.template)
                let app = system.container("app")
                try await up(system)
                for command in deed.commands {
                    try await Program.run("docker", command.map(expand), in: "/").ended()
                }
                let run = try await system.run(of: app)
                try await up(system)
                #expect(try await value(template, system) == expand(deed.wrong), "docker-compose has seen it")
                #expect(try await system.run(of: app) == run)

                try await system.manifold("plan", "--adopt").ended().changesOnly("service.app[1]")
                try await system.apply("--adopt")
                #expect(try await value(template, system) == expand(deed.right))
                #expect(try await system.run(of: app) == run)
                try await system.planIsEmpty()
            }
        }

        @Test("docker-compose does not see another name, and here it is given back", .needsCompose)
        func renamed() async throws {
            try await TestSystem.run(Self.manifest) { system in
                let other = "\(system.name)-other"
                try await up(system)
                try await system.docker("rename", system.container("app"), other)
                let run = try await system.run(of: other)
                try await up(system)
                #expect(try await system.containers() == [other], "docker-compose has seen it")
                try await system.docker("rename", other, system.container("app"))
                try await system.apply("--adopt")
                try await system.docker("rename", system.container("app"), other)
                try await system.plan().says("rename \(system.container("app"))")
                try await system.apply()
                #expect(try await system.run(of: system.container("app")) == run)
                try await system.planIsEmpty()
            }
        }

        @Test(
            "docker-compose does not see other content of a config, and here its container is replaced",
            .needsCompose
        )
        func content() async throws {
            let manifest = """
                services:
                  app:
                    <<: *small
                    configs: [{source: site, target: /site}]
                configs:
                  site: {content: before}
                """
            try await TestSystem.run(manifest) { system in
                let app = system.container("app")
                try await up(system)
                try system.edit("content: before", "content: after")
                try await up(system)
                #expect(try await system.docker("exec", app, "cat", "/site").output == "before")
                try await system.docker("rm", "-f", app)
                try system.edit("content: after", "content: before")
                try await system.apply("--adopt")
                try system.edit("content: before", "content: after")
                try await system.plan().says("replace \(app)", "files./site")
                try await system.apply()
                #expect(try await system.docker("exec", app, "cat", "/site").output == "after")
                try await system.planIsEmpty()
            }
        }

        @Test("docker-compose recreates a container for a limit, which here is changed in place", .needsCompose)
        func limitOfTheManifest() async throws {
            try await TestSystem.run(Self.manifest) { system in
                let app = system.container("app")
                try await up(system)
                let first = try await system.id(app)
                try system.edit("pids_limit: 100", "pids_limit: 200")
                try await up(system)
                #expect(try await system.id(app) != first, "docker-compose has changed it in place")

                try await system.apply("--adopt")
                let run = try await system.run(of: app)
                try system.edit("pids_limit: 200", "pids_limit: 300")
                try await system.plan().says("update \(app) in place", "pids_limit: 200 → 300")
                try await system.apply()
                #expect(try await system.inspect(app, "{{.HostConfig.PidsLimit}}") == "300")
                #expect(try await system.run(of: app) == run)
                try await system.planIsEmpty()
            }
        }

        @Test(
            "docker-compose recreates a container for what no engine sees, and here there is nothing to do",
            .needsCompose
        )
        func unknownToTheEngine() async throws {
            try await TestSystem.run(Self.manifest) { system in
                let app = system.container("app")
                try await up(system)
                let first = try await system.id(app)
                try system.edit("pids_limit: 100", "pids_limit: 100\n    deploy: {update_config: {parallelism: 2}}")
                try await up(system)
                #expect(try await system.id(app) != first, "docker-compose knows that it does not matter")

                try await system.apply("--adopt")
                try system.edit("parallelism: 2", "parallelism: 3")
                try await system.planIsEmpty()
            }
        }

        @Test(
            "docker-compose does not see other settings of a network; here it is made anew, and aliases are kept",
            .needsCompose
        )
        func network() async throws {
            try await TestSystem.run(Self.manifest) { system in
                let app = system.container("app")
                try await up(system)
                try system.edit("networks: {front: , back: }", "networks: {front: , back: {internal: true}}")
                try await up(system)
                let template = "{{.Internal}}"
                #expect(
                    try await system.docker("network", "inspect", "-f", template, "\(system.name)_back").line == "false"
                )

                let run = try await system.run(of: app)
                try await system.manifold("plan", "--adopt").ended().changesOnly("network.back", "service.app[1]")
                try await system.apply("--adopt")
                #expect(
                    try await system.docker("network", "inspect", "-f", template, "\(system.name)_back").line == "true"
                )
                #expect(try await system.run(of: app) == run)
                try await system.docker("exec", app, "nslookup", "data").says("Address")
                try await system.planIsEmpty()
            }
        }

        @Test("a yes to everything is no yes to the loss of a volume, which is what docker-compose takes it for")
        func volume() async throws {
            let manifest = """
                services:
                  app:
                    <<: *small
                    volumes: ["data:/data"]
                volumes:
                  data: {}
                """
            try await TestSystem.run(manifest) { system in
                let app = system.container("app")
                try await system.apply()
                try await system.docker("exec", app, "touch", "/data/kept")
                let run = try await system.run(of: app)
                try system.edit("data: {}", "data: {driver_opts: {type: tmpfs, device: tmpfs}}")
                try await system.manifold("apply", "--auto-approve").ended(with: 1).says("plan.volume-cannot-change")
                try await system.docker("exec", app, "ls", "/data").says("kept")
                #expect(try await system.run(of: app) == run)
            }
        }

        @Test("what terraform's provider says to have updated and has not, is in the engine after an apply")
        func updated() async throws {
            let manifest = """
                services:
                  app:
                    <<: *small
                    init: true
                    tmpfs: /run
                    cpu_period: 50000
                    cpu_quota: 25000
                    healthcheck: {test: "true", interval: 300ms}
                """
            try await TestSystem.run(manifest) { system in
                let app = system.container("app")
                let template =
                    "{{.HostConfig.Init}} {{.HostConfig.Tmpfs}} {{.HostConfig.CpuPeriod}} {{.HostConfig.CpuQuota}} "
                    + "{{json .Config.Healthcheck.Interval}}"
                try await system.apply()
                #expect(try await system.inspect(app, template) == "true map[/run:] 50000 25000 300000000")
                for (old, new) in [
                    ("    init: true\n    tmpfs: /run", "    init: false\n    tmpfs: /run:size=1m"),
                    ("cpu_period: 50000", "cpu_period: 60000"), ("cpu_quota: 25000", "cpu_quota: 30000"),
                    ("interval: 300ms", "interval: 400ms"),
                ] { try system.edit(old, new) }
                try await system.plan().says("init", "tmpfs./run", "cpu_period", "cpu_quota", "healthcheck.interval")
                try await system.apply()
                #expect(try await system.inspect(app, template) == "false map[/run:size=1m] 60000 30000 400000000")
                try await system.planIsEmpty()
            }
        }

        @Test("values of an image and of the engine are no difference for ever: a manifest that sets nothing has none")
        func perpetual() async throws {
            let manifest = """
                services:
                  app: {image: "manifold/appliance:1"}
                """
            try await TestSystem.run(manifest) { system in
                try await system.apply()
                try await system.planIsEmpty()
                try await system.docker("restart", "-t", "1", system.container("app"))
                try await system.planIsEmpty()
            }
        }

        private func up(_ system: TestSystem) async throws {
            try await system.compose("-f", "manifold.yaml", "up", "-d", "--timeout", "1")
        }

        private func value(_ template: String, _ system: TestSystem) async throws -> String {
            try await system.inspect(system.container("app"), template)
        }
    }
}
