/// A port of the host, on one of its addresses or on all of them.
package struct HostPort: Hashable, Sendable, Comparable {
    /// Empty for all addresses.
    package let address: String
    package let port: UInt16
    /// `tcp`, `udp` or `sctp`.
    package let transport: String

    package init(address: String, port: UInt16, transport: String) {
        self.address = address
        self.port = port
        self.transport = transport
    }

    package static func < (left: HostPort, right: HostPort) -> Bool {
        (left.port, left.transport, left.address) < (right.port, right.transport, right.address)
    }

    /// Whether two containers cannot publish the one and the other.
    package func collides(with other: HostPort) -> Bool {
        guard port == other.port, transport == other.transport else { return false }
        if address.isEmpty || other.address.isEmpty { return true }
        guard address.contains(":") == other.address.contains(":") else { return false }
        let wildcards: Set<String> = ["0.0.0.0", "::"]
        return address == other.address || wildcards.contains(address) || wildcards.contains(other.address)
    }
}

/// A port that a running container which is not ours has published.
package struct HeldPort: Hashable, Sendable {
    package let port: HostPort
    /// The container's name, and its id.
    package let holder: String
    package let id: String
    /// Who the container seems to belong to, in words; nil where nothing tells.
    package let owner: String?

    package init(_ port: HostPort, holder: String, id: String, owner: String?) {
        self.port = port
        self.holder = holder
        self.id = id
        self.owner = owner
    }
}

/// The addresses of a network that is not ours.
package struct HeldSubnet: Hashable, Sendable {
    /// Such as `172.18.0.0/16`.
    package let subnet: String
    /// The network's name.
    package let holder: String
    package let owner: String?

    package init(_ subnet: String, holder: String, owner: String?) {
        self.subnet = subnet
        self.holder = holder
        self.owner = owner
    }
}
