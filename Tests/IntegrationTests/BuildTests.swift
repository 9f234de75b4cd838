import Foundation
import Testing

extension OnEngine.Everyday {
    /// Images that are built here, by either builder.
    @Suite("images that are built", .needsBuildx) struct BuildTests {
        @Test(
            "an image is built once, and again when something changes that it is built from",
            arguments: Builder.allCases
        )
        func contents(builder: Builder) async throws {
            try await TestSystem.run(Self.manifest) { system in
                let environment = try builder.environment(in: system)
                try system.fill()
                try await system.plan(environment: environment)
                    .changesOnly(
                        "network.default",
                        "image.\(system.name)-web:latest",
                        "service.lasting[1]",
                        "service.web[1]"
                    )
                try await system.apply(environment: environment)
                try await system.planIsEmpty(environment: environment)
                try await system.exec("cat /app/file").says("first")
                let web = try await system.id(system.container("web"))
                let lasting = try await system.id(system.container("lasting"))

                try system.write("app/a.log", "ignored")
                try FileManager.default.setAttributes(
                    [.modificationDate: Date()],
                    ofItemAtPath: system.path("app/file")
                )
                try await system.planIsEmpty(environment: environment)

                try system.write("app/file", "second")
                try await system.plan(environment: environment)
                    .changesOnly("image.\(system.name)-web:latest", "service.web[1]")
                    .says("the build context changed: file", "because image.\(system.name)-web:latest is built")
                try await system.apply(environment: environment)
                try await system.planIsEmpty(environment: environment)
                try await system.exec("cat /app/file").says("second")
                try await system.exec("ls -a /app").saysNothing(of: "a.log", ".dockerfile.manifold")

                try system.edit(#"VERSION: "1""#, #"VERSION: "2""#)
                try await system.plan(environment: environment)
                    .says("build.args.VERSION: ", #"→ "2""#, try system.place(of: #""2""#))
                try await system.apply(environment: environment)
                try await system.planIsEmpty(environment: environment)
                try await system.exec("echo $VERSION").says("2")
                #expect(try await system.id(system.container("web")) != web)
                #expect(try await system.id(system.container("lasting")) == lasting)

                try await system.manifold("destroy", "--auto-approve", environment: environment).ended()
                let images = try await system.docker("images", "-q", "\(system.name)-web")
                #expect(!images.words.isEmpty, "a destroy removes no image")
            }
        }

        @Test("a build that fails leaves what runs, and hides values in what it prints", arguments: Builder.allCases)
        func failure(builder: Builder) async throws {
            try await TestSystem.run(Self.manifest) { system in
                var environment = try builder.environment(in: system)
                environment["TOKEN"] = "tok-secret-value"
                try system.fill()
                try await system.apply(environment: environment)
                let before = try await system.run(of: system.container("web"))
                try system.write(
                    "app/Dockerfile",
                    "FROM manifold/busybox:1\nARG TOKEN\nRUN echo the token is $TOKEN; echo before the end; exit 7\n"
                )
                try await system.manifold("apply", "--auto-approve", environment: environment).ended(with: 1)
                    .says("could not build", "before the end", "the token is (hidden)")
                    .saysNothing(of: "tok-secret-value")
                #expect(try await system.run(of: system.container("web")) == before)
                #expect(try await system.containers() == [system.container("lasting"), system.container("web")])
                try system.fill()
                try await system.planIsEmpty(environment: environment)
            }
        }

        @Test(
            "a Dockerfile can be spelt out, or lie outside of the context with ignore rules of its own",
            arguments: Builder.allCases
        )
        func dockerfiles(builder: Builder) async throws {
            try await TestSystem.run(
                """
                services:
                  spelt:
                    <<: *small
                    image: NAME-spelt:1
                    build:
                      context: app
                      dockerfile_inline: |
                        FROM manifold/busybox:1
                        COPY . /app
                  outside:
                    <<: *small
                    image: NAME-outside:1
                    build: {context: app, dockerfile: ../docker/Dockerfile.dev}
                  user: {<<: *small, image: "NAME-outside:1"}
                """
            ) { system in
                let environment = try builder.environment(in: system)
                try system.write("manifold.yaml", try system.text("manifold.yaml").replacing("NAME", with: system.name))
                try system.fill()
                try system.write("docker/Dockerfile.dev", "FROM manifold/busybox:1\nCOPY . /app\n")
                try system.write("docker/Dockerfile.dev.dockerignore", "*\n!a.log\n")
                try await system.apply(environment: environment)
                try await system.planIsEmpty(environment: environment)
                try await system.docker("exec", system.container("spelt"), "ls", "-a", "/app")
                    .says("file", ".dockerignore").saysNothing(of: "a.log", ".dockerfile.manifold")
                for service in ["outside", "user"] {
                    try await system.docker("exec", system.container(service), "ls", "/app").says("a.log")
                        .saysNothing(of: "file")
                }
                try system.write("app/file", "changed")
                try await system.plan(environment: environment)
                    .changesOnly("image.\(system.name)-spelt:1", "service.spelt[1]")
                try system.write("app/a.log", "changed")
                try await system.plan(environment: environment)
                    .changesOnly(
                        "image.\(system.name)-outside:1",
                        "image.\(system.name)-spelt:1",
                        "service.outside[1]",
                        "service.spelt[1]",
                        "service.user[1]"
                    )
            }
        }

        @Test("what only buildx can do is done by buildx, and refused beforehand without it")
        func secrets() async throws {
            try await TestSystem.run(
                Self.manifest.replacing("      args:", with: "      secrets: [key]\n      args:")
                    + "\nsecrets:\n  key: {environment: KEY}"
            ) {
                system in
                try system.fill()
                try system.write(
                    "app/Dockerfile",
                    "FROM manifold/busybox:1\nRUN --mount=type=secret,id=key md5sum /run/secrets/key >/sum\n"
                )
                var environment = try Builder.engine.environment(in: system)
                environment["KEY"] = "key-secret-value"
                try await system.manifold("plan", environment: environment).ended(with: 1)
                    .says("plan.builder-cannot", "secrets")
                environment = try Builder.buildx.environment(in: system)
                environment["KEY"] = "key-secret-value"
                try await system.apply(environment: environment).saysNothing(of: "key-secret-value")
                try await system.exec("cat /sum").says("/run/secrets/key")
                environment["KEY"] = "another-value"
                try await system.planIsEmpty(environment: environment)
            }
        }

        private static let manifest = """
            services:
              web:
                command: [sleep, "3600"]
                init: true
                stop_grace_period: 1s
                build:
                  context: app
                  args: {VERSION: "1", TOKEN: "${TOKEN:-none}"}
              lasting: *small
            """
    }
}

/// Who builds in a test.
enum Builder: String, CaseIterable, Sendable {
    case engine
    case buildx

