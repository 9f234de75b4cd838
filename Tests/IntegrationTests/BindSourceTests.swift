import Foundation
import ManifoldTestSupport
import Testing

extension OnEngine.Trouble {
    /// Paths of the host that are to be mounted and are not there.
    @Suite("bind sources") struct BindSourceTests {
        private static let manifest = """
            services:
              app:
                <<: *small
                environment: {VERSION: one}
            """

        @Test(
            "where the engine's files are seen to be the ones here, one that is missing stops all before it begins",
            .enabled("the engine and the tests see different files") { Self.sharesFiles }
        )
        func found() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let run = try await system.run(of: system.container("app"))
                let path = system.directory.appending(path: "conf").path
                try system.edit(
                    "environment: {VERSION: one}",
                    "environment: {VERSION: two}\n    volumes: [{type: bind, source: ./conf, target: /conf}]"
                )
                let objects = try await system.objects()
                for command in ["plan", "apply"] {
                    try await system.manifold(command).ended(with: 1)
                        .says(
                            "error[plan.bind-source-missing]: service.app mounts `\(path)`, which the engine's host does",
                            "create_host_path: true"
                        )
                }
                #expect(try await system.objects() == objects)
                #expect(try await system.run(of: system.container("app")) == run)
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
                try await system.apply()
                try await system.planIsEmpty()
                try FileManager.default.removeItem(atPath: path)
                try await system.planIsEmpty()
            }
        }

        @Test("where nobody can tell, the engine refuses it, and the old container goes on", .needsSocket)
        func refused() async throws {
            let socket = try #require(Engine.socketPath)
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let run = try await system.run(of: system.container("app"))
                try system.edit(
                    "environment: {VERSION: one}",
                    "environment: {VERSION: two}\n    volumes: [{type: bind, source: ./conf, target: /conf}]"
                )
                // The process behind this socket is no engine, as with one that leads to another machine.
                try await SocketProxy.run(to: socket, judging: { _ in .pass }, whenCutting: {}) { proxy in
                    try await system.manifold("plan", "-H", proxy.address).ended().says("replace")
                    try await system.manifold("apply", "--auto-approve", "-H", proxy.address).ended(with: 1)
                        .says("bind source path does not exist")
                }
                #expect(try await system.run(of: system.container("app")) == run)
            }
        }

        /// Whether the engine's process has the mounts that this one has.
        private static var sharesFiles: Bool {
            guard let socket = Engine.socketPath, let own = namespace("self") else { return false }
            let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            let engines = processes.filter { text("\($0)/comm") == "dockerd\n" }
            // One that was not told where to listen is behind the standard socket.
            let named = engines.filter { text("\($0)/cmdline").contains("unix://\(socket)") }
            let candidates = named.isEmpty ? engines.filter { !text("\($0)/cmdline").contains("://") } : named
            return candidates.count == 1 && namespace(candidates[0]) == own
        }

        private static func text(_ file: String) -> String {
            (try? Data(contentsOf: URL(filePath: "/proc/\(file)"))).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }

        private static func namespace(_ process: String) -> String? {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/ns/mnt")
        }
    }
}
