import DockerEngine

/// The networks and volumes that are on an engine, whoever they belong to, as its lists tell it: whose they are and what is
/// to be looked at closer can only be told with a manifest, but the lists need none.
package struct Survey: Sendable {
    let networks: [NetworkInspect]
    let volumes: [Volume]
    /// Who looks at the containers of a system meanwhile, where its name was known in time.
    package var own: OwnContainers.Look?

    /// Asks for both lists at once.
    static func read(from client: EngineClient) async throws(EngineError) -> Survey {
        try await onlyEngineErrors {
            async let networks = client.networks.list()
            async let volumes = client.volumes.list()
            return try await Survey(networks: networks, volumes: volumes)
        }
    }
}
