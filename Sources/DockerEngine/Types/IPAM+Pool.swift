public import JSONReading

extension IPAM {
    /// Addresses of one family (API 1.41, `IPAMConfig`).
    public struct Pool: Encodable, Equatable, Sendable {
        /// The network, such as `10.1.0.0/16`; the spelling is echoed.
        @OmitEmpty public var subnet = ""
        /// The part of it that addresses are taken from.
        @OmitEmpty public var ipRange = ""
        /// The gateway; a network made without one shows it only after an engine restart.
        @OmitEmpty public var gateway = ""
        /// Addresses by name that are never given out.
        @OmitEmpty public var auxiliaryAddresses: [String: String] = [:]

        /// Makes a pool.
        public init(
            subnet: String = "",
            ipRange: String = "",
            gateway: String = "",
            auxiliaryAddresses: [String: String] = [:]
        ) {
            self.subnet = subnet
            self.ipRange = ipRange
            self.gateway = gateway
            self.auxiliaryAddresses = auxiliaryAddresses
        }

        enum CodingKeys: String, CodingKey {
            case subnet = "Subnet"
            case ipRange = "IPRange"
            case gateway = "Gateway"
            case auxiliaryAddresses = "AuxiliaryAddresses"
        }
    }
}

extension IPAM.Pool: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        subnet = try members.orZero(.subnet)
        ipRange = try members.orZero(.ipRange)
        gateway = try members.orZero(.gateway)
        auxiliaryAddresses = try members.orZero(.auxiliaryAddresses)
    }
}
