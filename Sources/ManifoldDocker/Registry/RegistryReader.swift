import DockerEngine
import ManifoldGraph
import ManifoldPlan
import ManifoldResources

/// Asks registries, through the engine and without pulling, which image references mean now.
struct RegistryReader: Sendable {
    let client: EngineClient
    let logins: RegistryLogins
    /// When images were pulled here last, in seconds since 1970, by reference.
    let pulled: [String: Int64]
    /// Seconds since 1970.
    let now: Int64

    /// Whether the policy of an image asks its registry.
    func isDue(_ spec: ImageSpec, _ present: ImageInspect?) -> Bool {
        // A digest means the same image for ever.
        guard let present else { return spec.policy > .never }
        guard !spec.reference.contains("@") else { return false }
        switch spec.policy {
        case .never, .missing: return false
        case .always: return true
        case .refresh(let interval):
            // Who builds or tags it here has it as fresh as who pulls it.
            let last = max(pulled[spec.reference] ?? .min, present.metadata.lastTagged.seconds)
            let (due, isBeyond) = last.addingReportingOverflow(interval / 1_000_000_000)
            return !isBeyond && due <= now
        }
    }

    /// The answers about some references, each registry's login being looked up once.
    func answers(about references: [String]) async throws(EngineError) -> [String: RegistryAnswer] {
        let domains = Set(references.compactMap(Self.domain)).sorted()
        var known: [String: RegistryLogins.Login] = [:]
        for domain in domains { known[domain] = await logins.login(for: domain) }
        let found = known
        let answers = try await references.parallelMap { reference throws(EngineError) in
            let login = Self.domain(reference).flatMap { found[$0] } ?? RegistryLogins.Login()
            return try await answer(about: reference, login)
        }
        return Dictionary(uniqueKeysWithValues: zip(references, answers))
    }

    private func answer(
        about reference: String,
        _ login: RegistryLogins.Login
    ) async throws(EngineError) -> RegistryAnswer {
        do throws(EngineError) {
            let answer = try await client.images.distribution(of: reference, credentials: login.credentials)
            return .digest(answer.descriptor.digest)
        } catch {
            switch error {
            case .api(_, _, let message):
                return .unknown(([message] + [login.problem].compactMap { $0 }).joined(separator: "; "))
            case .deadlinePassed(_, let time):
                return .unknown("no answer within \(time.components.seconds) s")
            default: throw error
            }
        }
    }

    private static func domain(_ reference: String) -> String? {
        (try? ImageReference(reference))?.domain
    }
}
