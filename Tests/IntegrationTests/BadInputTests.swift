import Testing

extension OnEngine.Trouble {
    /// Bad input gets one clear message, and the running system is not touched for it.
    @Suite("bad input") struct BadInputTests {
        /// A change of a good manifest that makes it a bad one.
        struct Mistake: Sendable, CustomTestStringConvertible {
            let testDescription: String
            /// What takes the place of `stays: here` in the manifest.
            let manifest: String
            /// What the message points at in the manifest.
            let place: String
            let says: String
        }

        private static let manifest = """
            services:
              app:
                <<: *small
            x-place: stays here
            """

        static let mistakes = [
            Mistake(
                testDescription: "a syntax error",
                manifest: "x-place: {stays: [here}",
                place: "}",
                says: "error[yaml."
            ),
            Mistake(
                testDescription: "an unknown key",
                manifest: "    prots: [\"80:80\"]",
                place: "prots",
                says: "unknown key `prots` in service `app`"
            ),
            Mistake(
                testDescription: "a wrong type",
                manifest: "    command: {sleep: 5}",
                place: "{sleep: 5}",
                says: "expected "
            ),
            Mistake(
                testDescription: "an undefined network",
                manifest: "    networks: [elsewhere]",
                place: "elsewhere",
                says: "service `app` uses network `elsewhere`, which is not declared"
            ),
            Mistake(
                testDescription: "a cycle in depends_on",
                manifest: "    depends_on: [two]\n  two:\n    <<: *small\n    depends_on: [app]",
                place: "two]",
                says: "cycle"
            ),
            Mistake(
                testDescription: "a required variable that is not set",
                manifest: "    hostname: ${NOT_SET:?say who you are}",
                place: "${NOT_SET",
                says: "the variable `NOT_SET` is required and has no value: say who you are"
            ),
            Mistake(
                testDescription: "a missing env file",
                manifest: "    env_file: not-there.env",
                place: "not-there.env",
                says: "cannot read the env file `not-there.env`: no such file"
            ),
        ]

        @Test("a mistake in the manifest", arguments: mistakes)
        func mistake(_ mistake: Mistake) async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let before = try await state(of: system)
                try system.edit("x-place: stays here", mistake.manifest)
                let place = try system.place(of: mistake.place)
                for command in ["validate", "plan", "apply"] {
                    let arguments = command == "apply" ? [command, "--auto-approve"] : [command]
                    let failed = try await system.manifold(arguments: arguments)
                    failed.ended(with: 1).says(mistake.says, place)
                    #expect(failed.output == "", "\(failed)")
                    let errors = failed.errors.split(separator: "\n").filter { $0.hasPrefix("error") }
                    #expect(errors.count == 1, "one message: \(failed)")
                }
                #expect(try await state(of: system) == before)
            }
        }

        /// Something that is wrong with the engine's side of an apply.
        struct Obstacle: Sendable, CustomTestStringConvertible {
            let testDescription: String
            /// A command for `docker` beforehand, in which `SYS` is the system.
            var preparation: String?
            /// What takes the place of `x-place: stays here` in the manifest.
            let manifest: String
            let says: [String]
            /// Whether the plan tells already.
            var isPlanned = true
        }

        static let obstacles = [
            Obstacle(
                testDescription: "somebody else's container has our name",
                preparation: "create --name SYS-two-1 manifold/busybox:1",
                manifest: "  two:\n    <<: *small",
                says: [
                    "service.two[1] needs the name `SYS-two-1`, which a container that is not ours holds",
                    "manifold.yaml:",
                ]
            ),
            Obstacle(
                testDescription: "somebody else's network has our name",
                preparation: "network create SYS_two",
                manifest: "    networks: [default, two]\nnetworks:\n  two:",
                says: [
                    "network.two needs the name `SYS_two`, which a network that is not ours holds", "manifold.yaml:",
                ]
            ),
            Obstacle(
                testDescription: "an external network is missing",
                manifest: "    networks: [default, two]\nnetworks:\n  two:\n    external: true\n    name: SYS-two",
                says: ["network.two is external, but the engine has no network named `SYS-two`", "manifold.yaml:"]
            ),
            Obstacle(
                testDescription: "an image cannot be had",
                manifest: "    image: localhost:1/nobody/has:1",
                says: ["localhost:1/nobody/has:1", "connection refused"],
                isPlanned: false
            ),
        ]

        @Test("an obstacle on the engine", arguments: obstacles)
        func obstacle(_ obstacle: Obstacle) async throws {
            try await TestSystem.run(Self.manifest) { system in
                func inSystem(_ text: String) -> String { text.replacing("SYS", with: system.name) }
                try await system.apply()
                if let command = obstacle.preparation {
                    let words = inSystem(command).split(separator: " ").map { String($0) }
                    try await Program.run("docker", words, in: "/").ended()
                }
                let before = try await state(of: system)
                try system.edit("x-place: stays here", inSystem(obstacle.manifest))
                let plan = try await system.manifold("plan")
                let apply = try await system.manifold("apply", "--auto-approve")
                for failed in obstacle.isPlanned ? [plan, apply] : [apply] {
                    failed.ended(with: 1)
                    for text in obstacle.says { failed.says(inSystem(text)) }
                }
                #expect(try await state(of: system) == before)
            }
        }

        @Test("a new service whose port another process has")
        func portTaken() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let run = try await system.run(of: system.container("app"))
                let port = try TakenPort()
                try system.edit(
                    "x-place: stays here",
                    "  two:\n    <<: *small\n    ports: [\"127.0.0.1:\(port.number):80\"]"
                )
                try await system.manifold("apply", "--auto-approve").ended(with: 1)
                    .says("could not start \(system.container("two"))", "address already in use")
                #expect(try await system.run(of: system.container("app")) == run)
                try await system.plan().changesOnly("service.two[1]").says("never started, should be running")
            }
        }

        @Test("an engine that is not there", arguments: ["plan", "apply", "status", "destroy"])
        func noEngine(_ command: String) async throws {
            try await TestSystem.run(Self.manifest) { system in
                let failed = try await system.manifold(command, "-H", "unix:///nonexistent/docker.sock")
                failed.ended(with: 1)
                    .says("error: cannot connect to the engine at `unix:///nonexistent/docker.sock`: no such socket")
                #expect(failed.output == "")
            }
        }

        @Test("a wrong option ends with 64")
        func usage() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.manifold("plan", "--no-such-option").ended(with: 64)
                try await system.manifold("destroy", "--allow-destroy", "app").ended(with: 64)
                    .says("only volumes need a consent; write volume.NAME")
            }
        }

        private func state(of system: TestSystem) async throws -> [String] {
            try await system.objects().filter { !$0.contains("_manifold.") } + [system.run(of: system.container("app"))]
        }
    }
}
