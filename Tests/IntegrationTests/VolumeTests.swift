import Foundation
import Testing

extension OnEngine.Everyday {
    /// Data outlives containers.
    @Suite("volumes") struct VolumeTests {
        private static let withData = """
            services:
              app:
                <<: *small
                volumes: ["data:/data"]
            volumes:
              data:
            """

        @Test("an image's anonymous volume is carried over a replacement, and none is left behind")
        func anonymous() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    image: manifold/appliance:1
                    environment: {VERSION: one}
                    healthcheck: {interval: 300ms, start_period: 1s}
                    stop_grace_period: 2s
                """
            ) { system in
                try await system.apply()
                let app = system.container("app")
                let id = try await system.id(app)
                let volume = try await system.inspect(app, "{{range .Mounts}}{{.Name}}{{end}}")
                #expect(volume.count == 64)
                try await system.docker("exec", app, "sh", "-c", "echo kept >/data/file")
                try await system.planIsEmpty()

                let unused = try await unusedAnonymousVolumes(system)
                try system.edit("VERSION: one", "VERSION: two")
                try await system.apply().says("carrying /data from \(volume.prefix(12))")
                #expect(try await system.id(app) != id)
                #expect(try await system.inspect(app, "{{range .Mounts}}{{.Name}}{{end}}") == volume)
                try await system.docker("exec", app, "cat", "/data/file").says("kept")
                try await system.planIsEmpty()
                #expect(try await unusedAnonymousVolumes(system) == unused)
            }
        }

        private func unusedAnonymousVolumes(_ system: TestSystem) async throws -> [String] {
            try await system.docker("volume", "ls", "-q", "--filter", "dangling=true").words.filter { $0.count == 64 }
        }

        @Test("a named volume keeps its data through replacement and destroy, and is lost only by consent")
        func named() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    environment: {VERSION: one}
                    volumes: ["data:/data"]
                volumes:
                  data:
                """
            ) { system in
                try await system.apply()
                let app = system.container("app")
                try await system.docker("exec", app, "sh", "-c", "echo kept >/data/file")
                try system.edit("VERSION: one", "VERSION: two")
                try await system.apply()
                try await system.docker("exec", app, "cat", "/data/file").says("kept")

                try await system.manifold("destroy", "--auto-approve").ended()
                try await system.apply()
                try await system.docker("exec", app, "cat", "/data/file").says("kept")

                try await system.manifold("destroy", "--auto-approve", "--allow-destroy", "volume.data").ended()
                    .changesOnly("network.default", "volume.data", "service.app[1]")
                #expect(try await system.objects() == [])
            }
        }

        @Test("a volume remade by hand is used, its time is written down, and a third one of the name is told from it")
        func remade() async throws {
            try await TestSystem.run(Self.withData) { system in
                try await system.apply()
                let volume = "\(system.name)_data"
                for _ in 1...2 {
                    // The engine tells times to the second.
                    try await Task.sleep(for: .milliseconds(1100))
                    try await system.docker("rm", "-f", system.container("app"))
                    try await system.docker("volume", "rm", volume)
                    let created = try await system.docker("volume", "create", volume).ended()
                    #expect(created.line == volume)
                    let time = try await system.docker("volume", "inspect", "-f", "{{.CreatedAt}}", volume).line
                    let plan = try await system.plan().changesOnly("service.app[1]")
                    if Engine.isOlder(than: "1.42") {
                        plan.says("note: volume.data is a volume \(volume) that manifold did not make")
                    } else {
                        let date = try Date(time, strategy: .iso8601)
                        plan.says(
                            "warning: volume.data: the volume \(volume) was removed outside manifold and its data with it",
                            "the one that was made at \(date.formatted(.iso8601)) is used as it is"
                        )
                    }
                    try await system.apply()
                    let after = try await system.planIsEmpty()
                    #expect(!after.text.contains("was removed outside"), "\(after)")
                    try await system.docker("exec", system.container("app"), "touch", "/data/file")
                    #expect(try await !system.planIsEmpty().text.contains("was removed outside"))
                }
            }
        }

        @Test("a volume that somebody else uses is not taken from them by a consent")
        func inUse() async throws {
            try await TestSystem.run(Self.withData) { system in
                try await system.apply()
                let volume = "\(system.name)_data"
                let other = "\(system.name)-other"
                try await system.docker("create", "--name", other, "-v", "\(volume):/data", "manifold/busybox:1")
                let consent = ["destroy", "--auto-approve", "--allow-destroy", "volume.data"]
                try await system.manifold(arguments: consent).ended(with: 1)
                    .says("could not remove volume \(volume)", "volume is in use")
                #expect(try await system.volumes() == [volume])
                try await system.docker("rm", other)
                try await system.manifold(arguments: consent).ended().changesOnly("volume.data")
                #expect(try await system.objects() == [])
            }
        }
    }
}
