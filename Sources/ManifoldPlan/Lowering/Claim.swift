import ManifoldResources

/// What only one running container at a time can have.
enum Claim: Hashable {
    /// A port of the host with its protocol, `8080/tcp`.
    case port(String)
    /// An address that a container asks for on a network.
    case address(String, network: String)
}

extension Dictionary where Key == FieldName, Value == FieldValue<SealedText> {
    /// All that a container with these fields claims.
    var claims: Set<Claim> {
        addressClaims.values.reduce(into: Set(publishedPorts.map(Claim.port))) { $0.formUnion($1) }
    }

    /// The addresses that it asks for, by network.
    var addressClaims: [String: Set<Claim>] {
        guard case .map(let endpoints)? = self["networks"] else { return [:] }
        var claims: [String: Set<Claim>] = [:]
        for case (let network, .map(let endpoint)) in endpoints {
            let addresses = ["ipv4_address", "ipv6_address"].compactMap { endpoint[$0]?.wordText }
            if !addresses.isEmpty { claims[network] = Set(addresses.map { .address($0, network: network) }) }
        }
        return claims
    }
}
