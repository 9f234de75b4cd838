/// Addresses asked for an endpoint (API 1.41, `EndpointIPAMConfig`).
public struct EndpointIPAMConfig: Codable, Equatable, Sendable {
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
