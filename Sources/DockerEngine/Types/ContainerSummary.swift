public import JSONReading

/// A container in a list (API 1.41, `ContainerSummary`).
public struct ContainerSummary: Equatable, Sendable {
    /// The full id.
    public var id: String
    /// All names with their slashes, those that legacy links give included; `name` is the one to show.
    public var names: [String] = []
    /// The image's reference while it still means this image, its id after.
    public var image = ""
    /// The image's id.
    public var imageID = ""
    /// Seconds since 1970.
    public var created: Int64 = 0
    /// Labels, the image's included.
    public var labels: [String: String] = [:]
    /// What the container does.
    public var state = ContainerStatus()
    /// The same for people, such as `Up 2 hours (healthy)`.
    public var status = ""
    /// Exposed and published ports in no fixed order.
    public var ports: [Port] = []
    /// The networks it is in.
    public var networkSettings = NetworkSettings()

    /// A port of a container in a list (API 1.41, `Port`).
    public struct Port: Hashable, Sendable {
        /// The host's address; empty for a port that is not published.
        public var ip = ""
        /// The container's port.
        public var privatePort = 0
        /// The host's port; 0 for a port that is not published.
        public var publicPort = 0
        /// `tcp`, `udp` or `sctp`.
        public var type = ""

        enum CodingKeys: String, CodingKey {
            case ip = "IP"
            case privatePort = "PrivatePort"
            case publicPort = "PublicPort"
            case type = "Type"
        }
    }

    /// The networks of a container in a list.
    public struct NetworkSettings: Equatable, Sendable, Omittable {
        /// The endpoints by network name.
        public var networks: [String: EndpointSettings] = [:]

        /// Makes settings without networks.
        public init() {}

        enum CodingKeys: String, CodingKey {
            case networks = "Networks"
        }
    }

    /// The container's own name without its slash: a link's name has a second slash in it (`/web/db`).
    public var name: String {
        names.lazy.map { $0.drop { $0 == "/" } }.first { !$0.contains("/") }.map(String.init) ?? ""
    }

    enum CodingKeys: String, CodingKey {
        case id = "Id"
        case names = "Names"
        case image = "Image"
        case imageID = "ImageID"
        case created = "Created"
        case labels = "Labels"
        case state = "State"
        case status = "Status"
        case ports = "Ports"
        case networkSettings = "NetworkSettings"
    }
}

extension ContainerSummary.Port: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        ip = try members.orZero(.ip)
        privatePort = try members.orZero(.privatePort)
        publicPort = try members.orZero(.publicPort)
        type = try members.orZero(.type)
    }
}

extension ContainerSummary.NetworkSettings: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        networks = try members.orZero(.networks)
    }
}

extension ContainerSummary: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        id = try members.required(.id)
        names = try members.orZero(.names)
        image = try members.orZero(.image)
        imageID = try members.orZero(.imageID)
        created = try members.orZero(.created)
        labels = try members.orZero(.labels)
        state = try members.orZero(.state)
        status = try members.orZero(.status)
        ports = try members.orZero(.ports)
        networkSettings = try members.orZero(.networkSettings)
    }
}
