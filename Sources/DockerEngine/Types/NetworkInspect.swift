public import JSONReading

/// All that the engine says of one network (API 1.41, `Network`).
///
/// A list gives the same, but for `containers`, which is empty there.
public struct NetworkInspect: Equatable, Sendable {
    /// The name, which another network can have too before engine 25.
    public var name = ""
    /// The id; that of the default bridge is another after each engine start.
    public var id: String
    /// When it was made.
    public var created = EngineTime()
    /// `local`, or `swarm`.
    public var scope = ""
    /// The driver.
    public var driver = ""
    /// Whether it has IPv4 (API 1.48); `nil` is yes.
    public var isIPv4Enabled: Bool?
    /// Whether it has IPv6.
    public var isIPv6Enabled = false
    /// Whether it has no way out.
    public var isInternal = false
    /// Whether single containers may join a swarm network.
    public var isAttachable = false
    /// Whether it is a swarm's routing mesh.
    public var isIngress = false
    /// Whether it only holds settings for other networks.
    public var isConfigOnly = false
    /// How it gives out addresses.
    public var ipam = IPAM()
    /// The driver's options.
    public var options: [String: String] = [:]
    /// Labels.
    public var labels: [String: String] = [:]
    /// The endpoints of running containers by container id.
    public var containers: [String: Endpoint] = [:]

    /// A running container in a network (API 1.41, `NetworkContainer`).
    public struct Endpoint: Equatable, Sendable {
        /// The container's name.
        public var name = ""
        /// The endpoint's id.
        public var endpointID = ""
        /// The hardware address.
        public var macAddress = ""
        /// The address with its prefix length, such as `10.1.0.2/16`.
        public var ipv4Address = ""
        /// The address with its prefix length.
        public var ipv6Address = ""

        enum CodingKeys: String, CodingKey {
            case name = "Name"
            case endpointID = "EndpointID"
            case macAddress = "MacAddress"
            case ipv4Address = "IPv4Address"
            case ipv6Address = "IPv6Address"
        }
    }

    enum CodingKeys: String, CodingKey {
        case name = "Name"
        case id = "Id"
        case created = "Created"
        case scope = "Scope"
        case driver = "Driver"
        case isIPv4Enabled = "EnableIPv4"
        case isIPv6Enabled = "EnableIPv6"
        case isInternal = "Internal"
        case isAttachable = "Attachable"
        case isIngress = "Ingress"
        case isConfigOnly = "ConfigOnly"
        case ipam = "IPAM"
        case options = "Options"
        case labels = "Labels"
        case containers = "Containers"
    }
}

extension NetworkInspect.Endpoint: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        name = try members.orZero(.name)
        endpointID = try members.orZero(.endpointID)
        macAddress = try members.orZero(.macAddress)
        ipv4Address = try members.orZero(.ipv4Address)
        ipv6Address = try members.orZero(.ipv6Address)
    }
}

extension NetworkInspect: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        name = try members.orZero(.name)
        id = try members.required(.id)
        created = try members.orZero(.created)
        scope = try members.orZero(.scope)
        driver = try members.orZero(.driver)
        isIPv4Enabled = try members.optional(.isIPv4Enabled)
        isIPv6Enabled = try members.orZero(.isIPv6Enabled)
        isInternal = try members.orZero(.isInternal)
        isAttachable = try members.orZero(.isAttachable)
        isIngress = try members.orZero(.isIngress)
        isConfigOnly = try members.orZero(.isConfigOnly)
        ipam = try members.orZero(.ipam)
        options = try members.orZero(.options)
        labels = try members.orZero(.labels)
        containers = try members.orZero(.containers)
    }
}
