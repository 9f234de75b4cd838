import DockerEngine
import Foundation
@testable import ManifoldDocker
import ManifoldResources

/// The engine of this machine, if there is one; everything that a test makes there begins with `ut-` and goes with it.
enum RealEngine {
    @Sendable static func answers() async -> Bool {
        guard FileManager.default.fileExists(atPath: "/var/run/docker.sock") else { return false }
        guard let session = try? await EngineSession.open(host: nil, environment: [:], readOnly: true) else {
            return false
        }
        await session.close()
        return true
    }

    /// Runs `body` with a system of its own, of which nothing is left afterwards.
    static func run(_ body: (EngineSession, _ system: String) async throws -> Void) async throws {
        let session = try await EngineSession.open(host: nil, environment: [:], readOnly: false)
        let system = "ut-\(UUID().uuidString.prefix(8).lowercased())"
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(session, system))
        } catch {
            result = .failure(error)
        }
        for revision in (try? await session.revisions(of: system)) ?? [] {
            try? await RevisionStore(client: session.client, system: system).remove(revision.number)
        }
        await session.close()
        try result.get()
    }
}

extension EngineSession {
    func revisions(of system: String) async throws -> [RevisionStore.Revision] {
        try await RevisionStore(client: client, system: system).list()
    }
}
