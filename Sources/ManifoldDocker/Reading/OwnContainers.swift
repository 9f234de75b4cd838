package import DockerEngine
import ManifoldResources

/// A system's own containers, as far as the engine's list can tell whose a container is.
///
/// They take nothing but the system's name, which is known before most of the work on a manifest is done.
package struct OwnContainers: Sendable {
    /// A look that is under way; nil comes of one without a session.
    package typealias Look = Task<Result<OwnContainers, EngineError>?, Never>

    let system: String
    let list: [ContainerSummary]
    /// What was read of them, by id.
    let inspected: [String: ContainerInspect]

    static func read(of system: String, from client: EngineClient) async throws(EngineError) -> OwnContainers {
        // All containers of a system have this label, those that Compose made as well.
        let ours = EngineFilters(labels: ["\(LabelNames.composeProject)=\(system)"])
        let list = try await client.containers.list(all: true, filters: ours)
        let containers = try await list.parallelMap { summary throws(EngineError) in
            try await client.containers.present(summary.id)
        }
        return OwnContainers(
            system: system,
            list: list,
            inspected: Dictionary(containers.compactMap { $0.map { ($0.id, $0) } }) { first, _ in first }
        )
    }
}
