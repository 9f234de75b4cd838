public import JSONReading

/// A container's place in a network (API 1.41, `EndpointSettings`).
///
/// The first six can be asked for. Connecting without them drops what an endpoint had: always send the whole. The others are
/// the engine's answer; it fills them while the container runs, and they are not worth sending.
public struct EndpointSettings: Encodable, Equatable, Sendable {
    /// Names in the network; before API 1.44 the engine adds the short id and the host name.
    @OmitEmpty public var aliases: [String] = []
    /// Addresses asked for.
    public var ipamConfig: EndpointIPAMConfig?
    /// `target:alias` names that only this endpoint sees.
    @OmitEmpty public var links: [String] = []
    /// Options for the network's driver.
    @OmitEmpty public var driverOptions: [String: String] = [:]
    /// The hardware address; asked for, it counts from API 1.44 in a create call.
    @OmitEmpty public var macAddress = ""
    /// Which network gives the default route, the highest (API 1.48).
    @OmitEmpty public var gatewayPriority = 0
    /// The network's id; after a stop, the id of the network it was in.
    @OmitEmpty public var networkID = ""
    /// The endpoint's id; empty unless the container runs.
    @OmitEmpty public var endpointID = ""
    /// The IPv4 gateway.
    @OmitEmpty public var gateway = ""
    /// The IPv4 address; empty unless the container runs.
    @OmitEmpty public var ipAddress = ""
    /// The bits of the IPv4 network.
    @OmitEmpty public var ipPrefixLength = 0
    /// The IPv6 gateway.
    @OmitEmpty public var ipv6Gateway = ""
    /// The IPv6 address; empty unless the container runs.
    @OmitEmpty public var globalIPv6Address = ""
    /// The bits of the IPv6 network.
    @OmitEmpty public var globalIPv6PrefixLength = 0
    /// All names in the network (API 1.44).
    @OmitEmpty public var dnsNames: [String] = []

    /// Makes an endpoint for which nothing is asked.
    public init() {}

    /// Makes an endpoint with names and, where given, addresses.
    public init(aliases: [String], ipamConfig: EndpointIPAMConfig? = nil) {
        self.aliases = aliases
        self.ipamConfig = ipamConfig
    }

    enum CodingKeys: String, CodingKey {
        case aliases = "Aliases"
        case ipamConfig = "IPAMConfig"
        case links = "Links"
        case driverOptions = "DriverOpts"
        case macAddress = "MacAddress"
        case gatewayPriority = "GwPriority"
        case networkID = "NetworkID"
        case endpointID = "EndpointID"
        case gateway = "Gateway"
        case ipAddress = "IPAddress"
        case ipPrefixLength = "IPPrefixLen"
        case ipv6Gateway = "IPv6Gateway"
        case globalIPv6Address = "GlobalIPv6Address"
        case globalIPv6PrefixLength = "GlobalIPv6PrefixLen"
        case dnsNames = "DNSNames"
    }
}

extension EndpointSettings: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        aliases = try members.orZero(.aliases)
        ipamConfig = try members.optional(.ipamConfig)
        links = try members.orZero(.links)
        driverOptions = try members.orZero(.driverOptions)
        macAddress = try members.orZero(.macAddress)
        gatewayPriority = try members.orZero(.gatewayPriority)
        networkID = try members.orZero(.networkID)
        endpointID = try members.orZero(.endpointID)
        gateway = try members.orZero(.gateway)
        ipAddress = try members.orZero(.ipAddress)
        ipPrefixLength = try members.orZero(.ipPrefixLength)
        ipv6Gateway = try members.orZero(.ipv6Gateway)
        globalIPv6Address = try members.orZero(.globalIPv6Address)
        globalIPv6PrefixLength = try members.orZero(.globalIPv6PrefixLength)
        dnsNames = try members.orZero(.dnsNames)
    }
}
