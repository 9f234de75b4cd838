import Testing

/// None of what an engine says otherwise after a restart is a difference, but for the one that is real.
///
/// It is restarted with other defaults, without them again, and as a newer one, so nothing else may run beside this:
/// `make engines`.
@Suite("restarts of the engine", .needsEngine, .needsRestarts, .serialized, .timeLimit(.minutes(5)))
struct RestartTests {
    private static let manifest = """
        x-steady: &steady
          <<: *small
          restart: always
        services:
          plain:
            <<: *steady
            healthcheck: {test: "true", interval: 1s}
          limited:
            <<: *steady
            ulimits: {nofile: 500}
            shm_size: 16m
            ipc: private
            logging: {driver: json-file, options: {max-file: "2"}}
          nameless:
            <<: *steady
            network_mode: bridge
          addressed:
            <<: *steady
            mac_address: 02:42:0a:f3:00:42
            networks: {front: {ipv4_address: 10.243.0.5, aliases: [there]}, back: }
          stopped:
            <<: *small
        networks:
          front: {ipam: {config: [{subnet: 10.243.0.0/24}]}}
          back:
        """
    private static let defaults =
        "--default-ulimit nofile=1000:2000 --default-ulimit core=0:0 --log-opt max-size=9m --default-shm-size 32m "
        + "--default-ipc-mode shareable --dns 192.0.2.1"

    @Test("what it says otherwise then is no difference")
    func restarts() async throws {
        try await TestSystem.run(Self.manifest) { system in
            try await system.apply()
            try await system.planIsEmpty()
            let ids = try await ids(of: system)
            for flags in [Self.defaults, "", Self.defaults] {
                try await restart(flags, system)
                // The engine has no reason to start this one again.
                try await system.plan().changesOnly("service.stopped[1]").says("start \(system.container("stopped"))")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await self.ids(of: system) == ids)
            }
            let limits = "{{range .HostConfig.Ulimits}}{{.Name}} {{end}}"
            try await system.inspectSays(system.container("plain"), limits, "core")
        }
    }

    @Test("a newer engine that takes over loses a hardware address, and that is told; nothing else is")
    func upgrade() async throws {
        try await TestSystem.run(Self.manifest) { system in
            let loses = try await version().hasPrefix("20.")
            try await system.apply()
            try await restart("--newer", system)
            let plan = try await system.plan()
            if loses {
                plan.changesOnly("service.addressed[1]", "service.stopped[1]")
                    .says("mac_address.\(system.name)_back: ")
            } else {
                plan.changesOnly("service.stopped[1]")
            }
            try await system.apply()
            try await system.planIsEmpty()
        }
    }

    private func version() async throws -> String {
        try await Program.run("docker", ["version", "--format", "{{.Server.Version}}"], in: "/").line
    }

    /// Restarts the engine, and waits until what it starts again by itself runs.
    private func restart(_ flags: String, _ system: TestSystem) async throws {
        let command = try #require(Engine.restartCommand)
        try await Program.run("sh", ["-ec", "\(command) \(flags)"], in: "/").ended()
        for name in ["plain", "limited", "nameless", "addressed"] {
            for _ in 0..<100 {
                if try await system.isRunning(system.container(name)) { break }
                try await Task.sleep(for: .milliseconds(200))
            }
            #expect(try await system.isRunning(system.container(name)), "\(name) was not started again")
        }
    }

    private func ids(of system: TestSystem) async throws -> [String] {
        var ids: [String] = []
        for name in ["plain", "limited", "nameless", "addressed", "stopped"] {
            ids.append(try await system.id(system.container(name)))
        }
        return ids
    }
}

extension TestSystem {
    /// Expects that what the engine says of a container has a text in it, so that a test shows what it is about.
    fileprivate func inspectSays(_ container: String, _ template: String, _ text: String) async throws {
        let answer = try await inspect(container, template)
        #expect(answer.contains(text), "\(template) is \(answer)")
    }
}
