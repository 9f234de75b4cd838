public import JSONReading

/// All that the engine says of one container (API 1.41, `ContainerInspect`).
///
/// `config` and `hostConfig` say what was asked for; `mounts` and `networkSettings` what came of it.
public struct ContainerInspect: Equatable, Sendable {
    /// The full id.
    public var id: String
    /// When it was made.
    public var created = EngineTime()
    /// The program that runs: the entry point or the command.
    public var path = ""
    /// The program's arguments.
    public var arguments: [String] = []
    /// What it does now.
    public var state: ContainerState
    /// The id of its image, which never changes, even when the image is gone.
    public var imageID = ""
    /// Its name without the engine's slash.
    public var name: String = ""
    /// How often the engine started it again by itself since the last start by hand.
    public var restartCount = 0
    /// The system, such as `linux`; the architecture is in the image.
    public var platform = ""
    /// The mounts it has, in random order.
    public var mounts: [MountPoint] = []
    /// What does not depend on the host.
    public var config: ContainerConfig
    /// What it gets from the host.
    public var hostConfig: HostConfig
    /// Its networks and published ports.
    public var networkSettings = NetworkSettings()

    /// The networks and published ports of a container (API 1.41, `NetworkSettings`).
    public struct NetworkSettings: Equatable, Sendable, Omittable {
        /// The bindings in force by port; empty unless the container runs.
        public var ports: [String: [HostConfig.PortBinding]] = [:]
        /// The endpoints by network name.
        public var networks: [String: EndpointSettings] = [:]

        /// Makes settings without networks.
        public init() {}

        enum CodingKeys: String, CodingKey {
            case ports = "Ports"
            case networks = "Networks"
        }
    }

    enum CodingKeys: String, CodingKey {
        case id = "Id"
        case created = "Created"
        case path = "Path"
        case arguments = "Args"
        case state = "State"
        case imageID = "Image"
        case name = "Name"
        case restartCount = "RestartCount"
        case platform = "Platform"
        case mounts = "Mounts"
        case config = "Config"
        case hostConfig = "HostConfig"
        case networkSettings = "NetworkSettings"
    }
}

extension ContainerInspect.NetworkSettings: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        ports = try members.wired(.ports, as: PortMap.self)
        networks = try members.orZero(.networks)
    }
}

extension ContainerInspect: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        id = try members.required(.id)
        created = try members.orZero(.created)
        path = try members.orZero(.path)
        arguments = try members.orZero(.arguments)
        state = try members.required(.state)
        imageID = try members.orZero(.imageID)
        let slashed: String = try members.orZero(.name)
        name = slashed.hasPrefix("/") ? String(slashed.dropFirst()) : slashed
        restartCount = try members.orZero(.restartCount)
        platform = try members.orZero(.platform)
        mounts = try members.orZero(.mounts)
        config = try members.required(.config)
        hostConfig = try members.required(.hostConfig)
        networkSettings = try members.orZero(.networkSettings)
    }
}
