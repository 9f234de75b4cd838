public import JSONReading

/// Addresses asked for an endpoint (API 1.41, `EndpointIPAMConfig`).
public struct EndpointIPAMConfig: Encodable, Equatable, Sendable {
    /// The IPv4 address; empty is any.
    @OmitEmpty public var ipv4Address = ""
    /// The IPv6 address; empty is any.
    @OmitEmpty public var ipv6Address = ""
    /// Link-local addresses.
    @OmitEmpty public var linkLocalIPs: [String] = []

    /// Makes a request for addresses.
    public init(ipv4Address: String = "", ipv6Address: String = "", linkLocalIPs: [String] = []) {
        self.ipv4Address = ipv4Address
        self.ipv6Address = ipv6Address
        self.linkLocalIPs = linkLocalIPs
    }

    enum CodingKeys: String, CodingKey {
        case ipv4Address = "IPv4Address"
        case ipv6Address = "IPv6Address"
        case linkLocalIPs = "LinkLocalIPs"
    }
}

extension EndpointIPAMConfig: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        ipv4Address = try members.orZero(.ipv4Address)
        ipv6Address = try members.orZero(.ipv6Address)
        linkLocalIPs = try members.orZero(.linkLocalIPs)
    }
}
