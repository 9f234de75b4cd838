/// What a container is made from (API 1.41, the body of `ContainerCreate`); only what is set is sent.
public struct ContainerCreate: Equatable, Sendable {
    /// What does not depend on the host.
    public var config: ContainerConfig
    /// What it gets from the host.
    public var hostConfig: HostConfig
    /// The endpoints by network name; before API 1.44 the engine takes no more than one.
    public var endpoints: [String: EndpointSettings]

    /// Makes a request for a container.
    public init(
        config: ContainerConfig,
        hostConfig: HostConfig = HostConfig(),
        endpoints: [String: EndpointSettings] = [:]
    ) {
        self.config = config
        self.hostConfig = hostConfig
        self.endpoints = endpoints
    }
}

extension ContainerCreate: Encodable {
    private enum CodingKeys: String, CodingKey {
        case hostConfig = "HostConfig"
        case networkingConfig = "NetworkingConfig"
    }

    private struct NetworkingConfig: Encodable {
        let endpoints: [String: EndpointSettings]

        enum CodingKeys: String, CodingKey {
            case endpoints = "EndpointsConfig"
        }
    }

    /// Writes the engine's form, in which the configuration's fields stand beside `HostConfig`.
    public func encode(to encoder: any Encoder) throws {
        try config.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(hostConfig, forKey: .hostConfig)
        guard !endpoints.isEmpty else { return }
        try container.encode(NetworkingConfig(endpoints: endpoints), forKey: .networkingConfig)
    }
}
