import DockerEngine
import ManifoldResources

/// A system's own containers, as far as the engine's list can tell whose a container is.
///
/// They take nothing but the system's name, which is known when a manifest has only begun to be read.
package struct OwnContainers: Sendable {
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
            inspected: Dictionary(uniqueKeysWithValues: containers.compactMap { $0.map { ($0.id, $0) } })
        )
    }
}

extension EngineClient.Containers {
    /// A container; nil where it is gone since it was listed: that is how it is then.
    func present(_ id: String) async throws(EngineError) -> ContainerInspect? {
        do throws(EngineError) {
            return try await inspect(id)
        } catch  where error.isNotFound {
            return nil
        }
    }
}
