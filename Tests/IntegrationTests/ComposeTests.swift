import Testing

extension OnEngine.Everyday {
    /// Compose's tools see an applied system as a project of their own.
    @Suite("docker-compose next door", .needsCompose) struct ComposeTests {
        private static let manifest = """
            services:
              web:
                <<: *small
                command: [sh, -c, "echo hello from web; exec sleep 3600"]
                networks: [front, back]
                depends_on: [store]
                deploy:
                  replicas: 2
              store:
                <<: *small
                networks:
                  back:
                    aliases: [data]
                volumes:
                  - data:/data
            networks:
              front:
              back:
            volumes:
              data:
            """

        @Test("ps, logs, exec and ls work on what an apply made")
        func tools() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let services = try await system.compose("ps", "--services").words
                #expect(services.sorted() == ["store", "web"])
                try await system.compose("ps")
                    .says(
                        system.container("store"),
                        system.container("web", 1),
                        system.container("web", 2)
                    )
                try await system.compose("logs", "web").says("web-1", "web-2", "hello from web")
                try await system.compose("exec", "-T", "--index", "2", "web", "hostname")
                    .says(String(try await system.id(system.container("web", 2)).prefix(12)))
                let projects = try await system.compose("ls").output.split(separator: "\n")
                let row = projects.first { $0.hasPrefix("\(system.name) ") }
                #expect(row?.contains("running(3)") == true, "\(projects)")
            }
        }

        @Test("containers, networks and volumes have the names that docker-compose gives")
        func names() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let ours = try await names(in: system.name)
                let twin = "\(system.name)-twin"
                try await system.compose(project: twin, "-f", "manifold.yaml", "up", "-d", "--timeout", "1")
                let theirs = try await names(in: twin)
                #expect(ours == theirs.map { $0.replacing(twin, with: system.name) })
                #expect(ours.count == 6)
            }
        }

        /// The names of all objects that carry a project's label.
        private func names(in project: String) async throws -> [String] {
            let filter = ["--filter", "label=com.docker.compose.project=\(project)", "--format"]
            return try await [
                Program.run("docker", ["ps", "-a"] + filter + ["container {{.Names}}"], in: "/"),
                Program.run("docker", ["network", "ls"] + filter + ["network {{.Name}}"], in: "/"),
                Program.run("docker", ["volume", "ls"] + filter + ["volume {{.Name}}"], in: "/"),
            ]
            .flatMap { $0.ended().output.split(separator: "\n").map { String($0) } }
            .sorted()
        }

        @Test("what somebody's docker-compose up recreated is recognised and put right")
        func recreated() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let volume = try await system.volumes()
                try await system.docker("exec", system.container("store"), "sh", "-c", "echo kept >/data/file")
                try await system.compose("-f", "manifold.yaml", "up", "-d", "--timeout", "1")

                try await system.plan()
                    .changesOnly("service.store[1]", "service.web[1]", "service.web[2]")
                    .says("recreated by docker compose")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(
                    try await system.containers()
                        == [system.container("store"), system.container("web", 1), system.container("web", 2)]
                )
                #expect(try await system.volumes() == volume)
                try await system.docker("exec", system.container("store"), "cat", "/data/file").says("kept")
            }
        }

        @Test("a container of somebody's docker-compose run is left alone")
        func oneOff() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let name = "\(system.name)-one-off"
                try await system.compose(
                    "-f",
                    "manifold.yaml",
                    "run",
                    "-d",
                    "--no-deps",
                    "--name",
                    name,
                    "store",
                    "sleep",
                    "3600"
                )
                let run = try await system.run(of: name)
                try await system.planIsEmpty()
                try await system.manifold("destroy", "--auto-approve").ended(with: 1)
                    .says("could not remove network \(system.name)_back", "has active endpoints")
                #expect(try await system.run(of: name) == run)
                #expect(try await system.containers() == [name])
                try await system.docker("rm", "-f", name)
                try await system.manifold("destroy", "--auto-approve", "--allow-destroy", "volume.data").ended()
                #expect(try await system.objects() == [])
            }
        }
    }
}