    /// Docker's own command line finds its plugin in the directory of its configuration.
    func environment(in system: TestSystem) throws -> [String: String?] {
        let plugins = system.directory.appending(path: "docker-config/cli-plugins")
        try FileManager.default.createDirectory(at: plugins, withIntermediateDirectories: true)
        let link = plugins.appending(path: "docker-buildx").path
        if !FileManager.default.fileExists(atPath: link) {
            try FileManager.default.createSymbolicLink(
                atPath: link,
                withDestinationPath: try #require(Self.plugin, "`make test` fetches docker-buildx")
            )
        }
        return ["DOCKER_CONFIG": system.path("docker-config"), "MANIFOLD_BUILDER": self == .engine ? "engine" : nil]
    }

    /// `docker-buildx`, where there is one.
    static let plugin: String? = {
        let path = Paths.repository.appending(path: ".build/tools/docker-buildx").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()
}

extension Trait where Self == ConditionTrait {
    static var needsBuildx: Self {
        .enabled(
            if: ProcessInfo.processInfo.environment["CI"] == "true" || Builder.plugin != nil,
            "there is no docker-buildx: `make test` fetches one"
        )
    }
}

extension TestSystem {
    /// The path of a file of the system.
    fileprivate func path(_ file: String) -> String {
        directory.appending(path: file).path
    }

    fileprivate func text(_ file: String) throws -> String {
        try String(contentsOf: directory.appending(path: file), encoding: .utf8)
    }

    /// Writes what the image of the tests is built from.
    fileprivate func fill() throws {
        for folder in ["app", "docker"] {
            try FileManager.default.createDirectory(atPath: path(folder), withIntermediateDirectories: true)
        }
        try write("app/Dockerfile", "FROM manifold/busybox:1\nARG VERSION\nENV VERSION=$VERSION\nCOPY . /app\n")
        try write("app/.dockerignore", "*.log\n")
        try write("app/file", "first")
        try write("app/a.log", "")
    }

    fileprivate func exec(_ script: String) async throws -> Finished {
        try await docker("exec", container("web"), "sh", "-c", script)
    }
}
