import Testing

extension OnEngine.Everyday {
    /// Contents of configs and secrets that change in containers that stay.
    @Suite("contents in place", .needsSocket) struct ContentChangeTests {
        /// A process that reads its files when it starts and when it is told to.
        private static let manifest = """
            services:
              app:
                <<: *small
                init: false
                command:
                  - sh
                  - -c
                  - |
                    trap 'exit 0' TERM
                    trap 'echo told; cat /etc/settings /run/secrets/token' HUP
                    echo began; cat /etc/settings /run/secrets/token
                    while :; do sleep 0.1; done
                configs:
                  - {source: settings, target: /etc/settings, x-on-change: POLICY}
                secrets:
                  - {source: token, mode: 0400, uid: "65534", x-on-change: POLICY}
            configs:
              settings: {file: settings.txt}
            secrets:
              token: {file: token.txt}
            """

        @Test(
            "the process gets the signal, is begun anew, or knows nothing, and has the new contents in any case",
            arguments: [
                ("signal", "began one first told two second"), ("restart", "began one first began two second"),
                ("ignore", "began one first"),
            ]
        )
        func told(policy: String, output: String) async throws {
            try await TestSystem.run(Self.manifest.replacing("POLICY", with: policy)) { system in
                let app = try await start(system)
                let id = try await system.id(app)
                try system.write("settings.txt", "two\n")
                try system.write("token.txt", "second\n")
                try await system.plan().changesOnly("service.app[1]").saysNothing(of: "second")
                try await system.apply().saysNothing(of: "second")
                try await expectContents("two", "second", in: system)
                try await expectOutput(output, of: app, in: system)
                #expect(try await system.id(app) == id)
                try await system.planIsEmpty()
                try await system.manifold("drift").ended().says("No drift.")
                try await system.manifold("explain", "service.app").ended().says("x-on-change: \(policy)")
            }
        }

        @Test("each of several instances is told")
        func instances() async throws {
            let manifest = Self.manifest.replacing("POLICY", with: "signal")
                .replacing("init: false", with: "init: false\n    scale: 2")
            try await TestSystem.run(manifest) { system in
                try await start(system)
                try system.write("settings.txt", "two\n")
                try await system.plan().changesOnly("service.app[1]", "service.app[2]")
                try await system.apply()
                for number in 1...2 {
                    try await expectOutput(
                        "began one first told two first",
                        of: system.container("app", number),
                        in: system
                    )
                }
                try await system.planIsEmpty()
            }
        }

        @Test(
            "killed between the file and the signal, or the signal and the record, the next apply tells the process",
            arguments: [
                .before("the file was written", "PUT", "/containers/*/archive"),
                .after("the file was written", "PUT", "/containers/*/archive"),
                .before("the signal was sent", "POST", "/containers/*/kill"),
                .after("the signal was sent", "POST", "/containers/*/kill"),
            ] as [Moment]
        )
        func killed(_ moment: Moment) async throws {
            try await TestSystem.run(Self.manifest.replacing("POLICY", with: "signal")) { system in
                let app = try await start(system)
                let id = try await system.id(app)
                try system.write("settings.txt", "two\n")
                try await system.applyKilled(at: moment)
                try await system.plan().changesOnly("service.app[1]").says("the last apply did not come to its end")
                try await system.apply()
                try await expectContents("two", "first", in: system)
                let isToldTwice = moment.isDone && moment.method == "POST"
                let told = Array(repeating: " told two first", count: isToldTwice ? 2 : 1).joined()
                try await expectOutput("began one first" + told, of: app, in: system)
                #expect(try await system.id(app) == id)
                try await system.planIsEmpty()
            }
        }

        @Test("killed in between and taken back in the manifest, the old content is there again")
        func takenBack() async throws {
            try await TestSystem.run(Self.manifest.replacing("POLICY", with: "signal")) { system in
                let app = try await start(system)
                try system.write("settings.txt", "two\n")
                try await system.applyKilled(at: .before("the signal was sent", "POST", "/containers/*/kill"))
                try await expectContents("two", "first", in: system)
                try system.write("settings.txt", "one\n")
                try await system.plan().changesOnly("service.app[1]").says("update in place and signal")
                try await system.apply()
                try await expectContents("one", "first", in: system)
                try await expectOutput("began one first told one first", of: app, in: system)
                try await system.planIsEmpty()
            }
        }

        @Test(
            "whatever the process is told, the engine does what the restart policy says when it crashes later",
            arguments: [
                ("always", "SIGTERM", "told"), ("always", "''", "began"), ("on-failure", "SIGTERM", "told"),
                ("unless-stopped", "SIGTERM", "began"),
            ]
        )
        func crashed(policy: String, stop: String, told: String) async throws {
            let manifest = Self.manifest.replacing("POLICY", with: "signal")
                .replacing("init: false", with: "init: false\n    restart: \(policy)\n    stop_signal: \(stop)")
                .replacing("while :;", with: "until rm /crash 2>/dev/null;").replacing("; done", with: "; done; exit 3")
            try await TestSystem.run(manifest) { system in
                let app = try await start(system)
                try system.write("settings.txt", "two\n")
                try await system.plan().changesOnly("service.app[1]")
                    .says(told == "told" ? "update in place and signal" : "restarted, not sent SIGHUP")
                try await system.apply()
                try await expectOutput("began one first \(told) two first", of: app, in: system)
                try await system.docker("exec", app, "touch", "/crash")
                try await expectOutput("began one first \(told) two first began two first", of: app, in: system)
                try await system.planIsEmpty()
            }
        }

        @Test(
            "a container that is stopped or paused gets the contents before it goes on",
            arguments: ["stop", "pause"]
        )
        func notRunning(command: String) async throws {
            try await TestSystem.run(Self.manifest.replacing("POLICY", with: "signal")) { system in
                let app = try await start(system)
                let id = try await system.id(app)
                try await system.docker(command, app)
                try system.write("settings.txt", "two\n")
                try await system.apply()
                let output = command == "stop" ? "began one first began two first" : "began one first told two first"
                try await expectOutput(output, of: app, in: system)
                #expect(try await system.id(app) == id)
                try await system.planIsEmpty()
            }
        }

        /// Applies the manifest, waits until its process has read its files, and returns the container.
        @discardableResult
        private func start(_ system: TestSystem) async throws -> String {
            try system.write("settings.txt", "one\n")
            try system.write("token.txt", "first\n")
            try await system.apply()
            let app = system.container("app")
            try await expectOutput("began one first", of: app, in: system)
            return app
        }

        private func expectContents(_ settings: String, _ token: String, in system: TestSystem) async throws {
            let app = system.container("app")
            let contents = try await system.docker("exec", app, "cat", "/etc/settings", "/run/secrets/token").words
            #expect(contents == [settings, token])
            try await system.docker("exec", app, "ls", "-ln", "/run/secrets/token").says("-r--------", " 65534 ")
        }

        /// Expects what a process has printed; the engine's logs are not always there at once.
        private func expectOutput(_ text: String, of container: String, in system: TestSystem) async throws {
            var words: [String] = []
            for _ in 0..<50 {
                words = try await system.docker("logs", container).words
                if words.joined(separator: " ") == text { return }
                try await Task.sleep(for: .milliseconds(100))
            }
            Issue.record("\(container) printed \(words) and not \(text)")
        }
    }
}
