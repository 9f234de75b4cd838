import Testing

extension OnEngine.Death {
    /// An apply that dies with SIGKILL, wherever that is, leaves nothing that needs a person.
    @Suite("killed", .needsSocket) struct KilledTests {
        private static let manifest = """
            services:
              app:
                <<: *small
                environment:
                  VERSION: one
                configs:
                  - settings
                networks: [front, back]
            networks:
              front:
              back:
            configs:
              settings:
                content: colour=green
            """

        static let firstTime: [Moment] = [
            .after("the first lock was taken", "POST", "/volumes/create", count: 2),
            .after("a network was made", "POST", "/networks/create"),
            .after("the container was created", "POST", "/containers/create"),
            .after("its second network was joined", "POST", "/networks/*/connect"),
            .before("its file was written", "PUT", "/containers/*/archive"),
            .before("it was started", "POST", "/containers/*/start"),
            .after("it was started", "POST", "/containers/*/start"),
        ]

        @Test("in the middle of a first apply, the next one ends in the wanted state", arguments: firstTime)
        func firstApply(_ moment: Moment) async throws {
            try await TestSystem.run(Self.manifest) { system in
                let others = try await makeForeignObjects(beside: system)
                try await system.applyKilled(at: moment)
                try await expectMended(system, version: "one", others: others)
            }
        }

        static let replacing: [Moment] = [
            .after("the lock was taken", "POST", "/volumes/create"),
            .after("the lock was taken and the intent written", "POST", "/volumes/create", count: 2),
            .before("the new container was created", "POST", "/containers/create"),
            .after("the new container was created", "POST", "/containers/create"),
            .after("the old one was stopped", "POST", "/containers/*/stop"),
            .after("the old one was renamed", "POST", "/containers/*/rename"),
            .after("the new one was renamed", "POST", "/containers/*/rename", count: 2),
            .after("the new one was started", "POST", "/containers/*/start"),
            .before("the old one was removed", "DELETE", "/containers/*"),
            .after("the old one was removed", "DELETE", "/containers/*"),
            .after("the record was finished", "POST", "/volumes/create", count: 3),
            .after("one of the old revisions was removed", "DELETE", "/volumes/*"),
        ]

        @Test("in the middle of a replacement, the next apply ends in the wanted state", arguments: replacing)
        func replacement(_ moment: Moment) async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let others = try await makeForeignObjects(beside: system)
                try system.edit("VERSION: one", "VERSION: two")
                try await system.applyKilled(at: moment)
                try await expectMended(system, version: "two", others: others)
            }
        }

        static let inPlace: [Moment] = [
            .before("the limit was changed", "POST", "/containers/*/update"),
            .after("the limit was changed", "POST", "/containers/*/update"),
            .after("the container had left the network", "POST", "/networks/*/disconnect"),
            .after("the network was removed", "DELETE", "/networks/*"),
            .after("the network was made anew", "POST", "/networks/create"),
            .after("the container had joined the network", "POST", "/networks/*/connect"),
        ]

        @Test("in the middle of changes in place, the container goes on as the same", arguments: inPlace)
        func change(_ moment: Moment) async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let run = try await system.run(of: system.container("app"))
                if moment.target.hasSuffix("update") {
                    try system.edit("environment:", "mem_limit: 64m\n    environment:")
                } else {
                    try system.edit("  back:\nconfigs", "  back: {internal: true}\nconfigs")
                }
                try await system.applyKilled(at: moment)
                try await system.manifold("plan").ended().saysNothing(of: "drift")
                try await expectMended(system, version: "one", others: [:])
                #expect(try await system.run(of: system.container("app")) == run)
            }
        }

        @Test("and the manifest is as before again, the old container goes on")
        func takenBack() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let id = try await system.id(system.container("app"))
                try system.edit("VERSION: one", "VERSION: two")
                try await system.applyKilled(at: .before("", "POST", "/containers/*/start"))
                try system.edit("VERSION: two", "VERSION: one")
                try await expectMended(system, version: "one", others: [:])
                #expect(try await system.id(system.container("app")) == id)
            }
        }

        static let twice: [Moment] = [
            .after("the new container was created", "POST", "/containers/create"),
            .after("the old one was renamed", "POST", "/containers/*/rename"),
            .after("the new one was started", "POST", "/containers/*/start"),
            .before("the old one was removed", "DELETE", "/containers/*"),
        ]

        @Test("and the manifest has changed once more, the next apply ends in the wanted state", arguments: twice)
        func changedOnceMore(_ moment: Moment) async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                try system.edit("VERSION: one", "VERSION: two")
                try await system.applyKilled(at: moment)
                try system.edit("VERSION: two", "VERSION: three")
                try await expectMended(system, version: "three", others: [:])
            }
        }

        static let takingBack: [Moment] = [
            .before("the new one got its waiting name back", "POST", "/containers/*/rename", count: 3),
            .after("the new one got its waiting name back", "POST", "/containers/*/rename", count: 3),
            .after("the old one got its name back", "POST", "/containers/*/rename", count: 4),
            .after("the old one was started again", "POST", "/containers/*/start", count: 2),
        ]

        @Test(
            "while a failed replacement is taken back, the old container is what the next apply goes back to",
            arguments: takingBack
        )
        func again(_ moment: Moment) async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let app = system.container("app")
                let id = try await system.id(app)
                let failing = "VERSION: two\n    command: [\"false\"]"
                try system.edit("VERSION: one", failing)
                try await system.applyKilled(at: moment)

                // The same failing version again brings the old one back, which is what the first attempt would have done.
                let again = try await system.manifold("apply", "--auto-approve")
                #expect([.code(1), .code(3)].contains(again.status), "\(again)")
                #expect(try await system.isRunning(id), "\(again)")

                try system.edit(failing, "VERSION: one")
                try await expectMended(system, version: "one", others: [:])
                #expect(try await system.id(app) == id)
            }
        }

        /// Objects of somebody else whose names look like ours, with what tells whether they were touched.
        private func makeForeignObjects(beside system: TestSystem) async throws -> [String: String] {
            let name = "\(system.name)-foreign"
            try await system.docker(
                "run",
                "-d",
                "--init",
                "--name",
                name,
                "--label",
                "com.docker.compose.project=\(system.name)",
                "manifold/busybox:1",
                "sleep",
                "3600"
            )
            try await system.docker("network", "create", name)
            try await system.docker("volume", "create", name)
            return [name: try await system.run(of: name)]
        }

        private func expectMended(_ system: TestSystem, version: String, others: [String: String]) async throws {
            let app = system.container("app")
            // Nothing is asked of a person, whoever held the lock.
            try await system.apply().saysNothing(of: "locked", "unlock")
            try await system.planIsEmpty().saysNothing(of: "applying")
            #expect(try await system.isRunning(app))
            let environment = try await system.inspect(app, "{{range .Config.Env}}{{println .}}{{end}}")
            #expect(environment.contains("VERSION=\(version)\n"))
            try await system.docker("exec", app, "cat", "/settings").says("colour=green")
            #expect(try await system.containers() == ([app] + others.keys).sorted())
            #expect(
                try await system.networks() == (["\(system.name)_back", "\(system.name)_front"] + others.keys).sorted()
            )
            #expect(try await system.volumes() == Array(others.keys))
            #expect(try await system.revisions().count == 1)
            for (name, run) in others { #expect(try await system.run(of: name) == run) }
        }
    }
}
