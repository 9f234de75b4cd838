/// What a network is made from (API 1.41, `NetworkCreate`).
public struct NetworkCreate: Encodable, Equatable, Sendable {
    /// The name.
    public var name: String
    /// Whether a second network of the name is refused; from API 1.44 it always is.
    public var checkDuplicate: Bool
    /// The driver; empty is `bridge`.
    @OmitEmpty public var driver = ""
    /// Whether it has no way out.
    @OmitEmpty public var isInternal = false
    /// Whether single containers may join a swarm network.
    @OmitEmpty public var isAttachable = false
    /// Whether it is a swarm's routing mesh.
    @OmitEmpty public var isIngress = false
    /// How it gives out addresses.
    @OmitEmpty public var ipam = IPAM()
    /// Whether it has IPv4 (API 1.48); `nil` is yes.
    public var isIPv4Enabled: Bool?
    /// Whether it has IPv6.
    @OmitEmpty public var isIPv6Enabled = false
    /// The driver's options.
    @OmitEmpty public var options: [String: String] = [:]
    /// Labels.
    @OmitEmpty public var labels: [String: String] = [:]

    /// Makes a request for a bridge network that refuses a second one of the same name.
    public init(name: String) {
        self.name = name
        self.checkDuplicate = true
    }

    enum CodingKeys: String, CodingKey {
        case name = "Name"
        case checkDuplicate = "CheckDuplicate"
        case driver = "Driver"
        case isInternal = "Internal"
        case isAttachable = "Attachable"
        case isIngress = "Ingress"
        case ipam = "IPAM"
        case isIPv4Enabled = "EnableIPv4"
        case isIPv6Enabled = "EnableIPv6"
        case options = "Options"
        case labels = "Labels"
    }
}
