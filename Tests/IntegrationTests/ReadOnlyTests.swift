import ManifoldTestSupport
import Testing

extension OnEngine.Everyday {
    /// What only looks asks the engine for nothing else.
    @Suite("only reading", .needsSocket) struct ReadOnlyTests {
        @Test("plan, status, and an apply that nobody approves send only GET and HEAD", arguments: [true, false])
        func requests(isApplied: Bool) async throws {
            try await TestSystem.run(
                """
                services:
                  app:
                    <<: *small
                    configs: [settings]
                    volumes: ["data:/data"]
                configs:
                  settings: {content: hello}
                volumes:
                  data:
                """
            ) { system in
                if isApplied {
                    try await system.apply()
                    try await system.docker("update", "--pids-limit", "50", system.container("app"))
                }
                let before = try await system.objects()
                let socket = try #require(Engine.socketPath)
                let requests = try await SocketProxy.run(to: socket) { proxy in
                    try await system.plan("-H", proxy.address)
                    try await system.manifold("plan", "--format", "steps", "-H", proxy.address).ended()
                    try await system.manifold("status", "-H", proxy.address).ended()
                    try await system.manifold("apply", "-H", proxy.address).ended(with: 1)
                    try await system.manifold("unlock", "--force", "-H", proxy.address).ended()
                    return proxy.requests
                }
                #expect(requests.count > 10)
                #expect(requests.filter { $0.method != "GET" && $0.method != "HEAD" } == [])
                #expect(try await system.objects() == before)
            }
        }
    }
}
