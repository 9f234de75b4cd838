import ManifoldResources

/// The one spelling of network addresses, since the engine echoes every other.
package enum AddressText {
    /// An IPv4 or IPv6 address, with or without the length of its network; nil for anything else.
    package static func normal(_ text: String) -> String? {
        NetworkAddress(text)?.description ?? AddressBlock(text)?.description
    }

    /// A hardware address in lower case with colons; nil for anything else.
    package static func hardware(_ text: String) -> String? {
        let groups = text.lowercased().split(whereSeparator: { $0 == ":" || $0 == "-" })
        let isProper = groups.allSatisfy { $0.count == 2 && UInt8($0, radix: 16) != nil }
        return groups.count == 6 && isProper ? groups.joined(separator: ":") : nil
    }
}
