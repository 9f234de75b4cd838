import Foundation
import Testing

extension OnEngine.Everyday {
    /// What belongs to a system: instances, names, profiles, and what has left the manifest.
    @Suite("membership") struct MembershipTests {
        @Test("the running container of a service that is switched off by its profile is left alone")
        func profiles() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                  debug:
                    <<: *small
                    profiles: [tools]
                    networks: [aside]
                networks:
                  aside:
                """
            ) { system in
                try await system.apply()
                #expect(try await system.containers() == [system.container("app")])
                try await system.apply("--profile", "tools")
                let debug = system.container("debug")
                let run = try await system.run(of: debug)
                try await system.planIsEmpty("--profile", "tools")
                try await system.planIsEmpty()
                    .says("note: service.debug is switched off by its profiles; its container is left alone")
                try await system.apply()
                #expect(try await system.run(of: debug) == run)
                try await system.manifold("destroy", "--auto-approve").ended()
                #expect(try await system.objects() == [])
            }
        }

        @Test("what has left the manifest is destroyed, but its volumes are kept")
        func departures() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    networks: [front]
                  # from here
                  old:
                    <<: *small
                    networks: [front, back]
                    volumes: ["data:/data"]
                volumes:
                  data:
                networks:
                  back:
                # to here
                  front:
                """
            ) { system in
                try await system.apply()
                let app = system.container("app")
                let run = try await system.run(of: app)
                try system.declare(
                    """
                    services:
                      app:
                        <<: *small
                        networks: [front]
                    networks:
                      front:
                    """
                )
                try await system.plan().changesOnly("network.back", "service.old[1]")
                    .says(
                        "destroy \(system.container("old"))",
                        "no longer in the manifest",
                        "note: volume.data is no longer in the manifest; it is kept"
                            + " (destroy it with --allow-destroy volume.data)"
                    )
                try await system.apply()
                try await system.planIsEmpty().says("volume.data is no longer in the manifest")
                #expect(try await system.containers() == [app])
                #expect(try await system.networks() == ["\(system.name)_front"])
                #expect(try await system.volumes() == ["\(system.name)_data"])
                #expect(try await system.run(of: app) == run)

                try await system.apply("--allow-destroy", "volume.data").changesOnly("volume.data")
                #expect(try await system.volumes() == [])
                try await system.planIsEmpty()
            }
        }

        @Test("a system that is applied from another directory is not taken over by accident")
        func takeover() async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                """
            ) { system in
                try await system.apply()
                let run = try await system.run(of: system.container("app"))
                let copy = system.directory.appending(path: "copy")
                try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: false)
                let manifest = try String(
                    contentsOf: system.directory.appending(path: "manifold.yaml"),
                    encoding: .utf8
                )
                try system.write("copy/manifold.yaml", manifest.replacing("  app:", with: "  other:"))

                try await system.manifold("plan", in: copy).ended()
                try await system.manifold("apply", "--auto-approve", in: copy).ended(with: 1)
                    .says(system.directory.path, "--takeover")
                #expect(try await system.run(of: system.container("app")) == run)
                try await system.manifold("apply", "--auto-approve", "--takeover", in: copy).ended()
                #expect(try await system.containers() == [system.container("other")])
                try await system.manifold("plan", "--detailed-exitcode", in: copy).ended()
            }
        }
    }
}
