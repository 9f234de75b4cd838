import Foundation
import Testing

extension OnEngine.Everyday {
    /// Images that come from a registry, and tags that move there.
    @Suite("images from a registry", .needsRegistry) struct PullTests {
        @Test("a tag that moved is seen without a pull, pulled by the apply, and then there is nothing to do")
        func moved() async throws {
            try await LocalRegistry.run { registry in
                try await TestSystem.run { system in
                    let reference = "\(registry.address)/\(system.name)/app:1"
                    let user = registry.environment()
                    try system.declare(Self.manifest(reference, "always"))
                    try await registry.push("manifold/busybox:1", as: "\(system.name)/app", tag: "1")
                    try await system.plan(environment: user)
                        .changesOnly("network.default", "image.\(reference)", "service.lasting[1]", "service.web[1]")
                        .says("its registry has ")
                    try await system.apply(environment: user)
                    try await system.planIsEmpty(environment: user)
                    let lasting = try await system.id(system.container("lasting"))

                    try await registry.push(try await system.makeImage(), as: "\(system.name)/app", tag: "1")
                    try await system.plan(environment: user)
                        .changesOnly("image.\(reference)", "service.web[1]")
                        .says("its registry has another image under the tag: ")
                    try await system.apply(environment: user)
                    try await system.planIsEmpty(environment: user)
                    #expect(try await system.inspect(system.container("web"), "{{.Config.User}}") == "1000")
                    #expect(try await system.id(system.container("lasting")) == lasting)
                }
            }
        }

        @Test("what a moved tag changes is told as soon as the engine has the image")
        func effects() async throws {
            try await LocalRegistry.run { registry in
                try await TestSystem.run { system in
                    let reference = "\(registry.address)/\(system.name)/app:1"
                    let user = registry.environment()
                    try system.declare(Self.manifest(reference, "missing"))
                    try await registry.push("manifold/busybox:1", as: "\(system.name)/app", tag: "1")
                    try await system.apply(environment: user)
                    try await registry.push(try await system.makeImage(), as: "\(system.name)/app", tag: "1")
                    try await system.planIsEmpty(environment: user)
                    try await system.docker("tag", try await system.makeImage(), reference)
                    try await system.plan(environment: user)
                        .says("image moved ", "user: ", "→ 1000", "environment.ADDED: ", "expose: ", "from the image")
                }
            }
        }

        @Test("without a login or a registry the plan says so, and what runs goes on")
        func unreachable() async throws {
            try await LocalRegistry.run { registry in
                try await TestSystem.run { system in
                    let reference = "\(registry.address)/\(system.name)/app:1"
                    try system.declare(Self.manifest(reference, "always"))
                    try await registry.push("manifold/busybox:1", as: "\(system.name)/app", tag: "1")
                    let nobody = registry.environment(loggedIn: false)
                    try await system.plan(environment: nobody)
                        .says("is known after the pull: ", "no basic auth credentials")
                    try await system.manifold("apply", "--auto-approve", environment: nobody).ended(with: 1)
                        .says("no basic auth credentials").saysNothing(of: "registry-password")
                    try await system.apply(environment: registry.environment())
                    registry.stop()
                    let user = registry.environment()
                    try await system.planIsEmpty(environment: user)
                        .says("warning: image.\(reference) is taken as the engine has it", "connection refused")
                    try await system.docker("rm", "-f", system.container("web"))
                    try await system.plan(environment: user).says("is known after the pull: ")
                    try await system.manifold("apply", "--auto-approve", environment: user).ended(with: 1)
                        .says("connection refused")
                }
            }
        }

        @Test("an image that is looked at from time to time is not before its time, however it got here")
        func refreshed() async throws {
            try await LocalRegistry.run { registry in
                try await TestSystem.run { system in
                    let reference = "\(registry.address)/\(system.name)/app:1"
                    let user = registry.environment()
                    try system.declare(Self.manifest(reference, "every_8s"))
                    let newer = try await system.makeImage()
                    try await registry.push("manifold/busybox:1", as: "\(system.name)/app", tag: "1")
                    try await system.apply(environment: user)
                    try await registry.push(newer, as: "\(system.name)/app", tag: "1")
                    try await system.planIsEmpty(environment: user)
                    try await Task.sleep(for: .seconds(8))
                    try await system.plan(environment: user).says("its registry has another image under the tag: ")
                    try await system.apply(environment: user)
                    try await system.planIsEmpty(environment: user)
                }
            }
        }

        private static func manifest(_ reference: String, _ policy: String) -> String {
            """
            services:
              web:
                <<: *small
                image: \(reference)
                pull_policy: \(policy)
              lasting: *small
            """
        }
    }
}

extension TestSystem {
    /// Makes an image that differs from the one of all tests in what containers get from it.
    fileprivate func makeImage() async throws -> String {
        let image = "\(name):changed"
        try write("Dockerfile", "FROM manifold/busybox:1\nENV ADDED=1\nUSER 1000\nEXPOSE 8080\n")
        try await Program.run(
            "docker",
            ["build", "-q", "-t", image, "."],
            in: directory.path,
            environment: ["DOCKER_BUILDKIT": "0"]
        )
        .ended()
        return image
    }
}
