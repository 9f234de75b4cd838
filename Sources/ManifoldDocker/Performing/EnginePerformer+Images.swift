import DockerEngine
import FoundationEssentials
import ManifoldExecution
import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import Synchronization

extension EnginePerformer {
    /// Fetches an image as the one whose login the registry knows; it has to be the one that the plan told of.
    func pullImage(
        _ address: ResourceAddress,
        _ reference: String,
        expecting digest: String?
    ) async throws {
        let spec = imageSpec(of: address)
        let domain = (try? ImageReference(reference))?.domain
        let login = if let domain { await logins.login(for: domain) } else { RegistryLogins.Login() }
        do throws(EngineError) {
            try await client.images.pull(reference, platform: spec.platform, credentials: login.credentials)
        } catch {
            guard let problem = login.problem else { throw error }
            throw OperationFailure(
                "\(error)",
                details: ["the login for \(domain ?? "it") could not be had: \(problem)"]
            )
        }
        if let digest {
            let present = ImageFacts(try await client.images.inspect(reference))
            guard present.digests.contains(digest) else {
                throw OperationFailure(
                    "the registry has moved `\(reference)` again since it was planned, or a mirror has an older one",
                    details: [
                        "planned was \(digest)", "there is now \(present.digests.sorted().joined(separator: ", "))",
                    ]
                )
            }
        }
        if case .refresh = spec.policy {
            let now = Int64(Date().timeIntervalSince1970)
            pulls.withLock { $0[reference] = now }
        }
    }

    func imageSpec(of address: ResourceAddress) -> ImageSpec {
        guard case .image(let spec) = spec(of: address) else { preconditionFailure("\(address) is not an image") }
        return spec
    }
}
