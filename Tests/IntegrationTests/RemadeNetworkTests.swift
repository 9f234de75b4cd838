import DockerEngine
import Foundation
import Testing

extension OnEngine.Trouble {
    /// Networks that somebody made by hand in the place of ours.
    @Suite("networks remade by hand") struct RemadeNetworkTests {
        @Test("two networks of one name stop everything before it begins, and the way out is by id")
        func twice() async throws {
            try await TestSystem.run(
                """
                services:
                  app: {<<: *small, networks: [back]}
                networks:
                  back:
                """
            ) { system in
                try await system.apply()
                guard let twin = try await makeTwin(of: "\(system.name)_back") else { return }
                let objects = try await system.objects()
                try system.edit("networks: [back]", "networks: [back], environment: {VERSION: two}")
                for command in ["plan", "apply"] {
                    try await system.manifold(command).ended(with: 1)
                        .says(
                            "error[plan.network-twice]",
                            "(ours), \(twin.prefix(12))",
                            "network rm \(twin.prefix(12))"
                        )
                }
                #expect(try await system.objects() == objects)
                try await system.docker("network", "rm", twin)
                try await system.apply().changesOnly("service.app[1]")
                try await system.planIsEmpty()
            }
        }

        /// Makes a second network of a name; nil where the engine refuses one, as it does from version 25 on.
        private func makeTwin(of name: String) async throws -> String? {
            let endpoint = try EngineEndpoint.resolve(host: nil, environment: ProcessInfo.processInfo.environment)
            let client = EngineClient(endpoint: endpoint, access: .readWrite)
            var request = NetworkCreate(name: name)
            request.checkDuplicate = false
            do throws(EngineError) {
                let id = try await client.networks.create(request).id
                await client.shutDown()
                return id
            } catch {
                await client.shutDown()
                try #require(error.status == 409, "\(error)")
                return nil
            }
        }
    }
}

extension OnEngine.Death {
    /// An apply that dies while it replaces a network that was made by hand.
    @Suite("killed over a network remade by hand", .needsSocket) struct KilledNetworkTests {
        @Test(
            "the next apply goes on, and the container has run all the while",
            arguments: [
                Moment.before("before the container leaves it", "POST", "/networks/*/disconnect"),
                .before("before it is removed", "DELETE", "/networks/*"),
                .after("when it is removed", "DELETE", "/networks/*"),
                .after("when the new one is made", "POST", "/networks/create"),
            ]
        )
        func killed(moment: Moment) async throws {
            try await TestSystem.run(
                """
                services:
                  app: {<<: *small, networks: {back: {aliases: [data]}}}
                networks:
                  back:
                """
            ) { system in
                try await system.apply()
                let app = system.container("app")
                let network = "\(system.name)_back"
                let run = try await system.run(of: app)
                try await system.docker("network", "disconnect", network, app)
                try await system.docker("network", "rm", network)
                try await system.docker("network", "create", network)
                try await system.docker("network", "connect", network, app)
                try await system.plan().says("remade by hand, without this system's labels")

                try await system.applyKilled(at: moment)
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.run(of: app) == run)
                #expect(try await system.networks() == [network])
            }
        }
    }
}
