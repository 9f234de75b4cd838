import Testing

extension OnEngine.Trouble {
    /// What somebody did to a system by hand is seen with its cause, and mended by the mildest means.
    @Suite("drift") struct DriftTests {
        /// One thing to do to a running container, and what is expected of plan and apply.
        struct Deed: Sendable, CustomTestStringConvertible {
            let testDescription: String
            /// Commands for `docker`, in which `APP` is the container and `SYS` the system.
            let commands: [String]
            /// What the plan says, beside the address.
            let reasons: [String]
            /// Whether the container stays the same one.
            var keepsContainer = true
            /// Whether the manifest limits anything.
            var isLimited = true

            init(
                _ description: String,
                _ commands: String...,
                says reasons: [String],
                keepsContainer: Bool = true,
                isLimited: Bool = true
            ) {
                testDescription = description
                self.commands = commands
                self.reasons = reasons
                self.keepsContainer = keepsContainer
                self.isLimited = isLimited
            }
        }

        private static let limits = """
                restart: unless-stopped
                mem_limit: 64m
                memswap_limit: 128m
                cpus: 0.5
                pids_limit: 100
            """

        private static func manifest(_ limits: String) -> String {
            """
            services:
              app:
                <<: *small
            \(limits)
                networks:
                  front:
                  back:
                    aliases: [data]
            networks:
              front:
              back:
            """
        }

        private static let drift = "drift: changed outside manifold; the manifest says so at manifold.yaml:"
        private static let unset = "drift: changed outside manifold; the manifest does not set it"

        static let deeds = [
            Deed(
                "a memory limit was changed",
                "update --memory 48m --memory-swap 96m APP",
                says: ["mem_limit:     48 MiB → 64 MiB", "memswap_limit: 96 MiB → 128 MiB", drift]
            ),
            Deed("a processor limit was changed", "update --cpus 0.25 APP", says: ["cpus: 0.25 → 0.5", drift]),
            Deed("a process limit was changed", "update --pids-limit 50 APP", says: ["pids_limit: 50 → 100", drift]),
            Deed(
                "a restart policy was changed",
                "update --restart no APP",
                says: ["restart: none → unless-stopped", drift]
            ),
            Deed(
                "it was taken off a network",
                "network disconnect SYS_back APP",
                says: ["networks.SYS_back: none → {app, data}", drift]
            ),
            Deed(
                "it was put on another network",
                "network create SYS-extra",
                "network connect SYS-extra APP",
                says: ["networks.SYS-extra: {} → none", unset]
            ),
            Deed(
                "it lost an alias",
                "network disconnect SYS_back APP",
                "network connect SYS_back APP",
                says: ["networks.SYS_back: {} → {app, data}", drift]
            ),
            Deed(
                "it was stopped",
                "stop APP",
                says: ["> ", "start APP", "stopped (exit code 143), should be running"]
            ),
            Deed("it was killed", "kill APP", says: ["start APP", "stopped (exit code 137), should be running"]),
            Deed("it was paused", "pause APP", says: ["unpause APP", "paused, should be running"]),
            Deed(
                "it was renamed",
                "rename APP SYS-other",
                says: ["container_name: SYS-other → APP", "drift: changed outside manifold"]
            ),
            Deed(
                "it was removed",
                "rm -f APP",
                says: ["create APP", "does not exist: removed outside manifold"],
                keepsContainer: false
            ),
            Deed(
                "it got a processor limit that the manifest does not set",
                "update --cpus 0.25 APP",
                says: ["replace APP", "cpus: 0.25 → none", "\(unset) (forces replacement)"],
                keepsContainer: false,
                isLimited: false
            ),
            Deed(
                "it got a memory limit that the manifest does not set",
                "update --memory 48m --memory-swap 96m APP",
                says: ["replace APP", "mem_limit:     48 MiB → none", "\(unset) (forces replacement)"],
                keepsContainer: false,
                isLimited: false
            ),
            Deed(
                "it got a process limit and a restart policy that the manifest does not set",
                "update --pids-limit 50 --restart always APP",
                says: ["update APP in place", "pids_limit: 50 → none", "restart:    always → none", unset],
                isLimited: false
            ),
        ]

        @Test("it is seen with its cause and mended", arguments: deeds)
        func mended(_ deed: Deed) async throws {
            try await TestSystem.run(Self.manifest(deed.isLimited ? Self.limits : "")) { system in
                try await system.apply()
                let app = system.container("app")
                func inSystem(_ text: String) -> String {
                    text.replacing("APP", with: app).replacing("SYS", with: system.name)
                }
                let id = try await system.id(app)
                for command in deed.commands {
                    let words = inSystem(command).split(separator: " ").map { String($0) }
                    try await Program.run("docker", words, in: "/").ended()
                }

                let plan = try await system.plan().changesOnly("service.app[1]")
                for reason in deed.reasons { plan.says(inSystem(reason)) }
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await (system.id(app) == id) == deed.keepsContainer)
                #expect(try await system.isRunning(app))
                #expect(try await system.containers() == [app])
            }
        }

        @Test("a network that was removed is made again, and its containers join it")
        func networkRemoved() async throws {
            try await TestSystem.run(Self.manifest("")) { system in
                try await system.apply()
                let app = system.container("app")
                let id = try await system.id(app)
                let back = "\(system.name)_back"
                try await system.docker("network", "disconnect", back, app)
                try await system.docker("network", "rm", back)
                try await system.plan().changesOnly("network.back", "service.app[1]")
                    .says("does not exist: removed outside manifold", "reconnect \(app)")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.id(app) == id)
                try await system.docker("exec", app, "nslookup", "data")
            }
        }
    }
}
