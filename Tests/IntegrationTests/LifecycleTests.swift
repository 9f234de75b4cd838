import Foundation
import Testing

extension OnEngine.Everyday {
    /// What README and demo promise, on a copy of examples/shop.
    @Suite("lifecycle") struct LifecycleTests {
        @Test("the shop is planned, made, asked, changed and taken down to the last object")
        func shop() async throws {
            try await TestSystem.run { system in
                try copyShop(to: system)
                let port = ["SHOP_PORT": "\(try TakenPort.free())"]
                let name = ["-p", system.name]

                try await plan(system, port)
                try await system.apply(name[0], name[1], environment: port).says("Applied: ")
                try await ask(system, port, greeting: "Good morning")

                try system.edit("Good morning", "Good evening")
                try await planChange(system, port)
                try await system.apply(name[0], name[1], environment: port)
                try await ask(system, port, greeting: "Good evening")
                try await system.planIsEmpty(name[0], name[1], environment: port)

                try await destroy(system, port)
            }
        }

        private func copyShop(to system: TestSystem) throws {
            try FileManager.default.removeItem(at: system.directory)
            let shop = Paths.repository.appending(path: "examples/shop")
            try FileManager.default.copyItem(at: shop, to: system.directory)
        }

        private func plan(_ system: TestSystem, _ port: [String: String?]) async throws {
            try await system.plan("-p", system.name, environment: port)
                .changesOnly(
                    "network.back",
                    "network.front",
                    "volume.cache-data",
                    "service.api[1]",
                    "service.api[2]",
                    "service.cache[1]",
                    "service.seed[1]",
                    "service.web[1]"
                )
            #expect(try await system.objects() == [], "a plan makes nothing")
        }

        /// A request that web passes on to api, and api to the cache, on networks of their own.
        private func ask(_ system: TestSystem, _ port: [String: String?], greeting: String) async throws {
            let url = "http://127.0.0.1:\(port["SHOP_PORT"].flatMap { $0 } ?? "")/"
            let answer = try await Program.run("curl", ["-fsS", "--max-time", "20", url], in: "/").ended()
            answer.says("The corner shop\n\(greeting)\nvisit ", "featured: a brass sextant")
        }

        private func planChange(_ system: TestSystem, _ port: [String: String?]) async throws {
            let before = try await system.objects()
            let place = try system.place(of: "Good evening")
            try await system.plan("-p", system.name, environment: port)
                .changesOnly("service.api[1]", "service.api[2]")
                .says(
                    #"environment.GREETING: "Good morning" → "Good evening"  manifest changed  \#(place)"#,
                    "2 to replace, 0 to destroy; 6 unchanged."
                )
            #expect(try await system.objects() == before, "a plan changes nothing")
        }

        private func destroy(_ system: TestSystem, _ port: [String: String?]) async throws {
            try await system.manifold("destroy", "-p", system.name, "--auto-approve", environment: port).ended()
                .says("volume.cache-data (\(system.name)_cache-data) is kept with its data")
            #expect(try await system.containers() == [])
            #expect(try await system.networks() == [])
            #expect(try await system.volumes() == ["\(system.name)_cache-data"])

            let consent = ["--allow-destroy", "volume.cache-data"]
            try await system.manifold(
                "destroy",
                "-p",
                system.name,
                "--auto-approve",
                consent[0],
                consent[1],
                environment: port
            )
            .ended()
            #expect(try await system.objects() == [])
        }

        @Test("with -p a system is destroyed from anywhere, without its manifest")
        func destroyByName() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                """
            ) { system in
                try await system.apply()
                let elsewhere = system.directory.appending(path: "elsewhere")
                try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: false)
                try FileManager.default.removeItem(at: system.directory.appending(path: "manifold.yaml"))

                try await system.manifold("status", "-p", system.name, in: elsewhere).ended()
                    .says(system.container("app"), "running")
                try await system.manifold("destroy", "-p", system.name, "--auto-approve", in: elsewhere).ended()
                    .changesOnly("network.default", "service.app[1]")
                #expect(try await system.objects() == [])
                try await system.manifold("destroy", "-p", system.name, "--auto-approve", in: elsewhere).ended()
                    .says("No changes.")
            }
        }

        @Test("without a yes nothing is changed")
        func approval() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                """
            ) { system in
                try await system.manifold("apply").ended(with: 1).says("nobody answered", "--auto-approve")
                try await answer("no", to: system).ended(with: 1).says("nothing was changed")
                #expect(try await system.objects() == [])
                try await answer("yes", to: system).ended().says("Applied: ")
                try await system.planIsEmpty()
            }
        }

        private func answer(_ word: String, to system: TestSystem) async throws -> Finished {
            let script = "echo \(word) | '\(Paths.manifold)' apply"
            return try await Program.run("sh", ["-c", script], in: system.directory.path)
        }
    }
}
