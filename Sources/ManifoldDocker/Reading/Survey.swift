import DockerEngine

/// Everything that is on an engine, whoever it belongs to, as its lists tell it: whose it is and what is to be looked at
/// closer can only be told with a manifest, but the lists need none.
package struct Survey: Sendable {
    let containers: [ContainerSummary]
    let networks: [NetworkInspect]
    let volumes: [Volume]

    /// Asks for all lists at once.
    static func read(from client: EngineClient) async throws(EngineError) -> Survey {
        async let containers = client.containers.list(all: true)
        async let networks = client.networks.list()
        async let volumes = client.volumes.list()
        do {
            return try await Survey(containers: containers, networks: networks, volumes: volumes)
        } catch let error as EngineError {
            throw error
        } catch {
            preconditionFailure("the engine client throws only engine errors, not \(error)")
        }
    }
}
