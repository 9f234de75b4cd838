import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension OnEngine.Trouble {
    /// One apply per system at a time.
    @Suite("lock", .needsSocket) struct LockTests {
        private static let manifest = """
            services:
              app:
                <<: *small
                environment:
                  VERSION: one
            """

        private static let creation = Moment.before("", "POST", "/containers/create")

        @Test("while somebody applies, a second apply is refused and a plan says so")
        func refused() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.applyHeld(at: Self.creation) { system, _ in
                    try await system.manifold("apply", "--auto-approve").ended(with: 1)
                        .says("`\(system.name)` is locked: ", "`manifold apply`", "--lock-timeout", "manifold unlock")
                    try await system.plan().says("somebody is applying right now")
                    try await system.manifold("status").ended().says("somebody is applying right now: ")
                }
                .ended()
                try await system.planIsEmpty().saysNothing(of: "applying")
                #expect(try await system.revisions().count == 1)
            }
        }

        @Test("with --lock-timeout the second apply waits for the first and finds nothing left to do")
        func waits() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                try system.edit("VERSION: one", "VERSION: two")
                let second = Gate()
                async let waiting = {
                    await second.wait()
                    return try await system.manifold("apply", "--auto-approve", "--lock-timeout", "60")
                }()
                try await system.applyHeld(at: Self.creation) { _, _ in
                    second.open()
                    // Long enough for the second to plan and to find the lock taken.
                    try await Task.sleep(for: .seconds(1))
                }
                .ended()
                try await waiting.ended().says("the system has changed since", "No changes.")
                try await system.planIsEmpty()
                #expect(try await system.containers() == [system.container("app")])
                #expect(try await system.revisions().count == 1)
            }
        }

        @Test("an apply whose lock was broken stops before its next step, and the next one goes on")
        func broken() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                try system.edit("VERSION: one", "VERSION: two")
                let held = try await system.applyHeld(at: Self.creation) { system, _ in
                    try await system.manifold("unlock", "--force").ended()
                        .says("is locked: ", "broke the lock: ")
                }
                #expect(held.status != .code(0))
                held.says("another apply has taken over the lock of `\(system.name)`")
                #expect(try await system.isRunning(system.container("app")), "the old container was not stopped")
                try await system.apply()
                try await system.planIsEmpty()
                #expect(try await system.containers() == [system.container("app")])
                #expect(try await system.revisions().count == 1)
            }
        }

        @Test("an apply that is asked to stop takes back what is half done", arguments: [SIGINT, SIGTERM])
        func calledOff(_ signal: Int32) async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.apply()
                let app = system.container("app")
                let id = try await system.id(app)
                try system.edit("VERSION: one", "VERSION: two")
                let start = Moment.before("", "POST", "/containers/*/start")
                let stopped = try await system.applyHeld(at: start) { _, process in
                    #expect(kill(process, signal) == 0)
                    try await Task.sleep(for: .milliseconds(200))
                }
                stopped.ended(with: 3).says("stopping: ", "Called off", "Rolled back, as before: service.app[1]")
                #expect(try await system.id(app) == id)
                #expect(try await system.isRunning(app))
                #expect(try await system.containers() == [app])
                #expect(try await system.revisions().count == 1)
                try await system.apply()
                try await system.planIsEmpty()
            }
        }

        @Test("where nobody holds a lock there is nothing to unlock")
        func idle() async throws {
            try await TestSystem.run(Self.manifest) { system in
                try await system.manifold("unlock", "--force").ended().says("nobody holds a lock on \(system.name)")
                #expect(try await system.objects() == [])
            }
        }
    }
}
